using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GuidelineBot.Storage;

/// <summary>The tables in PostgreSQL, for any number of bot instances.</summary>
internal sealed class PostgresDatabase(DbContextOptions<PostgresDatabase> options) : Database(options)
{
    /// <summary>Any number that no other program takes for a lock in this database.</summary>
    private const long UpgradeLock = 4_201_504_712;

    public static DbContextOptionsBuilder<PostgresDatabase> Options(string connection) =>
        new DbContextOptionsBuilder<PostgresDatabase>().UseNpgsql(connection).UseSnakeCaseNamingConvention();

    public override object Stored(DateTimeOffset instant) => instant.ToUniversalTime();

    protected override bool IsConflict(Exception? refused) =>
        refused
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
            };

    /// <summary>
    /// One instance after the other: EF's own lock is let go between two migrations, and what another one has applied meanwhile would be
    /// applied again.
    /// </summary>
    protected override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({UpgradeLock})", cancellationToken);
            await base.MigrateAsync(cancellationToken);
            await Database.ExecuteSqlRawAsync(
                $"""COMMENT ON TABLE "__EFMigrationsHistory" IS '{BackupCheck.PostgresMark}'""",
                cancellationToken
            );
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({UpgradeLock})", cancellationToken);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcColumn>();
    }
}

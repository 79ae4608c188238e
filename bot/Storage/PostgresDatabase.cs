using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Storage;

/// <summary>The tables in PostgreSQL, for any number of bot instances.</summary>
internal sealed class PostgresDatabase(DbContextOptions<PostgresDatabase> options) : Database(options)
{
    public static DbContextOptionsBuilder<PostgresDatabase> Options(string connection) =>
        new DbContextOptionsBuilder<PostgresDatabase>().UseNpgsql(connection);

    public override object Stored(DateTimeOffset instant) => instant.ToUniversalTime();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcColumn>();
    }
}

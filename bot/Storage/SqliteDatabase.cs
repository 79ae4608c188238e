using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Storage;

/// <summary>The tables in one SQLite file, for a single bot instance.</summary>
internal sealed class SqliteDatabase(DbContextOptions<SqliteDatabase> options) : Database(options)
{
    public const string DefaultConnection = "Data Source=var/guideline-bot.db";

    /// <param name="folder">Where a relative path starts; the file's own folder is created.</param>
    public static DbContextOptionsBuilder<SqliteDatabase> Options(string connection, string folder)
    {
        var file = new SqliteConnectionStringBuilder(connection);
        file.DataSource = Path.GetFullPath(file.DataSource, folder);
        Directory.CreateDirectory(Path.GetDirectoryName(file.DataSource)!);
        // What SQLite writes beside it has the same rights.
        if (file.Mode is SqliteOpenMode.ReadWriteCreate)
            PrivateFile.Ensure(file.DataSource);
        return new DbContextOptionsBuilder<SqliteDatabase>()
            .UseSqlite(file.ConnectionString)
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(SqlitePragmas.Instance);
    }

    public override object Stored(DateTimeOffset instant) => MicrosecondColumn.Write(instant);

    // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE.
    protected override bool IsConflict(Exception? refused) => refused is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    public override async Task ScrubAsync(CancellationToken cancellationToken)
    {
        await base.ScrubAsync(cancellationToken);
        // Older states of the pages stand in the log until it is emptied.
        await Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    protected override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        // EF's own lock is a row that stays behind when the process dies in between, and blocks every later start.
        // A lock the operating system holds goes away with its process, so whoever has it may clear that row.
        await using var turn = await WaitForTurnAsync(cancellationToken);
        await Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
        await base.MigrateAsync(cancellationToken);
        await Database.ExecuteSqlRawAsync($"PRAGMA application_id = {BackupCheck.SqliteMark}", cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondColumn>();
    }

    private async Task<FileStream> WaitForTurnAsync(CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(Database.GetConnectionString()).DataSource + ".upgrade";
        while (true)
        {
            try
            {
                // The file stays: were it deleted, one waiter could lock the old one and another the new one.
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
        }
    }
}

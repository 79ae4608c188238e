using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GuidelineBot.Storage;

/// <summary>The whole database into one file while the bot runs, and back while it stands still. PostgreSQL's own tools do it there.</summary>
internal static class Backup
{
    /// <exception cref="IOException">It could not be written; the message says why.</exception>
    public static async Task WriteAsync(Database database, string file, CancellationToken cancellationToken)
    {
        if (database is SqliteDatabase)
            // A copy of one moment, whoever writes meanwhile.
            await database.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancellationToken);
        else
            await RunAsync("pg_dump", database, ["--format=custom", $"--file={file}"], cancellationToken);
    }

    /// <summary>Everything that is in the database now is lost.</summary>
    /// <exception cref="IOException">It could not be read or written; the message says why.</exception>
    public static async Task ReadAsync(Database database, string file, CancellationToken cancellationToken)
    {
        if (database is not SqliteDatabase)
        {
            await RunAsync(
                "pg_restore",
                database,
                ["--clean", "--if-exists", "--exit-on-error", "--single-transaction", "--no-owner", file],
                cancellationToken
            );
            return;
        }
        await using var source = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ConnectionString
        );
        await source.OpenAsync(cancellationToken);
        await database.Database.OpenConnectionAsync(cancellationToken);
        source.BackupDatabase((SqliteConnection)database.Database.GetDbConnection());
        await database.Database.CloseConnectionAsync();
    }

    private static async Task RunAsync(string tool, Database database, string[] arguments, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.Database.GetConnectionString());
        var start = new ProcessStartInfo(tool, [$"--dbname={connection.Database}", .. arguments]) { RedirectStandardError = true };
        // Not on the command line, which others on the machine can read.
        foreach (
            var (name, value) in new[]
            {
                ("PGHOST", connection.Host),
                ("PGPORT", $"{connection.Port}"),
                ("PGUSER", connection.Username),
                ("PGPASSWORD", connection.Password),
            }
        )
            if (!string.IsNullOrEmpty(value))
                start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            var error = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new IOException($"{tool} が失敗しました（{error.Trim()}）。");
        }
        catch (Win32Exception missing)
        {
            throw new IOException(
                $"{tool} が見つかりません。PostgreSQL のクライアント（サーバーと同じか新しい版）を入れ、PATH に加えてください。",
                missing
            );
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
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
        // A new one, never through a link that somebody else has laid.
        await new FileStream(file, PrivateFile.New()).DisposeAsync();
        if (database is SqliteDatabase)
            // A copy of one moment, whoever writes meanwhile.
            await database.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancellationToken);
        else
            await RunAsync("pg_dump", database, ["--format=custom", $"--file={file}", NameOf(database)], cancellationToken);
    }

    /// <summary>Whether the file can take the database's place; nothing is changed.</summary>
    /// <exception cref="IOException">It cannot; the message says why.</exception>
    public static Task CheckAsync(Database database, string file, CancellationToken cancellationToken) =>
        database is SqliteDatabase
            ? BackupCheck.SqliteAsync(file, database, cancellationToken)
            : BackupCheck.PostgresAsync(file, LinesAsync("pg_restore", database, ["--file=-", file], cancellationToken), database);

    /// <summary>Puts what is in the file in the place of what is in the database, after <see cref="CheckAsync"/>.</summary>
    /// <returns>The file in which the old state stays; null where there was none.</returns>
    /// <exception cref="IOException">It could not be read or written; the message says why.</exception>
    public static async Task<string?> ReadAsync(Database database, string file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await CheckAsync(database, file, cancellationToken);
        var suffix = $".before-{now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}";
        if (database is SqliteDatabase)
            return await ReadAsync(database, file, suffix, cancellationToken);
        await WriteAsync(database, file + suffix, cancellationToken);
        await RunAsync(
            "pg_restore",
            database,
            ["--clean", "--if-exists", "--exit-on-error", "--single-transaction", "--no-owner", $"--dbname={NameOf(database)}", file],
            cancellationToken
        );
        return file + suffix;
    }

    private static async Task<string?> ReadAsync(Database database, string file, string suffix, CancellationToken cancellationToken)
    {
        var target = new SqliteConnectionStringBuilder(database.Database.GetConnectionString()).DataSource;
        var isThere = new FileInfo(target) is { Exists: true, Length: > 0 };
        if (isThere)
            await KeepAsync(database, target, target + suffix, cancellationToken);
        await using var source = BackupCheck.OpenToRead(file);
        await source.OpenAsync(cancellationToken);
        await database.Database.OpenConnectionAsync(cancellationToken);
        // In one transaction of SQLite's: wholly or not at all.
        source.BackupDatabase((SqliteConnection)database.Database.GetDbConnection());
        await database.Database.CloseConnectionAsync();
        return isThere ? target + suffix : null;
    }

    private static async Task KeepAsync(Database database, string target, string aside, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(database, aside, cancellationToken);
        }
        catch (SqliteException)
        {
            // So damaged that it cannot be read: it goes as it is, with what was not yet written into it, and a new one is begun.
            SqliteConnection.ClearAllPools();
            foreach (var part in (string[])["", "-wal", "-shm"])
                if (File.Exists(target + part))
                    File.Move(target + part, aside + part, overwrite: true);
            PrivateFile.Ensure(target);
        }
    }

    private static string NameOf(Database database) => new NpgsqlConnectionStringBuilder(database.Database.GetConnectionString()).Database!;

    private static async Task RunAsync(string tool, Database database, string[] arguments, CancellationToken cancellationToken)
    {
        await foreach (var _ in LinesAsync(tool, database, arguments, cancellationToken)) { }
    }

    /// <summary>What the tool writes; it fails at the end where the tool did.</summary>
    private static async IAsyncEnumerable<string> LinesAsync(
        string tool,
        Database database,
        string[] arguments,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var process = Start(tool, database, arguments);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            yield return line;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new IOException($"{tool} が失敗しました（{(await error).Trim()}）。");
    }

    private static Process Start(string tool, Database database, string[] arguments)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.Database.GetConnectionString());
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
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
            return Process.Start(start)!;
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

using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GuidelineBot.Storage;

/// <summary>Settings that SQLite keeps per connection, not in the file.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // With a write-ahead log, NORMAL hands every commit to the operating system before it is acknowledged: a crash of the process
    // loses nothing. A power cut can take the last commits, never the file; FULL would cost a disk flush in every turn. A city
    // that must not lose those either sets ConnectionStrings:Postgres.
    // cache_size: 512 KB a connection instead of 2 MB, of which each thread at work holds one; the system's own cache of the file is behind it.
    // busy_timeout lets SQLite wait for a writer by itself, within milliseconds; the provider's own retry sleeps 150 ms.
    private const string Settings =
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -512;";

    public static readonly SqlitePragmas Instance = new();

    // Pooled, the native connection keeps them: each is told once, not at every opening.
    private readonly ConditionalWeakTable<object, SqlitePragmas> told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        // SQLite has no asynchronous calls.
        Apply(connection);
        return Task.CompletedTask;
    }

    /// <summary>Tells a connection that was opened past EF.</summary>
    public static void Tell(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    private void Apply(DbConnection connection)
    {
        var opened = (SqliteConnection)connection;
        if (opened.Handle is not { } native || told.TryGetValue(native, out _))
            return;
        Tell(opened);
        told.AddOrUpdate(native, this);
    }
}

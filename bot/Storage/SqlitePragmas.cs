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
    // busy_timeout lets SQLite wait for a writer by itself, within milliseconds; the provider's own retry sleeps 150 ms.
    public const string Settings = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";

    public static readonly SqlitePragmas Instance = new();

    // Pooled, the native connection keeps them: each is told once, not at every opening.
    private readonly ConditionalWeakTable<object, SqlitePragmas> told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous calls.
        Apply(connection);
        return Task.CompletedTask;
    }

    private void Apply(DbConnection connection)
    {
        if (((SqliteConnection)connection).Handle is not { } native || told.TryGetValue(native, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
        told.AddOrUpdate(native, this);
    }
}

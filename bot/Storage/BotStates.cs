using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Storage;

/// <summary>The table behind the dialogs' state, with optimistic concurrency.</summary>
internal sealed class BotStates(IDbContextFactory<Database> databases, Statements statements, TimeProvider clock)
{
    /// <summary>Keys without a state are left out.</summary>
    public async Task<IReadOnlyDictionary<string, BotStateItem>> ReadAsync(
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Database.OpenConnectionAsync(cancellationToken);
        var found = new Dictionary<string, BotStateItem>(keys.Count, StringComparer.Ordinal);
        foreach (var key in keys)
            if (await ReadAsync(database, key, cancellationToken) is { } item)
                found[key] = item;
        return found;
    }

    // By hand: every message looks here whether a dialog is open, and EF makes a delegate anew for each query that it runs.
    private static async Task<BotStateItem?> ReadAsync(Database database, string key, CancellationToken cancellationToken)
    {
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT json, etag FROM bot_states WHERE key = @key";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@key", key);
        command.Parameters.Add(parameter);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new BotStateItem
            {
                Key = key,
                Json = row.GetString(0),
                ETag = row.GetString(1),
            }
            : null;
    }

    /// <summary>Writes all or nothing.</summary>
    /// <returns>The key whose ETag is no longer the expected one, then nothing was written; null when all were.</returns>
    public async Task<string?> WriteAsync(IReadOnlyDictionary<string, BotStateChange> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 1 && changes.Single() is { Key: var only, Value: { ExpectedETag: null or "*" } state })
        {
            await statements.RunAsync(
                $"""
                INSERT INTO bot_states (key, json, etag, written_at)
                VALUES ({only}, {state.Json}, {Guid.NewGuid().ToString("N")}, {clock.GetUtcNow()})
                ON CONFLICT (key) DO UPDATE SET json = excluded.json, etag = excluded.etag, written_at = excluded.written_at
                """,
                cancellationToken
            );
            return null;
        }
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = changes.Count > 1 ? await database.Database.BeginTransactionAsync(cancellationToken) : null;

        // Always in the same order: two writers of the same keys must not wait for each other.
        foreach (var (key, change) in changes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!await WriteAsync(database, key, change, cancellationToken))
                return key;
        }

        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return null;
    }

    public async Task DeleteAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.BotStates.Where(item => keys.Contains(item.Key)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> WriteAsync(Database database, string key, BotStateChange change, CancellationToken cancellationToken)
    {
        var etag = Guid.NewGuid().ToString("N");
        var now = clock.GetUtcNow();
        var written = change.ExpectedETag is null or "*"
            ? await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO bot_states (key, json, etag, written_at) VALUES ({key}, {change.Json}, {etag}, {database.Stored(now)})
                ON CONFLICT (key) DO UPDATE SET json = excluded.json, etag = excluded.etag, written_at = excluded.written_at
                """,
                cancellationToken
            )
            : await database
                .BotStates.Where(item => item.Key == key && item.ETag == change.ExpectedETag)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(item => item.Json, change.Json)
                            .SetProperty(item => item.ETag, etag)
                            .SetProperty(item => item.WrittenAt, now),
                    cancellationToken
                );
        return written == 1;
    }
}

/// <param name="ExpectedETag">The ETag that was read; null or <c>*</c> to overwrite whatever is there.</param>
internal sealed record BotStateChange(string Json, string? ExpectedETag);

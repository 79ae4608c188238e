using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>The drafts of notices. A draft is its owner's alone: to everybody else it does not exist.</summary>
internal sealed class NoticeDrafts(IDbContextFactory<Database> databases, Changes changes, TimeProvider clock)
{
    // Compiled, because every typed message asks; for one database, and a process of tests has several.
    private readonly Func<Database, string, IAsyncEnumerable<NoticeDraft>> ofOwner = EF.CompileAsyncQuery(
        (Database database, string owner) =>
            database.Set<NoticeDraft>().AsNoTracking().OrderByDescending(draft => draft.UpdatedAt).Where(draft => draft.OwnerId == owner)
    );

    public async Task<NoticeDraft> CreateAsync(
        Turn turn,
        NoticeKind kind,
        IReadOnlyDictionary<string, string> fields,
        Guid? notice,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var draft = new NoticeDraft
        {
            Kind = kind,
            Owner = turn.From.Actor,
            Conversation = turn.Conversation.Id,
            Fields = new Dictionary<string, string>(fields),
            NoticeId = notice,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return await changes.CommitAsync(
            turn.Key,
            change =>
            {
                change.Database.NoticeDrafts.Add(draft);
                return Task.FromResult(draft);
            },
            cancellationToken
        );
    }

    /// <returns>Null where there is no such draft, or it is somebody else's.</returns>
    public async Task<NoticeDraft?> FindAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var key))
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .NoticeDrafts.AsNoTracking()
            .SingleOrDefaultAsync(draft => draft.Id == key && draft.OwnerId == turn.From.Id, cancellationToken);
    }

    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<NoticeDraft>> OfAsync(Turn turn, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = new List<NoticeDraft>();
        await foreach (var draft in ofOwner(database, turn.From.Id).WithCancellation(cancellationToken))
            found.Add(draft);
        return found;
    }

    /// <summary>Puts values in, leaving those that are not named; an empty value takes one out.</summary>
    /// <returns>The draft as it is now; null where it is gone.</returns>
    public async Task<NoticeDraft?> WriteAsync(
        Turn turn,
        string id,
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParse(id, out var key))
            return null;
        // Not marked as done by this turn: to write the same values once more does no harm, and the answer then is the right one.
        return await changes.CommitAsync(
            "",
            async change =>
            {
                await change.LockAsync<NoticeDraft>(key, cancellationToken);
                var draft = await change.Database.NoticeDrafts.SingleOrDefaultAsync(
                    draft => draft.Id == key && draft.OwnerId == turn.From.Id,
                    cancellationToken
                );
                if (draft is null)
                    return change.Refuse<NoticeDraft?>(null);
                var fields = new Dictionary<string, string>(draft.Fields);
                foreach (var (name, value) in values)
                {
                    if (value.Length == 0)
                        fields.Remove(name);
                    else
                        fields[name] = value;
                }
                (draft.Fields, draft.Conversation, draft.UpdatedAt) = (fields, turn.Conversation.Id, change.Now);
                return draft;
            },
            cancellationToken
        );
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> DropAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var key))
            return false;
        // Not marked as done by this turn: another draft may begin in it, and what is gone does not go twice.
        return await changes.CommitAsync(
                "",
                change =>
                    change
                        .Database.NoticeDrafts.Where(draft => draft.Id == key && draft.OwnerId == turn.From.Id)
                        .ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            ) > 0;
    }
}

using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>The drafts of notices. A draft is its owner's alone: to everybody else it does not exist.</summary>
internal sealed class NoticeDrafts(IDbContextFactory<Database> databases, TimeProvider clock)
{
    /// <summary>Two devices may write at the same moment; each then tries anew on what the other left.</summary>
    private const int Attempts = 5;

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
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.NoticeDrafts.Add(draft);
        await database.SaveChangesAsync(cancellationToken);
        return draft;
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
        return await database
            .NoticeDrafts.AsNoTracking()
            .Where(draft => draft.OwnerId == turn.From.Id)
            .OrderByDescending(draft => draft.UpdatedAt)
            .ToListAsync(cancellationToken);
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
        for (var attempt = 1; ; attempt++)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var draft = await database.NoticeDrafts.SingleOrDefaultAsync(
                draft => draft.Id == key && draft.OwnerId == turn.From.Id,
                cancellationToken
            );
            if (draft is null)
                return null;
            var fields = new Dictionary<string, string>(draft.Fields);
            foreach (var (name, value) in values)
            {
                if (value.Length == 0)
                    fields.Remove(name);
                else
                    fields[name] = value;
            }
            draft.Fields = fields;
            draft.Conversation = turn.Conversation.Id;
            draft.UpdatedAt = clock.GetUtcNow();
            draft.Version++;
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                return draft;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts) { }
        }
    }

    public async Task<bool> DropAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var key))
            return false;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
                .NoticeDrafts.Where(draft => draft.Id == key && draft.OwnerId == turn.From.Id)
                .ExecuteDeleteAsync(cancellationToken) > 0;
    }
}

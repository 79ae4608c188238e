using System.Globalization;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>A draft after something was written into it.</summary>
/// <param name="Kept">The fields whose newer value stays, though the form that was sent says something else.</param>
internal sealed record WrittenDraft(NoticeDraft Draft, IReadOnlyList<string> Kept);

/// <summary>The drafts of notices. A draft is its owner's alone: to everybody else it does not exist.</summary>
internal sealed class NoticeDrafts(IDbContextFactory<Database> databases, Changes changes, TimeProvider clock)
{
    private const int MostEarlier = 100;

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
    /// <param name="shown">
    /// The version of the draft that the form showed: what was written since stays, and is told where the form says something else. Null for
    /// what is typed now.
    /// </param>
    /// <returns>The draft as it is now; null where it is gone.</returns>
    public async Task<WrittenDraft?> WriteAsync(
        Turn turn,
        string id,
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken,
        int? shown = null
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
                    return change.Refuse<WrittenDraft?>(null);
                var kept = Put(draft, values, shown);
                (draft.Conversation, draft.UpdatedAt, draft.Forms) = (turn.Conversation.Id, change.Now, draft.Forms + 1);
                await change.ShowOnlyHereAsync(DraftForms.TopicName, draft.Id, turn, draft.Forms, cancellationToken);
                return new WrittenDraft(draft, kept);
            },
            cancellationToken
        );
    }

    /// <summary>A new form of the draft is to be shown: the cards of older ones are closed.</summary>
    /// <returns>Which card the new one is.</returns>
    public Task<LiveState> NewFormAsync(Turn turn, NoticeDraft draft, CancellationToken cancellationToken) =>
        changes.CommitAsync(
            "",
            async change =>
            {
                var own = change.Database.NoticeDrafts.Where(found => found.Id == draft.Id);
                await own.ExecuteUpdateAsync(found => found.SetProperty(one => one.Forms, one => one.Forms + 1), cancellationToken);
                var form = await own.Select(found => found.Forms).SingleOrDefaultAsync(cancellationToken);
                await change.RedrawAsync(DraftForms.TopicName, draft.Id, form, cancellationToken);
                return new LiveState(DraftForms.TopicName, draft.Id, form);
            },
            cancellationToken
        );

    private static int VersionOf(string change) => int.Parse(change[(change.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);

    /// <returns>The fields whose newer value stays, though the form says something else.</returns>
    private static List<string> Put(NoticeDraft draft, IReadOnlyDictionary<string, string> values, int? shown)
    {
        var kept = new List<string>();
        var (fields, earlier) = (new Dictionary<string, string>(draft.Fields), new Dictionary<string, string>(draft.Earlier));
        foreach (var (name, value) in values)
        {
            var now = fields.GetValueOrDefault(name, "");
            if (value == now)
                continue;
            if (shown is { } version && draft.IsNewer(name, version))
            {
                if (value != draft.ValueAt(name, version))
                    kept.Add(name);
                continue;
            }
            earlier[$"{name}:{draft.Version}"] = now;
            if (value.Length == 0)
                fields.Remove(name);
            else
                fields[name] = value;
        }
        // Whoever sends a form that is older than all of these is told of every field that has changed.
        foreach (var old in earlier.Keys.OrderByDescending(VersionOf).Skip(MostEarlier).ToList())
            earlier.Remove(old);
        (draft.Fields, draft.Earlier) = (fields, earlier);
        return kept;
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> DropAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var key))
            return false;
        // Not marked as done by this turn: another draft may begin in it, and what is gone does not go twice.
        return await changes.CommitAsync(
            "",
            async change =>
            {
                var own = change.Database.NoticeDrafts.Where(draft => draft.Id == key && draft.OwnerId == turn.From.Id);
                if (await own.ExecuteDeleteAsync(cancellationToken) == 0)
                    return false;
                await change.ShowOnlyHereAsync(DraftForms.TopicName, key, turn, DraftForms.Gone, cancellationToken);
                return true;
            },
            cancellationToken
        );
    }
}

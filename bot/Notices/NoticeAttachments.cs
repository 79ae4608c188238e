using GuidelineBot.Delivery;
using GuidelineBot.Files;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <param name="Size">In bytes.</param>
internal sealed record AttachedFile(Guid Id, string Name, int Size);

/// <summary>The files of drafts and notices.</summary>
internal sealed class NoticeAttachments(IDbContextFactory<Database> databases, Changes changes)
{
    /// <summary>Of each file, in bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>Of a notice's together: what a mail server takes.</summary>
    public const int LargestTogether = 20 * 1024 * 1024;

    public const int Most = 10;

    public static readonly FileKinds Kinds = new("画像、PDF、Wordだけを添付できます。", ["png", "jpg", "gif", "webp", "pdf", "docx"]);

    /// <returns>Those that were kept, and why the others were not.</returns>
    public Task<(IReadOnlyList<AttachedFile> Kept, IReadOnlyList<string> Refused)> KeepAsync(
        Turn turn,
        NoticeDraft draft,
        IReadOnlyList<ReceivedFile> files,
        CancellationToken cancellationToken
    ) =>
        changes.CommitAsync<(IReadOnlyList<AttachedFile>, IReadOnlyList<string>)>(
            turn.Key,
            async change =>
            {
                if (!await change.LockAsync<NoticeDraft>(draft.Id, cancellationToken))
                    return change.Refuse<(IReadOnlyList<AttachedFile>, IReadOnlyList<string>)>(([], ["下書きが見つかりません。"]));
                var there = await Of(change.Database, draft.Id, draft.NoticeId)
                    .Select(file => new { file.Hash, file.Size })
                    .ToListAsync(cancellationToken);
                var (kept, refused) = (new List<AttachedFile>(), new List<string>());
                var (count, together, hashes) = (there.Count, there.Sum(file => file.Size), there.Select(file => file.Hash).ToHashSet());
                foreach (var file in files)
                {
                    if (!hashes.Add(file.Hash))
                        refused.Add($"{file.Name}：同じ内容のファイルが、すでに添付されています。");
                    else if (++count > Most)
                        refused.Add($"{file.Name}：添付は1つの届出に{Most}個までです。");
                    else if ((together += file.Content.Length) > LargestTogether)
                        refused.Add($"{file.Name}：添付は1つの届出に合わせて{LargestTogether / (1024 * 1024)}MBまでです。");
                    else
                        kept.Add(Add(change, turn, draft, file));
                }
                return (kept, refused);
            },
            cancellationToken
        );

    public async Task<IReadOnlyList<AttachedFile>> OfDraftAsync(NoticeDraft draft, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ListAsync(Of(database, draft.Id, draft.NoticeId), cancellationToken);
    }

    public async Task<IReadOnlyList<AttachedFile>> OfNoticeAsync(Guid notice, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ListAsync(database.NoticeAttachments.Where(file => file.NoticeId == notice), cancellationToken);
    }

    /// <returns>With their content, in the order in which they came.</returns>
    public async Task<IReadOnlyList<MailAttachment>> ReadAsync(Guid notice, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return
        [
            .. (
                await database
                    .NoticeAttachments.AsNoTracking()
                    .Where(file => file.NoticeId == notice)
                    .OrderBy(file => file.At)
                    .ThenBy(file => file.Name)
                    .ToListAsync(cancellationToken)
            ).Select(file => new MailAttachment(file.Name, file.Type, file.Content)),
        ];
    }

    /// <summary>One that the presser has sent with a draft of their own is taken off it.</summary>
    public Task<bool> RemoveAsync(Turn turn, Guid id, CancellationToken cancellationToken)
    {
        var person = turn.From.Id;
        return changes.CommitAsync(
            turn.Key,
            async change =>
                await change
                    .Database.NoticeAttachments.Where(file => file.Id == id && file.ById == person && file.DraftId != null)
                    .ExecuteDeleteAsync(cancellationToken) == 1,
            cancellationToken
        );
    }

    /// <summary>The draft becomes this notice, and its files the notice's; in the same transaction.</summary>
    public static Task SubmitAsync(Change change, NoticeDraft draft, Notice notice, CancellationToken cancellationToken) =>
        change
            .Database.NoticeAttachments.Where(file => file.DraftId == draft.Id)
            .ExecuteUpdateAsync(
                file => file.SetProperty(one => one.NoticeId, notice.Id).SetProperty(one => one.DraftId, (Guid?)null),
                cancellationToken
            );

    /// <summary>「規約.pdf、画面.png」; empty for none.</summary>
    public static string Names(IReadOnlyList<AttachedFile> files) => string.Join("、", files.Select(file => file.Name));

    private static AttachedFile Add(Change change, Turn turn, NoticeDraft draft, ReceivedFile file)
    {
        var added = new NoticeAttachment
        {
            DraftId = draft.Id,
            By = turn.From.Actor,
            Name = file.Name,
            Type = file.Type,
            Hash = file.Hash,
            Size = file.Content.Length,
            Content = file.Content,
            At = change.Now,
        };
        change.Database.NoticeAttachments.Add(added);
        return new AttachedFile(added.Id, added.Name, added.Size);
    }

    /// <summary>Of a draft, and of the notice that it puts right.</summary>
    private static IQueryable<NoticeAttachment> Of(Database database, Guid draft, Guid? notice) =>
        database.NoticeAttachments.Where(file => file.DraftId == draft || notice != null && file.NoticeId == notice);

    private static async Task<IReadOnlyList<AttachedFile>> ListAsync(
        IQueryable<NoticeAttachment> files,
        CancellationToken cancellationToken
    ) =>
        await files
            .OrderBy(file => file.At)
            .ThenBy(file => file.Name)
            .Select(file => new AttachedFile(file.Id, file.Name, file.Size))
            .ToListAsync(cancellationToken);
}

using GuidelineBot.Cards;
using GuidelineBot.Files;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>A picture or file was sent while a notice is being filled in: it is kept with it, or it is said at once why not.</summary>
internal sealed class AttachFile(NoticeDrafts drafts, NoticeAttachments attachments, NoticeViews views, ReceivedFiles received)
    : ITakesFiles
{
    /// <summary>After checklists and handovers.</summary>
    public int Order => 20;

    public async Task<Reply?> TakeAsync(Turn turn, CancellationToken cancellationToken)
    {
        var all = await drafts.OfAsync(turn, cancellationToken);
        if (all.Count == 0)
            return null;
        var open = turn.Open is { } dialog ? all.FirstOrDefault(draft => draft.Id.ToString() == dialog.Draft) : null;
        if ((open ?? (all is [var only] ? only : null)) is not { } draft)
            // The answer to the question which is meant could not bring the file along.
            return new Reply.Say("書きかけの届出がいくつかあります。「下書き」と入力して届出を開いてから、もう一度送ってください。");
        var (files, unread) = await received.ReadAsync(turn, NoticeAttachments.Kinds, NoticeAttachments.Largest, cancellationToken);
        var (kept, refused) = files.Count > 0 ? await attachments.KeepAsync(turn, draft, files, cancellationToken) : ([], []);
        var card = NoticeFilesCard.Render(
            new NoticeFilesCard.Model(
                draft.Id.ToString(),
                views.FormOf(draft.Kind).FullTitle,
                [.. kept.Select(file => new NoticeFilesCard.File(file.Id, file.Name))],
                [.. unread, .. refused]
            )
            {
                Told = turn.Text.Length > 0 ? "いっしょに書かれた文は、届出には書き込んでいません。" : null,
            }
        );
        return new Reply.Show(card, card.FallbackText);
    }
}

/// <summary>A file is taken off a draft again.</summary>
internal sealed class RemoveFile(NoticeAttachments attachments) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeFilesCard.Remove>();
        var told = await attachments.RemoveAsync(turn, asked.File, cancellationToken)
            ? "添付を取り消しました。"
            : "この添付は見つかりません。提出したあとは、届出を引き戻して直してください。";
        return new Reply.View(NoticeFilesCard.RenderGone(asked.Draft, told));
    }
}

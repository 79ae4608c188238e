using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Words about an unfinished paper while none is in front (「終了届の続き」, 「下書きを提出」): finds which is meant.</summary>
internal sealed class TalkOfDrafts(NoticeDrafts drafts, NoticeTalk talk, NoticeViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var all = await drafts.OfAsync(turn, cancellationToken);
        if (all.Count == 0)
        {
            turn.Outcome.Route = "draft:ask";
            return new Reply.Say("書きかけの届出はありません。「届出」と入力すると始められます。");
        }
        var named = all.Where(draft => turn.Act!.Papers.Contains(draft.Id.ToString())).ToList();
        var meant = named.Count > 0 ? named : all;
        if (meant is not [var only])
        {
            turn.Outcome.Route = "draft:ask";
            return Which(meant);
        }
        var heard = await talk.ActAsync(turn, turn.Act!, only, null, cancellationToken);
        if (heard.Reply is null)
            return Which([only]);
        return heard.IsOver
            ? new Reply.Leave(only.Id.ToString(), heard.Reply)
            : new Reply.Converse(only.Id.ToString(), heard.Field, heard.Reply);
    }

    private Reply Which(IReadOnlyList<NoticeDraft> all) =>
        new Reply.Show(
            DraftsCard.Render(
                new DraftsCard.Model([
                    .. all.Select(draft => new DraftsCard.Row(
                        draft.Id.ToString(),
                        views.FormOf(draft.Kind).FullTitle,
                        NoticeViews.About(draft.Fields),
                        views.Local(draft.UpdatedAt)
                    )),
                ])
            ),
            "どの下書きでしょうか。"
        );
}

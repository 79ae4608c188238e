using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Somebody wants to file something, and it is not clear what: asks back, and the next words or a press tell.</summary>
internal sealed class AskWhichPaper(LiveKnowledge knowledge, ShowNotices notices) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        turn.Memory.Offered =
        [
            .. knowledge.Current.Forms.Select(form => new Memory.Choice(form.ShortTitle, $"notice:{NoticeKinds.NameOf(form.Kind)}")),
        ];
        var shown = await notices.HandleAsync(turn with { Press = null }, cancellationToken);
        return shown is Reply.Show show
            ? show with
            {
                Lead = "どの届出でしょうか。始める、担当が代わる、やめる、閲覧解除から選んでください。",
            }
            : shown;
    }
}

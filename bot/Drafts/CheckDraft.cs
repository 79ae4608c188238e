using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Drafts;

/// <summary>The form was sent: look over what is in it, or put right what is mechanical and look again.</summary>
internal sealed class CheckDraft(DraftCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var model = await cards.CheckAsync(
            turn.Read<DraftCheckCard.Write>(),
            turn.Press!.Verb == DraftCheckCard.MendVerb,
            cancellationToken
        );
        return new Reply.Redraw(DraftCheckCard.Render(model with { CanKeep = turn.Extension is null }));
    }
}

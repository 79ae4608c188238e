using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>What is mechanical in the form's text is put right, and the rest looked over again.</summary>
internal sealed class MendPost(PostCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var model = await cards.CheckAsync(turn.Read<PostCheckCard.Write>(), mend: true, cancellationToken);
        cards.Remember(turn, model);
        turn.Outcome.Route = Route.DraftCheck.Name;
        return new Reply.View(PostCheckCard.Render(model with { CanKeep = turn.Extension is null }));
    }
}

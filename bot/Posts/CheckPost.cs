using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>The form was sent: look over what is in it.</summary>
internal sealed class CheckPost(PostCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var model = await cards.CheckAsync(turn.Read<PostCheckCard.Write>(), mend: false, cancellationToken);
        cards.Remember(turn, model);
        turn.Outcome.Route = Route.DraftCheck.Name;
        return new Reply.View(PostCheckCard.Render(model with { CanKeep = turn.Extension is null }));
    }
}

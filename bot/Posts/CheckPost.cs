using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>The form was sent: look over what is in it, or put right what is mechanical and look again.</summary>
internal sealed class CheckPost(PostCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var model = await cards.CheckAsync(turn.Read<PostCheckCard.Write>(), turn.Press!.Verb == PostCheckCard.MendVerb, cancellationToken);
        return new Reply.Redraw(PostCheckCard.Render(model with { CanKeep = turn.Extension is null }));
    }
}

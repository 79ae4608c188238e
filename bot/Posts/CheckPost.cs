using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>The form was sent: look over what is in it, or put right what is mechanical and look again.</summary>
internal sealed class CheckPost(PostCards cards, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var model = await cards.CheckAsync(turn.Read<PostCheckCard.Write>(), turn.Press!.Verb == PostCheckCard.MendVerb, cancellationToken);
        turn.Memory.Post = new(PostTalk.Checked, clock.GetUtcNow());
        return new Reply.Redraw(PostCheckCard.Render(model with { CanKeep = turn.Extension is null }));
    }
}

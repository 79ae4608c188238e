using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>One's own kept posts.</summary>
internal sealed class ListKeptPosts(PostShelf shelf, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var card = await CardAsync(turn, cancellationToken);
        return new Reply.Personal(turn.Press is null ? new Reply.Show(card, card.FallbackText) : new Reply.View(card), card.FallbackText);
    }

    public async Task<AdaptiveCard> CardAsync(Turn turn, CancellationToken cancellationToken) =>
        KeptPostsCard.Render(
            new KeptPostsCard.Model(
                [
                    .. (await shelf.OfAsync(turn, cancellationToken)).Select(post => new KeptPostsCard.Row(
                        post.Id.ToString(),
                        post.Service,
                        post.Text,
                        TimeZoneInfo.ConvertTime(post.KeptAt, clock.LocalTimeZone)
                    )),
                ],
                KeptPost.Days
            )
        );
}

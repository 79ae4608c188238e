using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>One's own kept posts; also after one of them was removed.</summary>
internal sealed class ListKeptPosts(PostShelf shelf, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Press is { Verb: KeptPostsCard.RemoveVerb })
            await shelf.RemoveAsync(turn, turn.Read<KeptPostsCard.Ref>().Post, cancellationToken);
        var rows = (await shelf.OfAsync(turn, cancellationToken))
            .Select(post => new KeptPostsCard.Row(
                post.Id.ToString(),
                post.Service,
                post.Text,
                TimeZoneInfo.ConvertTime(post.KeptAt, clock.LocalTimeZone)
            ))
            .ToList();
        var card = KeptPostsCard.Render(new KeptPostsCard.Model(rows, KeptPost.Days));
        return turn.Press is null ? new Reply.Show(card, $"保存した投稿は{rows.Count}件です。") : new Reply.Redraw(card);
    }
}

/// <summary>A kept post comes back into the form, looked over anew: rules may have changed since.</summary>
internal sealed class OpenKeptPost(PostShelf shelf, PostCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await shelf.FindAsync(turn, turn.Read<KeptPostsCard.Ref>().Post, cancellationToken) is { } post
            ? new Reply.Redraw(
                PostCheckCard.Render(
                    await cards.CheckAsync(
                        new PostCheckCard.Write(
                            post.Text,
                            post.Service,
                            post.IsProfile ? PostCheckCard.ProfileKind : PostCheckCard.PostKind
                        ),
                        mend: false,
                        cancellationToken
                    )
                )
            )
            : new Reply.Say("この投稿はもうありません。");
}

using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>A kept post comes back into the form, looked over anew: rules may have changed since.</summary>
internal sealed class OpenKeptPost(PostShelf shelf, PostCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await shelf.FindAsync(turn, turn.Read<KeptPostsCard.Ref>().Post, cancellationToken) is { } post
            ? new Reply.View(
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

using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>One of one's own kept posts is thrown away.</summary>
internal sealed class RemoveKeptPost(PostShelf shelf, ListKeptPosts list) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        await shelf.RemoveAsync(turn, turn.Read<KeptPostsCard.Ref>().Post, cancellationToken);
        // Where others read along, the message must not show the posts that are left.
        return new Reply.Update(
            turn.Conversation.Kind == ConversationKind.Personal
                ? await list.CardAsync(turn, cancellationToken)
                : KeptPostsCard.RenderRemoved()
        );
    }
}

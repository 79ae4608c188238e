using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>Someone asks to keep the post until it is published.</summary>
internal sealed class KeepPost(PostCards cards, PostShelf shelf) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var sent = turn.Read<PostCheckCard.Write>();
        var model = await cards.CheckAsync(sent, mend: false, cancellationToken);
        if (model.Error is not null)
            return new Reply.View(PostCheckCard.Render(model));
        await shelf.KeepAsync(turn, cards.Read(sent), cancellationToken);
        var card = PostCheckCard.Render(
            model with
            {
                Told = $"保存しました。「保存した投稿」で開けます。{KeptPost.Days}日たつと消えます。",
            }
        );
        // A post is nobody else's business before it is published, and the empty form that others see is as good as before.
        return turn.Conversation.Kind == ConversationKind.Personal ? new Reply.Update(card) : new Reply.View(card);
    }
}

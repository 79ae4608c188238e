using GuidelineBot.Turns;

namespace GuidelineBot.Delivery;

/// <summary>「ここに届ける」: 広報広聴課 chooses the chats and channels in which notices are told.</summary>
internal sealed class DeliverHere(KnownConversations conversations) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        return new Reply.Say(
            await conversations.ToggleNoticesAsync(turn.Conversation.Id, cancellationToken) switch
            {
                true =>
                    "これから、届出が提出されるとこのチャットにお知らせします。やめるときは、もう一度「ここに届ける」と入力してください。",
                false => "このチャットへの届出のお知らせをやめました。",
                _ => "このチャットをまだ覚えていません。もう一度「ここに届ける」と入力してください。",
            }
        );
    }
}

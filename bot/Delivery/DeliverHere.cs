using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Delivery;

/// <summary>「ここに届ける」: the office chooses the chats and channels in which notices are told.</summary>
internal sealed class DeliverHere(Changes changes) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        new Reply.Say(
            await changes.CommitAsync(
                turn.Key,
                change => ToggleAsync(change, turn.Conversation.Id, cancellationToken),
                cancellationToken
            ) switch
            {
                true =>
                    "これから、届出が提出されるとこのチャットにお知らせします。やめるときは、もう一度「ここに届ける」と入力してください。",
                false => "このチャットへの届出のお知らせをやめました。",
                _ => "このチャットをまだ覚えていません。もう一度「ここに届ける」と入力してください。",
            }
        );

    /// <returns>Whether notices are told here now; null where the conversation is not known.</returns>
    private static async Task<bool?> ToggleAsync(Change change, string id, CancellationToken cancellationToken)
    {
        var here = change.Database.KnownConversations.Where(place => place.Id == id);
        await here.ExecuteUpdateAsync(
            place => place.SetProperty(found => found.TakesNotices, found => !found.TakesNotices),
            cancellationToken
        );
        return await here.Select(place => (bool?)place.TakesNotices).SingleOrDefaultAsync(cancellationToken);
    }
}

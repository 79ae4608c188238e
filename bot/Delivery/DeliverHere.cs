using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Delivery;

/// <summary>A slice with things that wait for the office.</summary>
internal interface IOfficeNews
{
    /// <summary>More at once would be a flood; the lists have them all.</summary>
    const int MostCards = 10;

    /// <summary>「未処理の届出」</summary>
    string What { get; }

    /// <summary>The cards of what waits are to stand in this conversation, too.</summary>
    /// <returns>How many things wait.</returns>
    Task<int> ShowOpenAsync(Change change, string place, CancellationToken cancellationToken);
}

/// <summary>「ここに届ける」: the office chooses the chats and channels in which notices are told.</summary>
internal sealed class DeliverHere(Changes changes, IEnumerable<IOfficeNews> news) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        new Reply.Say(
            await changes.CommitAsync(turn.Key, change => ToggleAsync(change, turn.Conversation.Id, cancellationToken), cancellationToken)
        );

    private async Task<string> ToggleAsync(Change change, string id, CancellationToken cancellationToken)
    {
        var here = change.Database.KnownConversations.Where(place => place.Id == id);
        await here.ExecuteUpdateAsync(
            place => place.SetProperty(found => found.TakesNotices, found => !found.TakesNotices),
            cancellationToken
        );
        switch (await here.Select(place => (bool?)place.TakesNotices).SingleOrDefaultAsync(cancellationToken))
        {
            case null:
                return "このチャットをまだ覚えていません。もう一度「ここに届ける」と入力してください。";
            case false:
                return "このチャットへの届出のお知らせをやめました。";
        }
        var waiting = new List<string>();
        foreach (var slice in news)
            if (await slice.ShowOpenAsync(change, id, cancellationToken) is > 0 and var count)
                waiting.Add($"{slice.What}が{count}件");
        var already = waiting.Count == 0 ? "" : $"今は{string.Join("、", waiting)}あります。続けて表示します。";
        return $"これから、届出が提出されるとこのチャットにお知らせします。{already}やめるときは、もう一度「ここに届ける」と入力してください。";
    }
}

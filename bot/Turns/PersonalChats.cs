using AdaptiveCards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Turns;

/// <summary>What is one person's own: in a chat with others it goes to the person's own chat, and here stands only that it does.</summary>
internal sealed partial class PersonalChats(
    IDbContextFactory<Database> databases,
    IProactiveMessages messages,
    TimeProvider clock,
    ILogger<PersonalChats> log
)
{
    /// <param name="isAnswer">The reply answers an Action.Execute, and the presser alone sees a view.</param>
    public async Task<Reply> TakeAsync(Turn turn, Reply reply, bool isAnswer, CancellationToken cancellationToken)
    {
        if (reply is not Reply.Personal personal)
            return reply;
        if (turn.Conversation.Kind == ConversationKind.Personal || isAnswer && personal.Whole is Reply.View)
            return personal.Whole;
        var (card, summary) = personal.Whole switch
        {
            Reply.Show show => (show.Card, show.Summary),
            Reply.View view => (view.Card, view.Card.FallbackText),
            _ => throw new ArgumentOutOfRangeException(nameof(reply), personal.Whole, null),
        };
        return new Reply.Say(
            await IsSentAsync(turn.From.Id, card, summary, cancellationToken)
                ? $"{personal.Told}ご本人の個人チャットに送りました。"
                : $"{personal.Told}ほかの方にも見えるので、ここには表示しません。ボットとの個人チャットで、もう一度お試しください。"
        );
    }

    private async Task<bool> IsSentAsync(string person, AdaptiveCard card, string summary, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (
            await KnownConversations.OfPerson(database, person).Select(chat => chat.Reference).FirstOrDefaultAsync(cancellationToken)
            is not { } reference
        )
            return false;
        using var patience = new CancellationTokenSource(Replies.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await messages.SendAsync(reference, card, summary, either.Token);
            return true;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotSent(fault);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "What is one person's own could not be sent to their own chat")]
    private partial void LogNotSent(Exception fault);
}

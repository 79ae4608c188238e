using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Turns;

/// <summary>The one way out: whatever the bot shows in a chat is sent, edited or answered here.</summary>
internal sealed partial class Replies(IDbContextFactory<Database> databases, LiveCards cards, TimeProvider clock, ILogger<Replies> log)
{
    /// <summary>How long an edit may hold up the answer to a press, for which Teams waits 5 s in all.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Sends a message of its own. A press that came as a message (a Submit) has no other answer, so its card replaces the message that
    /// was pressed; a new message holds it where that cannot be.
    /// </summary>
    /// <returns>The channel's id of the message, where it tells one.</returns>
    public async Task<string?> SendAsync(ITurnContext context, Reply reply, CancellationToken cancellationToken)
    {
        if (reply is Reply.Offer offer)
        {
            foreach (var file in offer.Files)
                await context.SendActivityAsync(FileConsents.Ask(file), cancellationToken);
            return null;
        }
        var message = ReplyWriter.Message(Stamped(reply));
        if (reply is Reply.View or Reply.Update && await HasEditedAsync(context, message, cancellationToken))
            return message.Id;
        message.Id = null;
        var id = (await context.SendActivityAsync(message, cancellationToken))?.Id;
        if (id is { Length: > 0 } && reply is Reply.Show { Shown: { } shown })
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await cards.AddAsync(database, shown, context.Activity.Conversation.Id, id, cancellationToken);
        }
        return id;
    }

    /// <summary>
    /// Answers an Action.Execute press, which the presser alone sees until the message is drawn again; what has changed goes into the
    /// message itself, for everybody. Both hold the same card under one key, so that a press on either is known as the same press.
    /// </summary>
    /// <param name="isFirst">
    /// False for a refresh, which the client asks for by itself, and for a copy of a press: they are answered, and nothing is sent or
    /// edited.
    /// </param>
    public async Task<AdaptiveCardInvokeResponse> AnswerAsync(
        ITurnContext context,
        Reply reply,
        bool isFirst,
        CancellationToken cancellationToken
    )
    {
        Stamped(reply);
        switch (reply)
        {
            case Reply.Show show when !isFirst:
                return ReplyWriter.Answer(show.Card);
            case Reply.Show:
                await context.SendActivityAsync(ReplyWriter.Message(reply), cancellationToken);
                break;
            case Reply.Offer when isFirst:
                await SendAsync(context, reply, cancellationToken);
                break;
            case Reply.Update { IsLive: false } when isFirst:
                await HasEditedAsync(context, ReplyWriter.Message(reply), cancellationToken);
                break;
        }
        return ReplyWriter.Answer(reply);
    }

    /// <summary>Says that nothing is done, in the chat or where the press shows its answer.</summary>
    public static Task RefuseAsync(ITurnContext context, int status, string code, string sentence, CancellationToken cancellationToken) =>
        context.SendActivityAsync(
            context.Activity.Type == ActivityTypes.Invoke
                ? new Activity(
                    "invokeResponse",
                    value: Refusal.Of(context.Activity, status, code, sentence) ?? new InvokeResponse { Status = status }
                )
                : ReplyWriter.Message(new Reply.Say(sentence)),
            cancellationToken
        );

    /// <summary>Takes away the message that was pressed, which has had its answer; where that cannot be, it stays.</summary>
    public async Task WithdrawAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (context.Activity.ReplyToId is not { Length: > 0 } pressed)
            return;
        try
        {
            await context.DeleteActivityAsync(pressed, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotEdited(fault, context.Activity.Id);
        }
    }

    /// <summary>Edits a message of the bot's, for everybody.</summary>
    /// <param name="message">The channel's id of it, within the conversation of <paramref name="context"/>.</param>
    public static Task EditAsync(ITurnContext context, string message, AdaptiveCard card, CancellationToken cancellationToken)
    {
        var activity = ReplyWriter.Message(Stamped(new Reply.Update(card)));
        activity.Id = message;
        return context.UpdateActivityAsync(activity, cancellationToken);
    }

    /// <summary>
    /// Edits the message that was pressed. Which one that is, is the client's word; the conversation is the turn's own, and there Teams lets
    /// the bot edit its own messages alone.
    /// </summary>
    private async Task<bool> HasEditedAsync(ITurnContext context, Activity activity, CancellationToken cancellationToken)
    {
        if (context.Activity.ReplyToId is not { Length: > 0 } pressed)
            return false;
        activity.Id = pressed;
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await context.UpdateActivityAsync(activity, either.Token);
            return true;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Deleted, closed to the bot, or silent. What was done is done, and the presser is told all the same.
            LogNotEdited(fault, context.Activity.Id);
            return false;
        }
    }

    private static Reply Stamped(Reply reply)
    {
        var card = reply switch
        {
            Reply.Show show => show.Card,
            Reply.View view => view.Card,
            Reply.Update update => update.Card,
            _ => null,
        };
        if (card is not null)
            CardKeys.Stamp(card, Guid.CreateVersion7().ToString("N"));
        if (reply is Reply.Update { ForEveryone: { } shown })
            CardKeys.Stamp(shown, Guid.CreateVersion7().ToString("N"));
        return reply;
    }

    [LoggerMessage(LogLevel.Warning, "The message that was pressed could not be edited ({Id})")]
    private partial void LogNotEdited(Exception fault, string id);
}

using AdaptiveCards;
using GuidelineBot.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>Turns a <see cref="Reply"/> into activities and answers to invokes.</summary>
internal static class ReplyWriter
{
    private const string MessageType = "application/vnd.microsoft.activity.message";

    /// <summary>Sends what is to be a message of its own; a <see cref="Reply.Redraw"/> of a Submit press replaces the message that holds the card.</summary>
    /// <returns>The channel's id of the message, where it tells one.</returns>
    public static async Task<string?> SendAsync(ITurnContext context, Reply reply, CancellationToken cancellationToken)
    {
        var activity = reply switch
        {
            Reply.Say say => Plain(say.Text),
            Reply.Show show => Message(show),
            Reply.Redraw redraw => (Activity)MessageFactory.Attachment(Attach(redraw.Card)),
            _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, null),
        };

        if (reply is Reply.Redraw redrawn && context.Activity.ReplyToId is { Length: > 0 } card)
        {
            await RedrawAsync(context, card, redrawn.Card, cancellationToken);
            return card;
        }
        return (await context.SendActivityAsync(activity, cancellationToken))?.Id;
    }

    /// <summary>Replaces the message, and with it its card.</summary>
    public static Task RedrawAsync(ITurnContext context, string message, AdaptiveCard card, CancellationToken cancellationToken)
    {
        var activity = (Activity)MessageFactory.Attachment(Attach(card));
        activity.Id = message;
        return context.UpdateActivityAsync(activity, cancellationToken);
    }

    /// <summary>The answer to an Action.Execute press.</summary>
    public static AdaptiveCardInvokeResponse Answer(Reply reply) =>
        reply switch
        {
            Reply.Redraw redraw => new()
            {
                StatusCode = 200,
                Type = AdaptiveCard.ContentType,
                Value = Stamped(redraw.Card),
            },
            Reply.Say say => new()
            {
                StatusCode = 200,
                Type = MessageType,
                Value = say.Text,
            },
            _ => new()
            {
                StatusCode = 200,
                Type = MessageType,
                Value = "下に表示しました。",
            },
        };

    /// <summary>An answer to an Action.Execute press that nobody could handle.</summary>
    public static AdaptiveCardInvokeResponse Refusal(int status, string code, string message) =>
        new()
        {
            StatusCode = status,
            Type = "application/vnd.microsoft.error",
            Value = JObject.FromObject(new { code, message }),
        };

    /// <summary>What somebody typed may stand in it, and is no markup.</summary>
    private static Activity Plain(string text)
    {
        var activity = MessageFactory.Text(text);
        activity.TextFormat = TextFormatTypes.Plain;
        return activity;
    }

    private static Activity Message(Reply.Show show)
    {
        var activity = (Activity)MessageFactory.Attachment(Attach(show.Card), show.Lead.Length == 0 ? null : show.Lead);
        activity.Summary = show.Summary;
        if (show.Citations.Count > 0)
            activity.Entities = [Cite(show.Citations)];
        return activity;
    }

    private static Attachment Attach(AdaptiveCard card) => new() { ContentType = AdaptiveCard.ContentType, Content = Stamped(card) };

    private static AdaptiveCard Stamped(AdaptiveCard card)
    {
        CardKeys.Stamp(card, Guid.CreateVersion7().ToString("N"));
        return card;
    }

    /// <summary>
    /// The schema.org message entity by which Teams shows sources. One a message, at most ten claims, no empty appearance: Teams refuses anything else.
    /// </summary>
    private static Entity Cite(IReadOnlyList<Citation> citations) =>
        new("https://schema.org/Message")
        {
            Properties = JObject.FromObject(
                new Dictionary<string, object>
                {
                    ["@type"] = "Message",
                    ["@context"] = "https://schema.org",
                    ["citation"] = citations
                        .Take(10)
                        .Select(
                            (citation, place) =>
                                new Dictionary<string, object>
                                {
                                    ["@type"] = "Claim",
                                    ["position"] = place + 1,
                                    ["appearance"] = new Dictionary<string, object>
                                    {
                                        ["@type"] = "DigitalDocument",
                                        ["name"] = citation.Name.Cut(80),
                                        ["abstract"] = citation.Abstract.Cut(160),
                                    },
                                }
                        ),
                }
            ),
        };

    private static string Cut(this string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}

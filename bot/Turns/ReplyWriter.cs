using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>Turns a <see cref="Reply"/> into activities and answers to invokes.</summary>
internal static class ReplyWriter
{
    private const string MessageType = "application/vnd.microsoft.activity.message";

    /// <summary>A message that holds what the reply says.</summary>
    public static Activity Message(Reply reply) =>
        reply switch
        {
            Reply.Say say => Plain(say.Text),
            Reply.Show show => Message(show.Card, show.Lead, show.Citations, show.Summary),
            Reply.View view => Message(view.Card),
            Reply.Update update => Message(update.ForEveryone ?? update.Card, update.Lead, update.Citations),
            Reply.Given given => FileConsents.Given(given),
            _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, null),
        };

    /// <summary>The answer to an Action.Execute press.</summary>
    public static AdaptiveCardInvokeResponse Answer(Reply reply) =>
        reply switch
        {
            Reply.View view => Answer(view.Card),
            Reply.Update update => Answer(update.Card),
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

    /// <summary>The answer that shows a card in the place of the pressed one.</summary>
    public static AdaptiveCardInvokeResponse Answer(AdaptiveCard card) =>
        new()
        {
            StatusCode = 200,
            Type = AdaptiveCard.ContentType,
            Value = card,
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

    private static Activity Message(AdaptiveCard card, string lead = "", IReadOnlyList<Citation>? citations = null, string? summary = null)
    {
        var activity = (Activity)
            MessageFactory.Attachment(
                new Attachment { ContentType = AdaptiveCard.ContentType, Content = card },
                lead.Length == 0 ? null : lead
            );
        activity.Summary = summary;
        if (citations is { Count: > 0 })
            activity.Entities = [Cite(citations)];
        return activity;
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

using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using GuidelineBot.Cards;
using GuidelineBot.Storage;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>Turns an activity into a <see cref="Turn"/>.</summary>
internal sealed partial class TurnReader(RoleBook roles)
{
    public Turn Read(Activity activity)
    {
        var turn = Begin(activity);
        return PressOf(activity) is { } data
            ? turn with
            {
                Press = ReadPress(data, activity.ReplyToId) with
                {
                    IsRefresh = activity is { Type: ActivityTypes.Invoke, Value: JObject invoke } && Text(invoke["trigger"]) == "automatic",
                },
            }
            : turn with
            {
                Text = Typed.Clean(WrittenIn(activity)).Trim(),
                Quoted = Typed.Clean(Plain.Cut(QuotedOf(activity), ActivityCheck.LongestText)).Trim(),
                Files = SentFile.Of(activity),
            };
    }

    /// <summary>Somebody types into the search of the message extension. Some clients leave the command out: there is one search.</summary>
    public Turn Read(Activity activity, MessagingExtensionQuery query) =>
        Begin(activity) with
        {
            Text = query.Parameters?.FirstOrDefault(parameter => parameter.Name != "initialRun")?.Value as string is { } text
                ? Typed.Clean(Plain.Cut(text, ActivityCheck.LongestText)).Trim()
                : "",
            Extension = new Extension(
                query.CommandId is { Length: > 0 } command ? command : Extension.Search,
                Math.Clamp(query.QueryOptions?.Skip ?? 0, 0, 1000),
                Math.Clamp(query.QueryOptions?.Count ?? Extension.Usual, 1, Extension.Usual)
            ),
        };

    /// <summary>The window of the message extension was opened, perhaps beside a message, or a button in it was pressed.</summary>
    public Turn Read(Activity activity, MessagingExtensionAction action) =>
        Begin(activity) with
        {
            Text = Typed.Clean(MessageText.Of(action.MessagePayload)),
            Press = action.Data is JObject data && data.ContainsKey(GuidelineBot.Cards.Press.VerbName) ? ReadPress(data, null) : null,
            Extension = new Extension(action.CommandId ?? "") { Beside = BesideOf(action.MessagePayload) },
        };

    /// <summary>Somebody answered to a file that was offered.</summary>
    public Turn Read(Activity activity, FileConsent consent) => Begin(activity) with { Consent = consent };

    private static BesideMessage? BesideOf(MessageActionsPayload? message) =>
        message is null
            ? null
            : new BesideMessage(
                LinkOf(message.LinkToMessage),
                new Actor(message.From?.User?.Id ?? "", Typed.Name(message.From?.User?.DisplayName)),
                DateTimeOffset.TryParse(message.CreatedDateTime, CultureInfo.InvariantCulture, out var at) ? at : null,
                message.Attachments?.Count > 0 || message.Body?.Content?.Contains("<img", StringComparison.OrdinalIgnoreCase) == true
            );

    /// <summary>A link that leads into Teams; what else a client may send is none.</summary>
    private static string LinkOf(Uri? link) =>
        link is { IsAbsoluteUri: true, Scheme: "https" } && link.AbsoluteUri.Length <= 1000 ? link.AbsoluteUri : "";

    private Turn Begin(Activity activity) =>
        new(
            new Person(
                activity.From?.Id ?? "",
                Typed.Name(activity.From?.Name),
                activity.From?.AadObjectId,
                roles.Of(activity.From?.AadObjectId, activity.From?.Id)
            ),
            new Conversation(activity.Conversation.Id, KindOf(activity.Conversation)),
            ""
        );

    /// <summary>The text, or, where a client leaves it out, what its HTML says; a picture says nothing.</summary>
    private static string WrittenIn(Activity activity)
    {
        var text = Card().Replace(Mentions.TextOf(activity), "");
        if (string.IsNullOrWhiteSpace(text))
            return
                activity
                    .Attachments?.Select(attachment => attachment is { ContentType: "text/html", Content: string html } ? html : "")
                    .Select(html => Picture().Replace(html, ""))
                    .FirstOrDefault(html => html.Length > 0)
                    is { } only
                ? MessageText.Written(only)
                : "";
        return Entity().Replace(text, match => match.ValueSpan is "&nbsp;" or "&#160;" ? " " : WebUtility.HtmlDecode(match.Value));
    }

    [GeneratedRegex("<img[^>]{0,2000}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    /// <summary>Signs that Teams writes as HTML does, also in a plain text.</summary>
    [GeneratedRegex("&(?:nbsp|lt|gt|amp|quot|apos|#160|#39|#34);", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    /// <summary>A card within a message, and one that it answers to, stand in its text as markup, which nobody typed.</summary>
    [GeneratedRegex(
        """<span class="inline-compose-card".*?(?:</span>\s*)+|<span class="inline-compose-card".*$"""
            + """|<(?:attachment|quoted) [^>]*>(?:</(?:attachment|quoted)>)?""",
        RegexOptions.Singleline
    )]
    private static partial Regex Card();

    /// <summary>
    /// What the message answers to. Teams sends it beside the text: as a preview in an attachment or an entity, or as a block in the HTML.
    /// </summary>
    private static string QuotedOf(Activity activity)
    {
        foreach (var attachment in activity.Attachments ?? [])
        {
            var quoted = attachment switch
            {
                { ContentType: "messageReference", Content: JObject reference } => Text(reference["messagePreview"]),
                { ContentType: "text/html", Content: string html } => MessageText.Quoted(html),
                _ => "",
            };
            if (quoted.Length > 0)
                return quoted;
        }
        return activity
                .Entities?.Select(entity => entity?.Properties?["quotedReply"])
                .OfType<JObject>()
                .Select(reply => Text(reply["preview"]))
                .FirstOrDefault()
            ?? "";
    }

    /// <summary>The data of a press: of Action.Execute (an invoke), or of its Action.Submit fallback (a message with a value and no text).</summary>
    private static JObject? PressOf(Activity activity) =>
        activity switch
        {
            { Type: ActivityTypes.Invoke, Value: JObject value } => value["action"]?["data"] as JObject,
            { Type: ActivityTypes.Message, Value: JObject value } when string.IsNullOrWhiteSpace(activity.Text) => value,
            _ => null,
        };

    private static Pressed ReadPress(JObject data, string? message) =>
        new(
            Text(data[GuidelineBot.Cards.Press.VerbName]),
            Text(data[CardKeys.Name]),
            JsonDocument.Parse(Typed.Clean(data).ToString(Formatting.None)).RootElement,
            message ?? ""
        );

    /// <summary>Empty for anything but a string: what a client sends may have any shape.</summary>
    private static string Text(JToken? token) => token is { Type: JTokenType.String } ? token.Value<string>()! : "";

    /// <summary>What is personal is said only where the channel says that nobody else is: a kind of chat that is not known is a group.</summary>
    private static ConversationKind KindOf(ConversationAccount conversation) =>
        conversation switch
        {
            { ConversationType: "channel" } => ConversationKind.Channel,
            { ConversationType: "personal" } => ConversationKind.Personal,
            { ConversationType: null or "", IsGroup: not true, Id: var id } when !id.StartsWith("19:", StringComparison.Ordinal) =>
                ConversationKind.Personal,
            _ => ConversationKind.Group,
        };
}

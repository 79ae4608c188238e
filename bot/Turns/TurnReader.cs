using System.Text.Json;
using GuidelineBot.Cards;
using GuidelineBot.Storage;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>Turns an activity into a <see cref="Turn"/>.</summary>
internal sealed class TurnReader(RoleBook roles)
{
    public Turn Read(Activity activity)
    {
        var from = new Person(activity.From?.Id ?? "", activity.From?.Name ?? "", activity.From?.AadObjectId, roles.Of(activity.From?.AadObjectId));
        var conversation = new Conversation(activity.Conversation.Id, KindOf(activity.Conversation));

        return PressOf(activity) is { } data
            ? new Turn(from, conversation, "", ReadPress(data, activity.ReplyToId))
            : new Turn(from, conversation, (activity.RemoveRecipientMention() ?? "").Trim());
    }

    /// <summary>The data of a press: of Action.Execute (an invoke), or of its Action.Submit fallback (a message with a value and no text).</summary>
    private static JObject? PressOf(Activity activity) => activity switch
    {
        { Type: ActivityTypes.Invoke, Value: JObject value } => value["action"]?["data"] as JObject,
        { Type: ActivityTypes.Message, Value: JObject value } when string.IsNullOrWhiteSpace(activity.Text) => value,
        _ => null,
    };

    private static Pressed ReadPress(JObject data, string? message) => new(
        Text(data[GuidelineBot.Cards.Press.VerbName]),
        Text(data[CardKeys.Name]),
        JsonDocument.Parse(data.ToString(Formatting.None)).RootElement,
        message ?? "");

    /// <summary>Empty for anything but a string: what a client sends may have any shape.</summary>
    private static string Text(JToken? token) => token is { Type: JTokenType.String } ? token.Value<string>()! : "";

    private static ConversationKind KindOf(ConversationAccount conversation) => conversation.ConversationType switch
    {
        "channel" => ConversationKind.Channel,
        "groupChat" => ConversationKind.Group,
        "personal" => ConversationKind.Personal,
        _ => conversation.IsGroup == true ? ConversationKind.Group : ConversationKind.Personal,
    };
}

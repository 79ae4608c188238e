using System.Text.Json.Nodes;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests;

/// <summary>Activities as Teams sends them, for the tests and for the people of the load runs.</summary>
internal static class TeamsActivity
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";

    /// <param name="type"><c>message</c>, <c>invoke</c> …</param>
    /// <param name="person">With <c>id</c>, <c>name</c> and <c>aadObjectId</c>.</param>
    public static JsonObject New(
        string type,
        string id,
        string serviceUrl,
        JsonObject person,
        string conversation,
        string conversationType = "personal"
    ) =>
        new()
        {
            ["type"] = type,
            ["id"] = id,
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = person,
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "ガイドラインボット" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation,
                ["conversationType"] = conversationType,
                ["tenantId"] = Tenant,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
            ["locale"] = "ja-JP",
        };

    public static JsonObject Person(string id, string name, string directoryId) =>
        new()
        {
            ["id"] = id,
            ["name"] = name,
            ["aadObjectId"] = directoryId,
        };

    /// <summary>A group chat's id begins with 19:.</summary>
    public static string TypeOf(string conversation) => conversation.StartsWith("19:", StringComparison.Ordinal) ? "groupChat" : "personal";

    /// <summary>Makes a press of an Action.Execute button of the activity.</summary>
    public static void Press(JsonObject activity, JsonNode? verb, JsonObject data)
    {
        activity["type"] = "invoke";
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = verb?.DeepClone(),
                ["data"] = data,
            },
            ["trigger"] = "manual",
        };
        activity.Remove("text");
    }

    /// <summary>The action of a button as a card carries it, drawn just now.</summary>
    public static JsonObject Button(string verb, JsonObject data)
    {
        data["verb"] = verb;
        data[CardKeys.Name] = $"{Guid.NewGuid():N}";
        return new JsonObject { ["verb"] = verb, ["data"] = data };
    }
}

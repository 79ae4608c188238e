using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Browser;

/// <summary>
/// A second person in a chat of the Playground, whose page knows one user alone: what they type and press goes to the bot as the Playground
/// would send it.
/// </summary>
internal sealed class PlaygroundPerson(BotProcess bot, HttpClient http, string id, string name, string directoryId)
{
    public static PlaygroundPerson Sato(BotProcess bot, HttpClient http) =>
        new(bot, http, "29:user-sato", "佐藤 花子", "33333333-3333-4333-8333-333333333331");

    public static PlaygroundPerson Suzuki(BotProcess bot, HttpClient http) =>
        new(bot, http, "29:user-suzuki", "鈴木 一郎", "33333333-3333-4333-8333-333333333332");

    public static SqliteDatabase Open(BotProcess bot) =>
        new(SqliteDatabase.Options($"Data Source={bot.Database}", Path.GetDirectoryName(bot.Database)!).Options);

    /// <summary>Waits until every card shows the last state: a person takes longer to read a card than that.</summary>
    public static async Task DrawnAsync(BotProcess bot)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var database = Open(bot);
        while (await database.LiveCards.AnyAsync(card => card.Wanted > card.Drawn, late.Token))
            await Task.Delay(50, late.Token);
    }

    /// <summary>Types in their own chat, which the Playground has none for: what the bot answers there gets nowhere.</summary>
    public async Task SayAsync(string text, string conversation)
    {
        await using var database = Open(bot);
        using var response = await http.PostAsJsonAsync(
            "/api/messages",
            new JsonObject
            {
                ["type"] = "message",
                ["id"] = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
                ["channelId"] = "msteams",
                ["serviceUrl"] = (await database.KnownConversations.FirstAsync(known => known.Id == conversation)).ServiceUrl,
                ["text"] = text,
                ["from"] = new JsonObject
                {
                    ["id"] = id,
                    ["name"] = name,
                    ["aadObjectId"] = directoryId,
                },
                ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "ガイドラインボット" },
                ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal" },
            }
        );
    }

    /// <param name="message">The message that holds the card.</param>
    public async Task<JsonNode> PressAsync(string conversation, string message, string verb, JsonObject data)
    {
        data["verb"] = verb;
        data["rendering"] = Guid.NewGuid().ToString("N");
        await using var database = Open(bot);
        using var response = await http.PostAsJsonAsync(
            "/api/messages",
            new JsonObject
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["id"] = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
                ["channelId"] = "msteams",
                ["serviceUrl"] = (await database.KnownConversations.FirstAsync(known => known.Id == conversation)).ServiceUrl,
                ["from"] = new JsonObject
                {
                    ["id"] = id,
                    ["name"] = name,
                    ["aadObjectId"] = directoryId,
                },
                ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "ガイドラインボット" },
                ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "groupChat" },
                ["replyToId"] = message,
                ["value"] = new JsonObject
                {
                    ["action"] = new JsonObject
                    {
                        ["type"] = "Action.Execute",
                        ["verb"] = verb,
                        ["data"] = data,
                    },
                },
            }
        );
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}

using System.Text;
using System.Text.Json.Nodes;
using GuidelineBot.Tests;

namespace GuidelineBot.Load;

/// <summary>People at the bot, one after the other over one connection: send activities as Teams does, and see what comes back.</summary>
/// <param name="number">Of the connection; who comes over 0 is the Playground's first user, who holds every role.</param>
internal sealed class Person(HttpClient http, Sink sink, int number, CancellationToken stop)
{
    private static int people;

    private int who;

    // Each other than the one before over the same connection: what both do alike, the bot would take for one thing sent twice.
    public Random Random { get; } = new(Interlocked.Increment(ref people));

    public int Number => number;

    public string Name => $"試験{number}-{who}";

    /// <summary>The chat of this person alone.</summary>
    public string Chat => $"a:load-{number}-{who}";

    /// <summary>Over one connection come many people: what one has begun is not in the way of the next.</summary>
    public void BecomeSomebody(int among = 200) => who = Random.Next(among);

    /// <summary>How long each turn took.</summary>
    public List<TimeSpan> Turns { get; } = new(100_000);

    public int Errors { get; private set; }

    /// <returns>The card that came, where the conversation is one that is kept.</returns>
    public async Task<JsonNode?> SayAsync(string text, string? conversation = null)
    {
        var chat = conversation ?? Chat;
        var activity = Activity("message", chat);
        activity["text"] = text;
        await SendAsync(activity);
        return sink.Kept.TryGetValue(chat, out var message) && message.Length > 0
            ? JsonNode.Parse(message)!["attachments"]?[0]?["content"]
            : null;
    }

    /// <summary>Presses a button of a card; inputs without a value get one.</summary>
    /// <returns>The card in its place; null where another answer came.</returns>
    public async Task<JsonNode?> PressAsync(JsonNode card, string title, Dictionary<string, string>? inputs = null)
    {
        var data = (JsonObject)card.Button(title)["data"]!.DeepClone();
        foreach (var input in card.Inputs())
        {
            var id = input["id"]!.ToString();
            data[id] = inputs?.GetValueOrDefault(id) ?? (input["value"]?.ToString() is { Length: > 0 } value ? value : "負荷試験");
        }
        return CardOf(await PressAsync(data["verb"]!.ToString(), data));
    }

    public static JsonNode? CardOf(JsonNode? answer) =>
        answer?["type"]?.ToString() == "application/vnd.microsoft.card.adaptive" ? answer["value"] : null;

    /// <returns>The answer; null where none came.</returns>
    public async Task<JsonNode?> PressAsync(string verb, JsonObject data, string? conversation = null)
    {
        data["verb"] = verb;
        data["rendering"] = Guid.NewGuid().ToString("N");
        var activity = Activity("invoke", conversation ?? Chat);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = "card";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = verb,
                ["data"] = data,
            },
        };
        return await SendAsync(activity);
    }

    public async Task SearchAsync(string words)
    {
        var activity = Activity("invoke", Chat);
        activity["name"] = "composeExtension/query";
        activity["value"] = new JsonObject
        {
            ["commandId"] = "searchClauses",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "words", ["value"] = words }),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        };
        await SendAsync(activity);
    }

    private JsonObject Activity(string type, string conversation) =>
        new()
        {
            ["type"] = type,
            ["id"] = $"{number}-{Guid.NewGuid():N}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = sink.ServiceUrl,
            ["from"] = new JsonObject
            {
                ["id"] = $"29:load-{number}-{who}",
                ["name"] = Name,
                ["aadObjectId"] = $"33333333-3333-4333-8333-{333333333330 + number:D12}",
            },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "ガイドラインボット" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation,
                ["conversationType"] = conversation.StartsWith("19:", StringComparison.Ordinal) ? "groupChat" : "personal",
                ["tenantId"] = "11111111-1111-4111-8111-111111111111",
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "11111111-1111-4111-8111-111111111111" } },
            ["locale"] = "ja-JP",
        };

    private async Task<JsonNode?> SendAsync(JsonObject activity)
    {
        stop.ThrowIfCancellationRequested();
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            using var response = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
            var body = await response.Content.ReadAsByteArrayAsync();
            Turns.Add(TimeProvider.System.GetElapsedTime(began));
            if (response.IsSuccessStatusCode)
                return body.Length > 0 ? JsonNode.Parse(body) : null;
        }
        catch (HttpRequestException) { }
        Errors++;
        return null;
    }
}

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
        return CardOf(await PressAsync(TeamsActivity.Button(data["verb"]!.ToString(), data)));
    }

    public static JsonNode? CardOf(JsonNode? answer) =>
        answer?["type"]?.ToString() == "application/vnd.microsoft.card.adaptive" ? answer["value"] : null;

    /// <param name="button">As <see cref="CrowdActs"/> makes them.</param>
    /// <returns>The answer; null where none came.</returns>
    public async Task<JsonNode?> PressAsync(JsonObject button, string? conversation = null)
    {
        var activity = Activity("invoke", conversation ?? Chat);
        activity["replyToId"] = "card";
        TeamsActivity.Press(activity, button["verb"], (JsonObject)button["data"]!.DeepClone());
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
        TeamsActivity.New(
            type,
            $"{number}-{Guid.NewGuid():N}",
            sink.ServiceUrl,
            TeamsActivity.Person($"29:load-{number}-{who}", Name, $"33333333-3333-4333-8333-{333333333330 + number:D12}"),
            conversation,
            TeamsActivity.TypeOf(conversation)
        );

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

using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Contacts;
using GuidelineBot.Incidents;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuidelineBot.Tests.Incidents;

/// <summary>Whom of the 緊急連絡網 a step needs, one after the other.</summary>
public sealed class CallTests
{
    private const string Chat = "a:own";

    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 22, 23, 0, 0, TimeSpan.FromHours(9)));

    [Fact]
    public async Task The_step_shows_whom_to_call_and_one_press_settles_it()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await AddAsync(bot, "赤磐 一", 1, "086-000-0001");
        await AddAsync(bot, "井原 二", 2, "086-000-0002");
        var id = await bot.StartAsync(conversation: Chat);

        var step = await OpenAsync(bot, id);
        Assert.Contains("▶ 赤磐 一（当番）　086-000-0001", step.Words(), StringComparison.Ordinal);
        Assert.Contains("赤磐 一さんには、ボットからは知らせられません。電話してください。", step.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("ボットから知らせる", step.Actions().Select(action => action["title"]!.ToString()));

        var next = (await bot.PressAsync(step, "つながらない", person: "sato")).Card();
        Assert.Contains("次は井原 二さんです。", next.Words(), StringComparison.Ordinal);
        Assert.Contains("▶ 井原 二（当番）　086-000-0002", next.Words(), StringComparison.Ordinal);
        var done = (await bot.PressAsync(next, "連絡がついた", person: "sato")).Card();

        Assert.Contains("12件のうち1件が済みました", done.Words(), StringComparison.Ordinal);
        // What the bot could not send is nowhere said to be sent.
        Assert.Equal(
            ["開始", "緊急連絡：次は井原 二さん", "緊急連絡：井原 二さんに連絡がついた", "完了：広報広聴課に知らせる"],
            (await bot.TimelineAsync(id)).Select(IncidentWords.Of)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_does_not_answer_in_time_is_followed_by_the_next_once_on_two_instances(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var bot = await StartAsync(connection);
        await using var other = await StartAsync(connection);
        foreach (var person in new[] { "sato", "akagi", "ihara" })
            await bot.SayAsync("ヘルプ", person, person == "sato" ? Chat : $"a:{person}");
        await AddAsync(bot, "akagi", 1);
        await AddAsync(bot, "ihara", 2);
        var id = await bot.StartAsync(conversation: Chat);

        var told = (await bot.PressAsync(await OpenAsync(bot, id), "ボットから知らせる", person: "sato")).Card();
        Assert.Contains("akagiさんのチャットに知らせました。", told.Words(), StringComparison.Ordinal);
        Assert.Equal(["a:akagi"], await CalledAsync(bot));
        clock.Advance(TimeSpan.FromMinutes(9));
        await bot.LookAsync();
        Assert.Equal(["a:akagi"], await CalledAsync(bot));
        clock.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(bot.LookAsync(), other.LookAsync(), bot.LookAsync(), other.LookAsync());
        Assert.Equal(["a:akagi", "a:ihara"], await CalledAsync(bot));

        // Whoever is called answers from their own chat, and is in it from then on.
        var calling = new JsonObject
        {
            ["incident"] = id,
            ["step"] = "office",
            ["contact"] = (await ContactAsync(bot, "ihara")).Id.ToString(),
            ["does"] = IncidentStepCard.Reached,
        };
        await bot.PressAsync(IncidentStepCard.CallVerb, calling, "ihara", "a:ihara");
        clock.Advance(TimeSpan.FromMinutes(30));
        await bot.LookAsync();

        Assert.Equal(2, (await CalledAsync(bot)).Count);
        Assert.Equal(
            [
                "緊急連絡：akagiさんに知らせた",
                "緊急連絡：次はiharaさん",
                "緊急連絡：iharaさんに知らせた",
                "緊急連絡：iharaさんに連絡がついた",
            ],
            (await bot.TimelineAsync(id)).Select(IncidentWords.Of).Where(words => words.StartsWith("緊急", StringComparison.Ordinal))
        );
        await using var database = bot.Open();
        Assert.True(await database.IncidentMembers.AnyAsync(member => member.PersonId == "29:user-ihara"));
    }

    [Fact]
    public async Task When_all_have_been_called_that_is_said()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await AddAsync(bot, "赤磐 一", 1);
        var id = await bot.StartAsync(conversation: Chat);

        var last = (await bot.PressAsync(await OpenAsync(bot, id), "つながらない", person: "sato")).Card();

        Assert.Contains("連絡先は、これで全員です。", last.Words(), StringComparison.Ordinal);
        Assert.Contains("▶ 赤磐 一", last.Words(), StringComparison.Ordinal);
        Assert.Equal("緊急連絡：連絡先が残っていない", IncidentWords.Of((await bot.TimelineAsync(id))[^1]));
    }

    [Fact]
    public async Task A_drill_wakes_nobody_also_with_a_forged_press()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ヘルプ", "akagi", "a:akagi");
        await AddAsync(bot, "akagi", 1);
        var id = await bot.StartAsync(isDrill: true, conversation: Chat);

        var step = await OpenAsync(bot, id);
        Assert.Contains("訓練のため、ボットからは知らせません。", step.Words(), StringComparison.Ordinal);
        var calling = (JsonObject)step.Button("連絡がついた")["data"]!.DeepClone();
        calling["does"] = IncidentStepCard.Tell;
        await bot.PressAsync(IncidentStepCard.CallVerb, calling, conversation: Chat);

        Assert.Empty(await CalledAsync(bot));
        Assert.Single(await bot.TimelineAsync(id));
    }

    [Fact]
    public async Task In_a_group_a_typed_question_shows_names_and_no_numbers()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await AddAsync(bot, "赤磐 一", 1, "086-000-0001");
        var id = await bot.StartAsync();
        foreach (var step in new[] { "hold", "capture", "chief" })
            await bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, step, IncidentStepCard.Done, "した"));
        var asked = bot.Message("次は？", "sato", IncidentBot.Group, "groupChat");
        (await bot.PostAsync(asked)).EnsureSuccessStatusCode();

        var shown = bot.Teams.Messages.Last(sent => sent["replyToId"]?.ToString() == asked["id"]!.ToString()).Card().Words();

        Assert.Contains("赤磐 一（当番）", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("086-000-0001", shown, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> OpenAsync(BotHost bot, string id) =>
        (
            await bot.PressAsync(IncidentStepCard.OpenVerb, new JsonObject { ["incident"] = id, ["step"] = "office" }, conversation: Chat)
        ).Card();

    /// <summary>The chats of those whom the bot has called, in order.</summary>
    private static async Task<List<string>> CalledAsync(BotHost bot)
    {
        await using var database = bot.Open();
        return await database
            .Outbox.Where(message => message.Topic == IncidentComposer.Call)
            .OrderBy(message => message.CreatedAt)
            .Select(message => message.Recipient)
            .ToListAsync();
    }

    private static Task<JsonNode> AddAsync(BotHost bot, string name, int rank, string phone = "") =>
        bot.PressAsync(
            ContactsCard.SaveVerb,
            new JsonObject
            {
                ["section"] = "広報広聴課",
                ["role"] = "当番",
                ["name"] = name,
                ["phone"] = phone,
                ["rank"] = $"{rank}",
            },
            "yamada",
            "a:office"
        );

    private static async Task<EmergencyContact> ContactAsync(BotHost bot, string name)
    {
        await using var database = bot.Open();
        return await database.EmergencyContacts.SingleAsync(contact => contact.PersonName == name);
    }

    private Task<BotHost> StartAsync((string Key, string Value) connection) =>
        BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value }, services: BotHost.WithoutJobs(clock));
}

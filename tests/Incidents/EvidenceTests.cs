using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Incidents;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Notices.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Incidents;

/// <summary>Pictures, files and messages that are kept with a checklist.</summary>
public sealed class EvidenceTests(IncidentTests.OneBot shared) : IClassFixture<IncidentTests.OneBot>
{
    /// <summary>One white pixel.</summary>
    internal static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII="
    );

    private BotHost Bot => shared.Bot;

    /// <summary>Somebody sends a picture as Teams does: where it lies, to be fetched with the bot's token.</summary>
    internal static async Task<JsonNode> SendAsync(
        BotHost bot,
        string person,
        string chat,
        string name,
        byte[]? content = null,
        string? url = null,
        string text = "",
        int status = StatusCodes.Status200OK
    )
    {
        bot.Teams.Answer = call =>
            !call.Path.Contains("/v3/attachments/", StringComparison.Ordinal) ? null
            : status == StatusCodes.Status200OK ? Results.Bytes(content ?? Picture, "image/png")
            : Results.StatusCode(status);
        var message = bot.Message(text, person, chat, TeamsActivity.TypeOf(chat));
        message["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "image/*",
                ["contentUrl"] = url ?? $"{bot.Teams.ServiceUrl}v3/attachments/1/views/original",
                ["name"] = name,
            }
        );
        using var response = await bot.PostAsync(message);
        response.EnsureSuccessStatusCode();
        return bot.Teams.Messages.Last(sent => sent["replyToId"]?.ToString() == message["id"]!.ToString());
    }

    /// <summary>A message with one picture of its own content, as Teams sends it, to be posted to any instance and any number of times.</summary>
    internal static JsonObject Message(BotHost bot, string person, string chat, string name, string serviceUrl)
    {
        var message = bot.Message("", person, chat, TeamsActivity.TypeOf(chat));
        message["serviceUrl"] = serviceUrl;
        message["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "image/*",
                ["contentUrl"] = $"{serviceUrl}v3/attachments/{name}/views/original",
                ["name"] = name,
            }
        );
        return message;
    }

    /// <summary>What the channel hands out for it.</summary>
    internal static byte[] ContentOf(string name) => [.. Picture, .. System.Text.Encoding.UTF8.GetBytes(name)];

    internal static IResult? Serve(string path) =>
        path.Split("/v3/attachments/") is [_, var rest] ? Results.Bytes(ContentOf(rest.Split('/')[0]), "image/png") : null;

    [Fact]
    public async Task A_picture_sent_in_the_chat_is_kept_seen_in_the_timeline_and_in_the_report()
    {
        const string chat = "19:evidence@thread.v2";
        var id = await Bot.StartAsync(person: "suzuki", conversation: chat);

        var told = (await SendAsync(Bot, "suzuki", chat, "画面.png", text: "批判のコメントです")).Card();

        Assert.Contains("証拠2　画面.png", told.Words(), StringComparison.Ordinal);
        await using var database = Bot.Open();
        var kept = await database.IncidentEvidence.SingleAsync(file => file.IncidentId == Guid.Parse(id));
        Assert.Equal(
            ("画面.png", "image/png", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Picture))),
            (kept.Name, kept.Type, kept.Hash)
        );
        Assert.Equal(["開始", "証拠：画面.png", "記録"], (await Bot.TimelineAsync(id)).Select(IncidentWords.Of));

        var timeline = (
            await Bot.PressAsync(IncidentTimelineCard.OpenVerb, new JsonObject { ["incident"] = id, ["number"] = 0 }, "suzuki", chat)
        ).Card();
        var image = timeline.Images().Single();
        Assert.Equal(Picture, await Bot.Http.GetByteArrayAsync(new Uri(image["url"]!.ToString()).PathAndQuery));

        var links = (await Bot.PressAsync(IncidentCloseCard.PapersVerb, IncidentBot.Of(id), "suzuki", chat)).Card();
        var word = await Bot.Http.GetByteArrayAsync(new Uri(links.Button("Word（.docx）")["url"]!.ToString()).PathAndQuery);
        using var paper = new PaperReading(word);
        Assert.Contains("証拠2　画面.png", paper.Texts);
        using var parts = new System.IO.Compression.ZipArchive(new MemoryStream(word));
        Assert.Contains(parts.Entries, entry => entry.FullName.EndsWith(".png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_that_needs_proof_is_ticked_with_words_or_with_what_was_sent_and_not_without()
    {
        const string chat = "a:proof";
        var id = await Bot.StartAsync(person: "suzuki", conversation: chat);

        var asked = await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "capture", IncidentStepCard.Done), "suzuki", chat);
        Assert.Contains(ActOnStep.ProofNeeded, asked.Card().Words(), StringComparison.Ordinal);
        Assert.Contains(ActOnStep.ProofNeeded, (await Bot.SayAsync("2番できた", "suzuki", chat)).Card().Words(), StringComparison.Ordinal);
        Assert.Single(await Bot.TimelineAsync(id));

        var sent = (await SendAsync(Bot, "suzuki", chat, "")).Card();
        var done = await Bot.PressAsync(sent, "2　投稿と反応を記録する：完了", person: "suzuki");

        Assert.Contains("12件のうち1件が済みました", done.Card().Words(), StringComparison.Ordinal);
        await using var database = Bot.Open();
        Assert.Equal("capture", (await database.IncidentEvidence.SingleAsync(file => file.IncidentId == Guid.Parse(id))).Step);
    }

    [Theory]
    [InlineData("https://attacker.example/picture.png", "Teamsの外にあるため")]
    [InlineData("http://127.0.0.1:1/v3/attachments/1", "Teamsの外にあるため")]
    [InlineData("https://sharepoint.com.attacker.example/a.png", "Teamsの外にあるため")]
    [InlineData("file:///etc/passwd", "Teamsの外にあるため")]
    [InlineData("nowhere", "場所が分からないため")]
    public async Task Nothing_is_fetched_from_elsewhere_and_that_is_said(string url, string why)
    {
        const string chat = "a:elsewhere";
        await Bot.StartAsync(person: "suzuki", conversation: chat);

        var told = await SendAsync(Bot, "suzuki", chat, "画面.png", url: url);

        Assert.Contains(why, told["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>", "画像、PDF")]
    [InlineData("", "中身が空")]
    public async Task What_is_no_picture_and_no_paper_is_refused_with_the_reason(string content, string why)
    {
        const string chat = "a:wrong";
        await Bot.StartAsync(person: "suzuki", conversation: chat);

        var told = await SendAsync(Bot, "suzuki", chat, "画面.png", System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Contains(why, told["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_and_what_the_channel_will_not_give_is_said()
    {
        const string chat = "a:large";
        await using var bot = await BotHost.StartAsync(settings: new() { ["Incidents:EvidenceMegabytes"] = "1" });
        await bot.StartAsync(person: "suzuki", conversation: chat);

        Assert.Contains(
            "1MBを超えるため",
            (await SendAsync(bot, "suzuki", chat, "画面.png", [.. Picture, .. new byte[1024 * 1024]]))["text"]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Teamsから受け取れませんでした",
            (await SendAsync(bot, "suzuki", chat, "画面.png", status: StatusCodes.Status403Forbidden))["text"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_somebody_in_several_it_is_kept_and_asked_about_and_need_not_be_sent_again()
    {
        const string chat = "a:several-pictures";
        var flaming = await Bot.StartAsync(person: "kubo", conversation: "a:kubo1");
        var mistake = await Bot.StartAsync("mistake", person: "kubo", conversation: "a:kubo2");

        var asked = (await SendAsync(Bot, "kubo", chat, "画面.png", text: "批判のコメントです")).Card();
        Assert.Contains("どのチェックリストのことですか？", asked.Words(), StringComparison.Ordinal);
        Assert.Contains("画面.png", asked.Words(), StringComparison.Ordinal);
        Assert.Single(await Bot.TimelineAsync(flaming));
        var answer = (JsonObject)
            asked.Actions().First(action => action["title"]!.ToString().StartsWith("炎上", StringComparison.Ordinal))["data"]!.DeepClone();
        // Only who has sent it can say so.
        await Bot.StartAsync(person: "other", conversation: chat);
        await Bot.PressAsync(IncidentsCard.WhichVerb, (JsonObject)answer.DeepClone(), "other", chat);
        var told = (await Bot.PressAsync(IncidentsCard.WhichVerb, (JsonObject)answer.DeepClone(), "kubo", chat)).Card();

        Assert.Contains("証拠として記録しました。", told.Words(), StringComparison.Ordinal);
        Assert.Equal(["開始", "証拠：画面.png", "記録"], (await Bot.TimelineAsync(flaming)).Select(IncidentWords.Of));
        Assert.Single(await Bot.TimelineAsync(mistake));
        await using var database = Bot.Open();
        var kept = await database.IncidentEvidence.SingleAsync(file => file.IncidentId == Guid.Parse(flaming));
        Assert.Equal(Picture, kept.Content);
        Assert.False(await database.WaitingEvidence.AnyAsync(file => file.PersonId == "29:user-kubo"));
        // Pressed once more, it is in the records once.
        await Bot.PressAsync(IncidentsCard.WhichVerb, answer, "kubo", chat);
        Assert.Equal(3, (await Bot.TimelineAsync(flaming)).Count);
    }

    [Theory]
    [InlineData("Incidents:EvidencePerIncident", "2", 3)]
    [InlineData("Incidents:EvidencePerIncidentMegabytes", "1", 2)]
    public async Task A_checklist_holds_no_more_than_is_allowed_and_that_is_said(string setting, string value, int refused)
    {
        const string chat = "a:full";
        await using var bot = await BotHost.StartAsync(settings: new() { [setting] = value });
        var id = await bot.StartAsync(person: "suzuki", conversation: chat);
        byte[] large = [.. Picture, .. new byte[600 * 1024]];

        for (var number = 1; number < refused; number++)
            Assert.Contains(
                "証拠として",
                (await SendAsync(bot, "suzuki", chat, "画面.png", large)).Card().Words(),
                StringComparison.Ordinal
            );
        var told = await SendAsync(bot, "suzuki", chat, "画面.png", large);

        Assert.Contains("1つのチェックリストに記録できるのは", told["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(refused, (await bot.TimelineAsync(id)).Count);
    }

    [Fact]
    public async Task Where_no_checklist_runs_a_picture_alone_is_no_question() =>
        Assert.Contains(
            "ご質問は文でお書きください",
            (await SendAsync(Bot, "nobody", "a:nobody", "画面.png"))["text"]!.ToString(),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Evidence_goes_when_its_time_is_over_and_the_entry_stays()
    {
        var clock = new JapaneseClock(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.FromHours(9)));
        await using var bot = await BotHost.StartAsync(
            settings: new() { ["Retention:EvidenceDays"] = "30" },
            services: services => services.AddSingleton<TimeProvider>(clock)
        );
        var id = await bot.StartAsync(person: "suzuki", conversation: "a:old");
        await SendAsync(bot, "suzuki", "a:old", "画面.png");

        clock.Advance(TimeSpan.FromDays(31));
        await bot.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Retention>().Single().LookAsync(default);

        await using var database = bot.Open();
        Assert.False(await database.IncidentEvidence.AnyAsync());
        Assert.Contains("証拠：画面.png", (await bot.TimelineAsync(id)).Select(IncidentWords.Of));
    }

    [Fact]
    public async Task A_message_is_kept_from_beside_it_with_its_author_its_time_and_the_way_to_it()
    {
        var id = await Bot.StartAsync(person: "tanabe", conversation: "a:tanabe");
        var payload = new JsonObject
        {
            ["id"] = "1",
            ["createdDateTime"] = "2026-01-02T03:04:05Z",
            ["linkToMessage"] = "https://teams.microsoft.com/l/message/19:abc/1",
            ["from"] = new JsonObject
            {
                ["user"] = new JsonObject { ["id"] = "abc", ["displayName"] = "岡本 健" },
            },
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>電話が3件あった<img src=\"x\"></p>" },
        };
        var window = await CallAsync(
            "composeExtension/fetchTask",
            new JsonObject { ["commandId"] = OpenKeepMessage.Command, ["messagePayload"] = payload }
        );
        var card = window["task"]!["value"]!["card"]!["content"]!;
        Assert.Contains("画像とファイルはここからは取り込めません", card.Words(), StringComparison.Ordinal);
        var data = (JsonObject)card.Button("記録する")["data"]!.DeepClone();
        data["incident"] = card.Input("incident")["value"]!.ToString();

        await CallAsync("composeExtension/submitAction", new JsonObject { ["commandId"] = OpenKeepMessage.Command, ["data"] = data });

        var kept = (await Bot.TimelineAsync(id))[^1];
        Assert.Equal(
            ("メッセージの記録：岡本 健さん", "電話が3件あった", "https://teams.microsoft.com/l/message/19:abc/1"),
            (IncidentWords.Of(kept), kept.Note, kept.Link)
        );
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), kept.HappenedAt);
    }

    [Fact]
    public async Task A_checklist_begins_from_beside_a_message()
    {
        var window = await CallAsync(
            "composeExtension/fetchTask",
            new JsonObject
            {
                ["commandId"] = BeginBesideMessage.Command,
                ["messagePayload"] = new JsonObject
                {
                    ["body"] = new JsonObject
                    {
                        ["contentType"] = "text",
                        ["content"] = "インスタのなりすましがいると市民から電話がありました",
                    },
                },
            }
        );

        var card = window["task"]!["value"]!["card"]!["content"]!;
        Assert.Equal("impersonation", card.Input("checklist")["value"]!.ToString());
        Assert.Equal("インスタのなりすましがいると市民から電話がありました", card.Input("seen")["value"]!.ToString());
    }

    private async Task<JsonNode> CallAsync(string name, JsonObject value)
    {
        var activity = Bot.Message("", "tanabe", "a:tanabe");
        (activity["type"], activity["name"], activity["value"]) = ("invoke", name, value);
        return await Bot.AnswerAsync(activity);
    }
}

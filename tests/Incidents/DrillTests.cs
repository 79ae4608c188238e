using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Incidents;
using GuidelineBot.Insights;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuidelineBot.Tests.Incidents;

/// <summary>Drills that follow a scenario.</summary>
public sealed class DrillTests
{
    private const string Chat = "a:own";
    private const string Scenario = "flaming-flower";

    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 12, 3, 10, 0, 0, TimeSpan.FromHours(9)));

    [Theory, OnSqlite, OnPostgres]
    public async Task What_happens_arrives_in_its_time_once_on_two_instances_and_never_at_the_office(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var bot = await StartAsync(connection);
        await using var other = await StartAsync(connection);
        await bot.SayAsync("ここに届ける", "yamada", "a:office");
        var id = await StartDrillAsync(bot);

        await Task.WhenAll(bot.LookAsync(), other.LookAsync());
        Assert.Equal(["first"], await ArrivedAsync(bot));
        clock.Advance(TimeSpan.FromMinutes(7));
        await bot.LookAsync();
        Assert.Equal(["first"], await ArrivedAsync(bot));
        // Both instances stood still for a while.
        clock.Advance(TimeSpan.FromMinutes(9));
        await Task.WhenAll(bot.LookAsync(), other.LookAsync(), bot.LookAsync(), other.LookAsync());
        Assert.Equal(["first", "calls", "press"], await ArrivedAsync(bot));

        await using var database = bot.Open();
        Assert.Equal(
            [Chat],
            await database
                .Outbox.Where(message => message.Topic == DrillComposer.Topic)
                .Select(message => message.Recipient)
                .Distinct()
                .ToListAsync()
        );
        Assert.Equal(
            ["訓練の開始", "訓練のできごと：最初の批判", "訓練のできごと：当直への電話", "訓練のできごと：記者からの問い合わせ"],
            (await bot.TimelineAsync(id)).Select(IncidentWords.Of).Where(words => words.StartsWith("訓練", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Once_it_is_closed_nothing_more_arrives_and_it_is_scored_against_its_times()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ヘルプ", "sato", Chat);
        var id = await StartDrillAsync(bot);
        await bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "hold", IncidentStepCard.Done), conversation: Chat);
        clock.Advance(TimeSpan.FromMinutes(12));
        await bot.PressAsync(
            IncidentStepCard.ActVerb,
            IncidentBot.Act(id, "capture", IncidentStepCard.Done, "保存した"),
            conversation: Chat
        );
        var close = IncidentBot.Of(id);
        // What is only confirmed at the end was in time for nobody knows.
        (close["reason"], close["settled"]) = ("ここまで", "chief");

        var closed = (await bot.PressAsync(IncidentCloseCard.CloseVerb, close, conversation: Chat)).Card();

        Assert.Contains("7件のうち期限内1件、遅れ2件、未実施4件。", closed.Words(), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromHours(1));
        await bot.LookAsync();
        Assert.Empty(await ArrivedAsync(bot));
        var report = await bot
            .Services.GetRequiredService<IEnumerable<GuidelineBot.Downloads.IDownloads>>()
            .OfType<IncidentReport>()
            .Single()
            .WriteAsync($"{id}/{IncidentReport.Markdown}", default);
        var text = System.Text.Encoding.UTF8.GetString(report!.Content);
        Assert.Contains("## 訓練の採点", text, StringComparison.Ordinal);
        Assert.Contains(
            "投稿と反応を記録する：遅れ（12月3日 10:12、期限 12月3日 10:10）",
            text.Replace("\\", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );

        var month = await bot.Services.GetRequiredService<InsightsReport>().OfAsync(new DateOnly(2026, 12, 1), default);
        Assert.Equal(
            ("所属が未確認", 1, "12月3日 炎上（期限内 1/7）"),
            month.Where(row => row.Part == "訓練").Select(row => (row.What, row.Count, row.Note)).Single()
        );
        Assert.DoesNotContain(month, row => row.Part == "チェックリスト");
    }

    [Fact]
    public async Task A_picture_is_seen_by_whoever_is_in_the_drill_and_only_after_it_has_arrived()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ヘルプ", "sato", Chat);
        var id = await StartDrillAsync(bot);
        var asked = new JsonObject { ["incident"] = id, ["message"] = "first" };

        Assert.Empty((await bot.PressAsync(DrillsCard.PictureVerb, (JsonObject)asked.DeepClone(), conversation: Chat)).Images());
        await bot.LookAsync();
        var shown = (await bot.PressAsync(DrillsCard.PictureVerb, (JsonObject)asked.DeepClone(), conversation: Chat)).Card();
        var picture = await bot.Http.GetByteArrayAsync(new Uri(shown.Images().Single()["url"]!.ToString()).PathAndQuery);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], picture[..4]);
        Assert.Empty((await bot.PressAsync(DrillsCard.PictureVerb, asked, "tanabe", "a:tanabe")).Images());
    }

    private static async Task<string> StartDrillAsync(BotHost bot)
    {
        var list = (await bot.SayAsync("訓練", "sato", Chat)).Card();
        Assert.Contains("花だよりの投稿が炎上した", list.Words(), StringComparison.Ordinal);
        var card = (await bot.PressAsync(DrillsCard.StartVerb, new JsonObject { ["drill"] = Scenario }, conversation: Chat)).Card();
        Assert.Contains("【訓練】炎上", card.Words(), StringComparison.Ordinal);
        return CrowdActs.IncidentOf(card)!;
    }

    /// <summary>The ids of the messages that have arrived, in order.</summary>
    private static async Task<List<string>> ArrivedAsync(BotHost bot)
    {
        await using var database = bot.Open();
        return
        [
            .. (
                await database
                    .Outbox.Where(message => message.Topic == DrillComposer.Topic)
                    .OrderBy(message => message.CreatedAt)
                    .ToListAsync()
            )
                .OrderBy(message => message.CreatedAt)
                .Select(message => message.About[DrillComposer.MessageId]),
        ];
    }

    private Task<BotHost> StartAsync((string Key, string Value) connection) =>
        BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value }, services: BotHost.WithoutJobs(clock));
}

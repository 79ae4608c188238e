using System.Text.Json.Nodes;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using GuidelineBot.Insights;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Incidents;

/// <summary>Drills that begin by themselves at a time that was set.</summary>
public sealed class PlannedDrillTests
{
    private const string Own = "a:own";

    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(9)));

    [Theory, OnSqlite, OnPostgres]
    public async Task A_sentence_plans_a_drill_that_begins_at_its_time_once_on_two_instances(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var bot = await StartAsync(connection);
        await using var other = await StartAsync(connection);

        var form = (await bot.SayAsync("12月3日14時に炎上の訓練", "sato", Own)).Card();
        Assert.Equal(
            ("flaming-flower", Own, "2026-12-03", "14:00"),
            (
                form.Input(DrillPlanCard.DrillInput)["value"]!.ToString(),
                form.Input(DrillPlanCard.PlaceInput)["value"]!.ToString(),
                form.Input(DrillPlanCard.DayInput)["value"]!.ToString(),
                form.Input(DrillPlanCard.TimeInput)["value"]!.ToString()
            )
        );
        var planned = (await bot.PressAsync(DrillPlanCard.SaveVerb, Plan(), conversation: Own)).Card();
        Assert.Contains(
            "予定に入れました。12月3日（木）14:00に「花だよりの投稿が炎上した」の訓練を始めます。",
            planned.Words(),
            StringComparison.Ordinal
        );
        Assert.Contains("取りやめる", planned.Titles());

        clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(4) + TimeSpan.FromMinutes(59));
        await LookAsync(bot, other);
        await using var database = bot.Open();
        Assert.Empty(await database.Incidents.ToListAsync());
        clock.Advance(TimeSpan.FromMinutes(1));
        await LookAsync(bot, other, bot, other);

        var incident = await database.Incidents.AsNoTracking().Include(one => one.Members).SingleAsync();
        Assert.Equal(
            ("flaming", true, "flaming-flower", "sato"),
            (incident.Checklist, incident.IsDrill, incident.Drill, incident.OpenedByName)
        );
        Assert.Equal("sato", Assert.Single(incident.Members).Name);
        Assert.Equal(Own, (await database.LiveCards.AsNoTracking().SingleAsync(card => card.Topic == IncidentDesk.Topic)).Conversation);
        Assert.Equal(1, await database.Outbox.CountAsync(message => message.Topic == DrillComposer.Topic));
        Assert.DoesNotContain("予定", (await bot.SayAsync("訓練", "sato", Own)).Card().Words().Split('\n'));
    }

    [Fact]
    public async Task What_was_called_off_does_not_begin_and_only_its_planner_and_the_office_may()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ヘルプ", "sato", Own);
        await bot.PressAsync(DrillPlanCard.SaveVerb, Plan(), conversation: Own);
        await bot.PressAsync(DrillPlanCard.SaveVerb, Plan(time: "15:00"), conversation: Own);
        await using var database = bot.Open();
        var ids = await database.PlannedDrills.OrderBy(planned => planned.At).Select(planned => planned.Id).ToListAsync();

        var refused = (await CallOffAsync(bot, ids[0], "suzuki", "a:suzuki")).Card();
        Assert.Contains("決めた方と広報広聴課だけが取りやめられます。", refused.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("取りやめる", refused.Titles());
        Assert.Contains(
            "訓練の予定を取りやめました。",
            (await CallOffAsync(bot, ids[0], "sato", Own)).Card().Words(),
            StringComparison.Ordinal
        );
        // The office sees and calls off everybody's.
        Assert.Contains("取りやめる", (await bot.SayAsync("訓練の予定", "yamada", "a:yamada")).Card().Titles());
        await CallOffAsync(bot, ids[1], "yamada", "a:yamada");
        Assert.Contains("もう予定にありません。", (await CallOffAsync(bot, ids[1], "sato", Own)).Card().Words(), StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromDays(4));
        await LookAsync(bot);
        Assert.Empty(await database.Incidents.ToListAsync());
        Assert.Equal(
            "12月3日 14:00 花だよりの投稿が炎上した（取りやめ）、12月3日 15:00 花だよりの投稿が炎上した（取りやめ）",
            await FiguresAsync(bot)
        );
    }

    [Fact]
    public async Task One_whose_time_passed_unnoticed_is_not_begun_late_and_its_planner_is_told()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ヘルプ", "sato", Own);
        await bot.PressAsync(DrillPlanCard.SaveVerb, Plan(), conversation: Own);

        clock.Advance(TimeSpan.FromDays(4));
        await LookAsync(bot);
        await LookAsync(bot);

        await using var database = bot.Open();
        Assert.Empty(await database.Incidents.ToListAsync());
        var told = await database.Outbox.AsNoTracking().SingleAsync();
        var message = await bot
            .Services.GetServices<IComposer>()
            .Single(composer => composer.Topics.Contains(told.Topic))
            .TeamsAsync(told, default);
        Assert.Equal(
            (Own, "訓練を始められませんでした。12月3日（木）14:00の「花だよりの投稿が炎上した」"),
            (told.Recipient, message!.Summary)
        );
        Assert.Equal("12月3日 14:00 花だよりの投稿が炎上した（始められず）", await FiguresAsync(bot));
    }

    [Fact]
    public async Task The_office_plans_a_drill_at_an_accounts_operator_and_never_in_its_own_chat()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ここに届ける", "yamada", "a:yamada");
        await bot.SayAsync("ヘルプ", "sato", Own);
        await using var database = bot.Open();
        var account = new Account
        {
            Service = "Instagram",
            Name = "おかやま花だより",
            Url = "",
            UrlKey = "",
            Section = "観光課",
            OperatorId = "29:user-sato",
        };
        database.Add(account);
        await database.SaveChangesAsync();

        Assert.Contains(
            "訓練をするチャットを選んでください。",
            (await bot.PressAsync(DrillPlanCard.SaveVerb, Plan("a:yamada"), "yamada", "a:yamada")).Card().Words(),
            StringComparison.Ordinal
        );
        // Where anybody else belongs is nobody's business but theirs and the office's.
        Assert.Contains(
            "訓練をするチャットを選んでください。",
            (await bot.PressAsync(DrillPlanCard.SaveVerb, Plan(DrillPlanCard.AtOperator), "suzuki", "a:suzuki")).Card().Words(),
            StringComparison.Ordinal
        );
        var plan = Plan(DrillPlanCard.AtOperator);
        plan["account"] = account.Id.ToString();
        Assert.Contains(
            "satoさんのチャット",
            (await bot.PressAsync(DrillPlanCard.SaveVerb, plan, "yamada", "a:yamada")).Card().Words(),
            StringComparison.Ordinal
        );
        clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(5));
        await LookAsync(bot);
        Assert.Equal(
            (Own, "観光課"),
            (
                (await database.LiveCards.AsNoTracking().SingleAsync(card => card.Topic == IncidentDesk.Topic)).Conversation,
                (await database.Incidents.AsNoTracking().SingleAsync()).Section
            )
        );
    }

    [Theory]
    [InlineData("2026-11-29", "14:00", "は過ぎています。これからの日時を選んでください。")]
    [InlineData("2028-01-01", "14:00", "1年より先の訓練は、予定に入れられません。")]
    [InlineData("", "14:00", "始める日と時刻を選んでください。")]
    [InlineData("2026-12-03", "25:00", "始める日と時刻を選んでください。")]
    public async Task What_cannot_be_is_said(string day, string time, string said)
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        await bot.SayAsync("ヘルプ", "sato", Own);

        var again = (await bot.PressAsync(DrillPlanCard.SaveVerb, Plan(day: day, time: time), conversation: Own)).Card();

        Assert.Contains(said, again.Words(), StringComparison.Ordinal);
        Assert.Equal(time, again.Input(DrillPlanCard.TimeInput)["value"]!.ToString());
        await using var database = bot.Open();
        Assert.Empty(await database.PlannedDrills.ToListAsync());
    }

    private static JsonObject Plan(string place = Own, string day = "2026-12-03", string time = "14:00") =>
        new()
        {
            ["drill"] = "flaming-flower",
            ["place"] = place,
            ["day"] = day,
            ["time"] = time,
        };

    private static Task<JsonNode> CallOffAsync(BotHost bot, Guid plan, string person, string chat) =>
        bot.PressAsync(DrillPlanCard.CallOffVerb, new JsonObject { ["plan"] = plan.ToString() }, person, chat);

    private static Task LookAsync(params BotHost[] bots) => Task.WhenAll(bots.Select(bot => bot.LookAsync()));

    private static async Task<string> FiguresAsync(BotHost bot) =>
        (await bot.Services.GetRequiredService<InsightsReport>().OfAsync(new DateOnly(2026, 12, 1), default))
            .Single(row => row.Part == "訓練の予定")
            .Note;

    private Task<BotHost> StartAsync((string Key, string Value) connection) =>
        BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value }, services: BotHost.WithoutJobs(clock));
}

using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Notices;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Delivery;
using GuidelineBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Notices;

/// <summary>Nobody decides on their own notice; whoever is alone appoints a deputy.</summary>
public sealed class FourEyesTests : IAsyncLifetime
{
    private const string Decider = "yamada";

    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.FromHours(9)));
    private BotHost bot = null!;

    public async Task InitializeAsync() =>
        bot = await BotHost.StartAsync(services: services =>
        {
            BotHost.WithoutJobs(services);
            services.AddSingleton<TimeProvider>(clock);
        });

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Theory]
    [InlineData("accepted")]
    [InlineData("returned")]
    [InlineData("asked")]
    public async Task Whoever_holds_every_role_cannot_decide_on_their_own_notice(string step)
    {
        var notice = await Filed.EndAsync(bot, Decider);
        var own = await OpenAsync(Decider);
        Assert.Equal(["引き戻す", "取り下げる", "代理を決める", "書類（Word）", "一覧へ戻る"], own.Presses());

        foreach (var verb in new[] { NoticeCard.ReasonVerb, NoticeCard.DecideVerb })
        {
            var answer = (await PressAsync(verb, notice, step, Decider)).Card().Words();
            Assert.Contains("ご自分の届出は、ご自分では決められません。", answer, StringComparison.Ordinal);
        }
        Assert.Equal(NoticeStatus.Submitted, (await NoticeAsync()).Status);
    }

    [Fact]
    public async Task An_office_of_one_appoints_a_deputy_who_decides_for_as_long_as_was_said()
    {
        await bot.SayAsync("ヘルプ", "sato", "a:sato");
        var notice = await Filed.EndAsync(bot, Decider);
        Assert.Contains("見つかりません", (await PressAsync(NoticeCard.DecideVerb, notice, "accepted", "sato"))["value"]!.ToString());

        clock.Advance(TimeSpan.FromMinutes(1));
        await AppointAsync("sa to", "2026-11-30", "2026-12-01");
        await bot.Services.DrainAsync();
        Assert.Contains("yamadaさんの代理です", Last("a:sato").Words() + Before("a:sato").Words(), StringComparison.Ordinal);
        await PressAsync(NoticeCard.DecideVerb, notice, "accepted", "sato");

        var accepted = await NoticeAsync();
        Assert.Equal(NoticeStatus.Accepted, accepted.Status);
        Assert.Equal("sato（yamadaさんの代理）", accepted.Events.MaxBy(happened => happened.At)!.Who);

        var next = await Filed.EndAsync(bot, Decider);
        clock.Advance(TimeSpan.FromDays(2));
        Assert.Contains("見つかりません", (await PressAsync(NoticeCard.DecideVerb, next, "accepted", "sato"))["value"]!.ToString());
    }

    [Fact]
    public async Task A_deputy_decides_neither_on_their_own_notice_nor_after_the_end_nor_beyond_the_principals_rights()
    {
        await bot.SayAsync("ヘルプ", "sato", "a:sato");
        await bot.SayAsync("ヘルプ", "suzuki", "a:suzuki");
        await AppointAsync("sato", "2026-11-30", "2026-12-31");
        var own = await Filed.EndAsync(bot, "sato", "a:sato");
        Assert.Contains(
            "ご自分の届出は、ご自分では決められません。",
            (await PressAsync(NoticeCard.DecideVerb, own, "accepted", "sato")).Card().Words(),
            StringComparison.Ordinal
        );

        // Somebody without a role gives none away.
        await AppointAsync("suzuki", "2026-11-30", "2026-12-31", "tanaka");
        Assert.Contains("見つかりません", (await PressAsync(NoticeCard.DecideVerb, own, "accepted", "suzuki"))["value"]!.ToString());

        var list = (await bot.SayAsync("代理")).Card();
        Assert.Contains("代理をやめました。", (await bot.PressAsync(list, "代理をやめる"))["value"]!.Words(), StringComparison.Ordinal);
        var other = await Filed.EndAsync(bot, "suzuki", "a:suzuki");
        Assert.Contains("見つかりません", (await PressAsync(NoticeCard.DecideVerb, other, "accepted", "sato"))["value"]!.ToString());
    }

    [Theory]
    [InlineData("", "2026-11-30", "2026-12-01", "お名前をお書きください")]
    [InlineData("だれか", "2026-11-30", "2026-12-01", "まだ知りません")]
    [InlineData("yamada", "2026-11-30", "2026-12-01", "まだ知りません")]
    [InlineData("sato", "2026-12-02", "2026-12-01", "終わる日が始まる日より前です")]
    [InlineData("sato", "2026-11-01", "2026-11-29", "終わる日が過ぎています")]
    [InlineData("sato", "2026-11-30", "2036-12-01", "期間は1年までです")]
    [InlineData("sato", "", "x", "始まる日と終わる日を選んでください")]
    [InlineData("s", "2026-11-30", "2026-12-01", "まだ知りません")]
    public async Task What_cannot_be_a_deputy_is_said(string name, string from, string until, string told)
    {
        await bot.SayAsync("ヘルプ");
        await bot.SayAsync("ヘルプ", "sato", "a:sato");

        Assert.Contains(told, (await AppointAsync(name, from, until)).Card().Words(), StringComparison.Ordinal);

        Assert.DoesNotContain("代理をやめる", (await bot.SayAsync("代理")).Card().Presses());
    }

    [Fact]
    public async Task Of_several_who_are_called_so_one_is_chosen()
    {
        await bot.SayAsync("ヘルプ", "sato-a", "a:sato-a");
        await bot.SayAsync("ヘルプ", "sato-b", "a:sato-b");

        var which = (await AppointAsync("sato", "2026-11-30", "2026-12-01")).Card();
        Assert.Equal(["sato-a", "sato-b"], which.Input("to")["choices"]!.AsArray().Select(choice => choice!["title"]!.ToString()));

        var chosen = await bot.PressAsync(
            DeputyCard.AppointVerb,
            new JsonObject
            {
                ["name"] = "sato",
                ["to"] = "29:user-sato-b",
                ["from"] = "2026-11-30",
                ["until"] = "2026-12-01",
            },
            Decider,
            "a:personal"
        );
        Assert.Contains("sato-bさんに代理をお願いしました", chosen.Card().Words(), StringComparison.Ordinal);
    }

    private Task<JsonNode> AppointAsync(string name, string from, string until, string by = Decider) =>
        bot.PressAsync(
            DeputyCard.AppointVerb,
            new JsonObject
            {
                ["name"] = name,
                ["from"] = from,
                ["until"] = until,
            },
            by,
            by == Decider ? "a:personal" : $"a:{by}"
        );

    private Task<JsonNode> PressAsync(string verb, Notice notice, string step, string person) =>
        bot.PressAsync(
            verb,
            new JsonObject
            {
                ["notice"] = notice.Id.ToString(),
                ["version"] = notice.Version,
                ["step"] = step,
                ["reason"] = "理由です",
            },
            person,
            $"a:{person}-own"
        );

    private async Task<JsonNode> OpenAsync(string person)
    {
        var list = (await bot.SayAsync("届出状況", person)).Card();
        var row = list.Actions().First(press => press["verb"]?.ToString() == NoticeCard.OpenVerb);
        return (await bot.PressAsync(list, row["title"]!.ToString(), person: person))["value"]!;
    }

    private JsonNode Last(string conversation) => In(conversation)[^1];

    private JsonNode Before(string conversation) => In(conversation)[^2];

    private List<JsonNode> In(string conversation) =>
        [
            .. bot
                .Teams.Calls.Where(call => call.Conversation == conversation && call.Body?["attachments"] is JsonArray)
                .Select(call => call.Body!.Card()),
        ];

    private async Task<Notice> NoticeAsync()
    {
        await using var database = bot.Open();
        return await database.Notices.Include(notice => notice.Events).OrderBy(notice => notice.Number).FirstAsync();
    }
}

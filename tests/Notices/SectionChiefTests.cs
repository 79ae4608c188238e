using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Delivery;
using GuidelineBot.Tests.Incidents;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Notices;

/// <summary>Where a city wants it, a notice goes to the section's chief first, and then to the office.</summary>
public sealed class SectionChiefTests : IAsyncLifetime
{
    private const string Office = "19:koho@thread.v2";

    /// <summary>A Friday before a long weekend.</summary>
    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.FromHours(9)));

    private BotHost bot = null!;

    public async Task InitializeAsync()
    {
        bot = await BotHost.StartAsync(
            settings: new()
            {
                ["Approvals:SectionChief"] = "true",
                ["Recipients:PublicRelations:0"] = "koho@example.jp",
                ["Reminders:NextPerson"] = "33333333-3333-4333-8333-333333333330",
            },
            services: services =>
            {
                BotHost.WithoutJobs(services);
                services.AddSingleton<TimeProvider>(clock).AddSingleton<NoticeClock>();
            }
        );
        await bot.SayAsync("ここに届ける", conversation: Office);
        await bot.SayAsync("ヘルプ", "suzuki", "a:suzuki");
    }

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task The_named_chief_approves_before_the_office_hears_of_it()
    {
        var confirm = await ConfirmAsync();
        var unknown = (await SubmitAsync(confirm, "赤木"))["value"]!;
        Assert.Contains("ボットはまだ知りません", unknown.Words(), StringComparison.Ordinal);
        Assert.Equal("赤木", unknown.Input("chief")["value"]!.ToString());

        var submitted = (await SubmitAsync(unknown, "suzuki"))["value"]!.Words();
        Assert.Contains("suzukiさんが承認すると、市長公室広報広聴課長に届きます。", submitted, StringComparison.Ordinal);
        Assert.Contains("状態　所属長の承認待ち", submitted, StringComparison.Ordinal);
        await DrainAsync();
        Assert.Empty(Posted(Office));
        Assert.Empty(await bot.Services.OutboxAsync());
        var asked = Posted("a:suzuki")[^1];
        Assert.Equal(["承認する", "差し戻す", "代理を決める", "書類（Word）"], asked.Presses());
        var notice = await NoticeAsync();
        Assert.Contains("その操作はできません", (await DecideAsync(notice, "accepted", "yamada")).Card().Words(), StringComparison.Ordinal);
        Assert.Contains("見つかりません", (await DecideAsync(notice, "approved", "tanaka"))["value"]!.ToString());

        await bot.PressAsync(asked, "承認する", person: "suzuki");
        await DrainAsync();
        Assert.Contains("受理する", Assert.Single(Posted(Office)).Presses());
        Assert.Contains("「所属長の承認」の連絡です", Posted("a:personal")[^1].Words(), StringComparison.Ordinal);
        var mail = Assert.Single(await bot.Services.OutboxAsync(), row => row.Channel == OutboxChannel.Mail);
        Assert.Equal("notice.filed", mail.Topic);
        await DecideAsync(await NoticeAsync(), "accepted", "yamada");
        Assert.Equal([NoticeStep.Submitted, NoticeStep.Approved, NoticeStep.Accepted], await HistoryAsync());
    }

    [Fact]
    public async Task What_the_chief_returns_comes_to_the_chief_again_and_not_to_the_office()
    {
        var notice = await FileAsync("suzuki");
        await DecideAsync(notice, "returned", "suzuki", "終了日を確かめてください。");
        await DrainAsync();
        Assert.Contains("「差戻し」の連絡です。終了日を確かめてください。", Posted("a:sato")[^1].Words(), StringComparison.Ordinal);

        var form = (
            await bot.PressAsync(NoticeCard.RedoVerb, new JsonObject { ["notice"] = notice.Id.ToString() }, "sato", "a:sato")
        ).Card();
        var confirm = await bot.FillAsync(form, "sato", new() { ["f_endDate"] = "2099-05-31", ["f_url"] = "" });
        // The chief of the last time is proposed.
        Assert.Equal("suzuki", confirm.Input("chief")["value"]!.ToString());
        await SubmitAsync(confirm, "suzuki");
        await DrainAsync();

        Assert.Empty(Posted(Office));
        Assert.Contains("satoさんから「再提出」がありました。", Posted("a:suzuki")[^1].Words(), StringComparison.Ordinal);
        Assert.Equal((1, NoticeStatus.AwaitingApproval), ((await NoticeAsync()).Number, (await NoticeAsync()).Status));
    }

    [Fact]
    public async Task A_chief_who_files_has_a_deputy_approve_it_or_names_somebody_else()
    {
        await bot.SayAsync("ヘルプ", "sato", "a:sato");
        var refused = (await SubmitAsync(await ConfirmAsync(), "sato"))["value"]!;
        Assert.Contains("ご自分の届出は、ご自分では承認できません。", refused.Words(), StringComparison.Ordinal);

        await bot.PressAsync(
            DeputyCard.AppointVerb,
            new JsonObject
            {
                ["name"] = "suzuki",
                ["from"] = "2026-11-20",
                ["until"] = "2026-11-27",
            },
            "sato",
            "a:sato"
        );
        await SubmitAsync(refused, "sato");
        await DrainAsync();
        await bot.PressAsync(Posted("a:suzuki")[^1], "承認する", person: "suzuki");

        await using var database = bot.Open();
        Assert.Contains(
            "suzuki（satoさんの代理）",
            (await database.NoticeEvents.ToListAsync())
                .Where(happened => happened.Step == NoticeStep.Approved)
                .Select(happened => happened.Who)
        );
    }

    [Fact]
    public async Task The_chief_and_a_deputy_are_reminded_after_two_working_days()
    {
        await bot.SayAsync("ヘルプ", "tanaka", "a:tanaka");
        await FileAsync("suzuki");
        await DrainAsync();
        await bot.PressAsync(
            DeputyCard.AppointVerb,
            new JsonObject
            {
                ["name"] = "tanaka",
                ["from"] = "2026-11-20",
                ["until"] = "2026-12-20",
            },
            "suzuki",
            "a:suzuki"
        );
        await DrainAsync();
        // What waits already goes to the deputy at once.
        Assert.Contains("承認する", Posted("a:tanaka")[^1].Presses());

        clock.Advance(TimeSpan.FromDays(4));
        await bot.Services.GetRequiredService<NoticeClock>().LookAsync(default);
        Assert.DoesNotContain(await bot.Services.OutboxAsync(), row => row.Topic == NoticeClock.One);
        clock.Advance(TimeSpan.FromDays(1));
        await bot.Services.GetRequiredService<NoticeClock>().LookAsync(default);
        Assert.Equal(
            ["a:suzuki", "a:tanaka"],
            (await bot.Services.OutboxAsync()).Where(row => row.Topic == NoticeClock.One).Select(row => row.Recipient).Order()
        );
    }

    [Fact]
    public async Task A_chief_who_cannot_be_reached_is_said_once_and_the_next_person_hears_of_it()
    {
        await bot.SayAsync("ヘルプ", "yamada", "a:yamada");
        bot.Teams.Answer = call => call.Conversation == "a:suzuki" ? Results.StatusCode(StatusCodes.Status403Forbidden) : null;
        await FileAsync("suzuki");
        await DrainAsync();
        var noticeClock = bot.Services.GetRequiredService<NoticeClock>();
        await Task.WhenAll(noticeClock.LookAsync(default), noticeClock.LookAsync(default));
        await noticeClock.LookAsync(default);
        await DrainAsync();

        var own = Assert.Single(Posted("a:sato"), card => card.Words().Contains("届けられません", StringComparison.Ordinal));
        Assert.Contains("suzukiさんに、ボットから届けられません。", own.Words(), StringComparison.Ordinal);
        var next = Assert.Single(
            await bot.Services.OutboxAsync(),
            row => row.Topic == NoticeTelling.Unreachable && row.Recipient != "a:sato"
        );
        Assert.Contains(next.Recipient, new[] { "a:yamada", Office });

        // Named again, it is said before anything is submitted.
        var refused = (await SubmitAsync(await ConfirmAsync(), "suzuki"))["value"]!;
        Assert.Contains("suzukiさんには、今はボットから届けられません。", refused.Words(), StringComparison.Ordinal);

        // Once they have spoken to the bot again, they get it, and nothing more is said.
        bot.Teams.Answer = _ => null;
        await bot.SayAsync("ヘルプ", "suzuki", "a:suzuki");
        await DrainAsync();
        Assert.Contains("承認する", Posted("a:suzuki")[^1].Presses());
        await noticeClock.LookAsync(default);
        Assert.Equal(2, (await bot.Services.OutboxAsync()).Count(row => row.Topic == NoticeTelling.Unreachable));
    }

    private async Task<JsonNode> ConfirmAsync()
    {
        var form = (await bot.SayAsync("来月1日から観光課でTikTok始めます、担当は岡本健", "sato")).Card();
        return await bot.FillAsync(form, "sato", []);
    }

    private Task<JsonNode> SubmitAsync(JsonNode confirm, string chief) =>
        bot.PressAsync(confirm, "提出する", new JsonObject { ["chief"] = chief }, "sato");

    private Task<Notice> FileAsync(string chief) =>
        Filed.NewAsync(bot, GuidelineBot.Knowledge.Notices.NoticeKind.End, "sato", "a:sato", new($"29:user-{chief}", chief));

    private Task<JsonNode> DecideAsync(Notice notice, string step, string person, string reason = "") =>
        bot.PressAsync(
            NoticeCard.DecideVerb,
            new JsonObject
            {
                ["notice"] = notice.Id.ToString(),
                ["version"] = notice.Version,
                ["step"] = step,
                ["reason"] = reason,
            },
            person,
            $"a:{person}"
        );

    private Task DrainAsync()
    {
        // A chat takes a card a second.
        clock.Advance(TimeSpan.FromSeconds(2));
        return bot.Services.DrainAsync();
    }

    private List<JsonNode> Posted(string conversation) =>
        [
            .. bot
                .Teams.Calls.Where(call =>
                    call.Method == "POST" && call.Conversation == conversation && call.Body?["attachments"] is JsonArray
                )
                .Select(call => call.Body!.Card())
                .Where(card => !card.Words().Contains("ヘルプ", StringComparison.Ordinal)),
        ];

    private async Task<Notice> NoticeAsync()
    {
        await using var database = bot.Open();
        return await database.Notices.AsNoTracking().SingleAsync();
    }

    private async Task<List<NoticeStep>> HistoryAsync()
    {
        await using var database = bot.Open();
        return await database.NoticeEvents.OrderBy(happened => happened.At).Select(happened => happened.Step).ToListAsync();
    }
}

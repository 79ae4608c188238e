using System.Text.Json.Nodes;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuidelineBot.Tests.Delivery;

/// <summary>Which of several instances draws a card, and when none does.</summary>
public sealed class LiveCardsTests
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_card_that_an_instance_whose_clock_is_ahead_draws_or_holds_is_left_alone()
    {
        await using var bot = await BotHost.StartAsync(services: BotHost.WithoutJobs);
        var worker = bot.Services.GetRequiredService<LiveCardWorker>();
        var incident = await bot.StartAsync();
        await bot.PressAsync(IncidentTimelineCard.WriteVerb, new JsonObject { ["incident"] = incident, ["text"] = "電話がありました" });
        await using var database = bot.Open();
        var now = TimeProvider.System.GetUtcNow();
        DateTimeOffset? none = null,
            leased = now + LiveCardWorker.Lease + Ahead,
            held = now + LiveCards.Hold + Ahead;

        await database.LiveCards.ExecuteUpdateAsync(card =>
            card.SetProperty(found => found.DueAt, now)
                .SetProperty(found => found.LeasedUntil, leased)
                .SetProperty(found => found.HeldUntil, none)
        );
        Assert.False(await worker.DrawNextAsync(default));
        await database.LiveCards.ExecuteUpdateAsync(card =>
            card.SetProperty(found => found.LeasedUntil, none).SetProperty(found => found.HeldUntil, held)
        );
        Assert.False(await worker.DrawNextAsync(default));

        await database.LiveCards.ExecuteUpdateAsync(card => card.SetProperty(found => found.HeldUntil, none));
        Assert.True(await worker.DrawNextAsync(default));
    }

    [Fact]
    public async Task A_notice_that_is_decided_in_one_chat_can_be_decided_in_no_other()
    {
        await using var bot = await BotHost.StartAsync();
        foreach (var office in Offices)
            await bot.SayAsync("ここに届ける", "yamada", office);
        var notice = await Filed.EndAsync(bot, "sato", "a:sato");
        var (here, there) = (await PostedAsync(bot, Offices[0], "受理する"), await PostedAsync(bot, Offices[1], "受理する"));

        await bot.PressAsync(
            NoticeCard.DecideVerb,
            new JsonObject
            {
                ["notice"] = $"{notice.Id}",
                ["version"] = notice.Version,
                ["step"] = "returned",
                ["reason"] = "日付が違います",
            },
            "yamada",
            Offices[0],
            here
        );
        var back = await PostedAsync(bot, "a:sato", "直して出し直す");
        await DrawnAsync(bot);

        Assert.All(
            [(Offices[0], here), (Offices[1], there)],
            card => Assert.Equal(["書類（Word）"], bot.Teams.Seen(card.Item1, card.Item2, "29:user-suzuki").Presses())
        );

        await bot.PressAsync(
            NoticeCard.DecideVerb,
            new JsonObject
            {
                ["notice"] = $"{notice.Id}",
                ["version"] = notice.Version + 1,
                ["step"] = "withdrawn",
                ["reason"] = "やめました",
            },
            "sato",
            "a:elsewhere",
            "card-elsewhere"
        );
        await DrawnAsync(bot);
        Assert.Equal(["書類（Word）"], bot.Teams.Seen("a:sato", back, "29:user-sato").Presses());
    }

    [Fact]
    public async Task A_form_that_is_open_on_a_notice_is_let_alone_until_it_is_left()
    {
        await using var bot = await BotHost.StartAsync();
        foreach (var office in Offices)
            await bot.SayAsync("ここに届ける", "yamada", office);
        var notice = await Filed.EndAsync(bot, "sato", "a:sato");
        var (here, there) = (await PostedAsync(bot, Offices[0], "受理する"), await PostedAsync(bot, Offices[1], "受理する"));
        JsonObject Decide(string step) =>
            new()
            {
                ["notice"] = $"{notice.Id}",
                ["version"] = notice.Version,
                ["step"] = step,
            };

        await bot.PressAsync(NoticeCard.ReasonVerb, Decide("returned"), "yamada", Offices[1], there);
        var withdrawn = Decide("withdrawn");
        withdrawn["reason"] = "やめました";
        await bot.PressAsync(NoticeCard.DecideVerb, withdrawn, "sato", "a:sato", "");
        Assert.Equal(["29:user-yamada"], await HoldersAsync(bot, there));

        await bot.PressAsync(NoticeCard.OpenVerb, new JsonObject { ["notice"] = $"{notice.Id}" }, "yamada", Offices[1], there);
        await DrawnAsync(bot);
        bot.Teams.Reload();
        Assert.Equal(["書類（Word）"], bot.Teams.Seen(Offices[1], there, "29:user-yamada").Presses());
        Assert.Equal(["書類（Word）"], bot.Teams.Seen(Offices[0], here, "29:user-yamada").Presses());
    }

    [Fact]
    public async Task Whoever_goes_on_elsewhere_has_left_the_form()
    {
        await using var bot = await BotHost.StartAsync(services: BotHost.WithoutJobs);
        var incident = await bot.StartAsync();
        await bot.PressAsync(IncidentCard.OpenVerb, IncidentBot.Of(incident), message: "card-2");

        await bot.PressAsync(IncidentStatusCard.FormVerb, IncidentBot.Of(incident), message: "card-1");
        Assert.Equal(["29:user-sato"], await HoldersAsync(bot));
        // Another form on another card of it: only that one is being filled in.
        await bot.PressAsync(IncidentTeamCard.OpenVerb, IncidentBot.Of(incident), message: "card-2");
        Assert.Equal(["29:user-sato"], await HoldersAsync(bot));
        Assert.Empty(await HoldersAsync(bot, "card-1"));
        // Somebody else does not end it; a sentence of one's own about it does.
        await bot.PressAsync(IncidentCard.OpenVerb, IncidentBot.Of(incident), "suzuki", message: "card-2");
        Assert.Equal(["29:user-sato"], await HoldersAsync(bot, "card-2"));
        await bot.SayAsync("状況", "sato", IncidentBot.Group);
        Assert.Empty(await HoldersAsync(bot));
    }

    [Fact]
    public async Task Whoever_types_or_presses_something_else_in_the_chat_keeps_nobody_waiting_and_whoever_sends_a_file_goes_on()
    {
        await using var bot = await BotHost.StartAsync(services: BotHost.WithoutJobs);
        var incident = await bot.StartAsync();
        async Task OpenAsync()
        {
            await bot.PressAsync(IncidentStatusCard.FormVerb, IncidentBot.Of(incident), message: "card-1");
            Assert.Equal(["29:user-sato"], await HoldersAsync(bot));
        }

        // A question that has nothing to do with it; other people's and those in other chats leave the form alone.
        await OpenAsync();
        await bot.SayAsync("パスワードはどれくらいの頻度で変える？", "suzuki", IncidentBot.Group);
        await bot.SayAsync("パスワードはどれくらいの頻度で変える？", "sato", "a:sato");
        Assert.Equal(["29:user-sato"], await HoldersAsync(bot));
        await bot.SayAsync("パスワードはどれくらいの頻度で変える？", "sato", IncidentBot.Group);
        Assert.Empty(await HoldersAsync(bot));

        await OpenAsync();
        await bot.PressAsync(HomeCard.OpenVerb, [], message: "card-3");
        Assert.Empty(await HoldersAsync(bot));

        // What waits is drawn then, not a minute later.
        await OpenAsync();
        await bot.PressAsync(
            IncidentTimelineCard.WriteVerb,
            new JsonObject { ["incident"] = incident, ["text"] = "電話がありました" },
            "suzuki",
            message: "card-2"
        );
        var worker = bot.Services.GetRequiredService<LiveCardWorker>();
        while (await worker.DrawNextAsync(default)) { }
        await bot.SayAsync("ヘルプ", "sato", IncidentBot.Group);
        Assert.True(await worker.DrawNextAsync(default));
    }

    [Fact]
    public async Task A_late_copy_of_what_was_typed_before_lets_no_form_go()
    {
        await using var bot = await BotHost.StartAsync(services: BotHost.WithoutJobs);
        var incident = await bot.StartAsync();
        var typed = bot.Message("パスワードはどれくらいの頻度で変える？", "sato", IncidentBot.Group, "groupChat");
        (await bot.PostAsync(typed)).EnsureSuccessStatusCode();
        await bot.PressAsync(IncidentStatusCard.FormVerb, IncidentBot.Of(incident), message: "card-1");

        (await bot.PostAsync(typed.DeepClone())).EnsureSuccessStatusCode();

        Assert.Equal(["29:user-sato"], await HoldersAsync(bot));
    }

    [Theory]
    [InlineData(IncidentBot.Group, false)]
    [InlineData("a:own", true)]
    public async Task What_was_sent_brings_the_card_back_at_once_where_others_wait_for_it(string chat, bool staysOpen)
    {
        await using var bot = await BotHost.StartAsync(services: BotHost.WithoutJobs);
        var incident = await bot.StartAsync(conversation: chat);
        await bot.PressAsync(IncidentTeamCard.OpenVerb, IncidentBot.Of(incident), conversation: chat);

        var role = new JsonObject { ["incident"] = incident, ["takes"] = IncidentTeamCard.Recorder };
        var seen = (await bot.PressAsync(IncidentTeamCard.RoleVerb, role, conversation: chat)).Card();
        Assert.Contains("「記録」になりました。", seen.Words(), StringComparison.Ordinal);
        Assert.Equal(staysOpen, seen.Titles().Contains("頼む"));
        Assert.Equal(staysOpen ? ["29:user-sato"] : [], await HoldersAsync(bot));
        Assert.Equal(!staysOpen, await bot.Services.GetRequiredService<LiveCardWorker>().DrawNextAsync(default));

        await bot.PressAsync(IncidentTimelineCard.OpenVerb, new JsonObject { ["incident"] = incident, ["number"] = 0 }, conversation: chat);
        var entry = new JsonObject { ["incident"] = incident, ["text"] = "電話がありました" };
        seen = (await bot.PressAsync(IncidentTimelineCard.WriteVerb, entry, conversation: chat)).Card();
        Assert.Contains("記録しました。", seen.Words(), StringComparison.Ordinal);
        Assert.Equal(staysOpen ? ["29:user-sato"] : [], await HoldersAsync(bot));
    }

    /// <summary>Who fills in a form on one of the messages.</summary>
    private static async Task<List<string>> HoldersAsync(BotHost bot, string? message = null)
    {
        await using var database = bot.Open();
        var now = TimeProvider.System.GetUtcNow();
        var held = await database.LiveCards.AsNoTracking().Where(card => card.HeldUntil > now).ToListAsync();
        return [.. held.Where(card => message is null || card.Activity == message).Select(card => card.HeldBy!)];
    }

    [Fact]
    public async Task A_duty_that_is_done_in_one_chat_is_done_in_all()
    {
        await using var bot = await BotHost.StartAsync();
        foreach (var office in Offices)
            await bot.SayAsync("ここに届ける", "yamada", office);
        var duty = await DueAsync(bot);
        await bot.Services.GetServices<IHostedService>().OfType<DutyWorker>().Single().LookAsync(default);
        var (here, there) = (await PostedAsync(bot, Offices[0], "変更しました"), await PostedAsync(bot, Offices[1], "変更しました"));

        await bot.PressAsync(DutyCard.DoneVerb, new JsonObject { ["duty"] = $"{duty}" }, "yamada", Offices[0], here);
        await DrawnAsync(bot);

        Assert.All(
            [(Offices[0], here), (Offices[1], there)],
            card =>
            {
                var seen = bot.Teams.Seen(card.Item1, card.Item2, "29:user-suzuki");
                Assert.Empty(seen.Titles());
                Assert.Contains("済みました（", seen.Words(), StringComparison.Ordinal);
            }
        );
    }

    private static readonly string[] Offices = ["19:office@thread.v2", "19:press@thread.v2"];

    private static async Task<Guid> DueAsync(BotHost bot)
    {
        await using var database = bot.Open();
        var account = new Account
        {
            Service = "X",
            Name = "おかやま花だより",
            Url = "",
            UrlKey = "",
            Section = "観光課",
        };
        var duty = new Duty
        {
            AccountId = account.Id,
            Kind = DutyKind.ChangePassword,
            DueAt = DateTimeOffset.UnixEpoch,
        };
        database.AddRange(account, duty);
        await database.SaveChangesAsync();
        return duty.Id;
    }

    /// <summary>Waits until a card with this button was posted there, and is known as one to be drawn again.</summary>
    /// <returns>The message that holds it.</returns>
    private static async Task<string> PostedAsync(BotHost bot, string chat, string button)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var database = bot.Open();
        while (true)
        {
            var known = await database
                .LiveCards.AsNoTracking()
                .Where(card => card.Conversation == chat && card.Activity != "")
                .Select(card => card.Activity)
                .ToListAsync(late.Token);
            if (known.FirstOrDefault(message => bot.Teams.Seen(chat, message, "29:user-suzuki").Titles().Contains(button)) is { } found)
                return found;
            await Task.Delay(50, late.Token);
        }
    }

    private static async Task DrawnAsync(BotHost bot)
    {
        await using var database = bot.Open();
        bot.Services.GetRequiredService<LiveCards>().Bell.Ring();
        await IncidentBot.DrawnAsync(database);
    }
}

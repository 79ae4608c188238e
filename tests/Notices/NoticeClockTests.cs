using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Delivery;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Notices;

/// <summary>Silence is told, on working days, once, and then to the next person.</summary>
public sealed class NoticeClockTests
{
    private const string Office = "19:koho@thread.v2";

    /// <summary>A Friday before a long weekend: Monday is a holiday.</summary>
    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.FromHours(9)));

    [Theory, OnSqlite, OnPostgres]
    public async Task The_office_is_reminded_of_what_is_undecided_once_each_working_morning(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var one = await StartAsync(connection);
        await using var other = await StartAsync(connection);
        await one.SayAsync("ここに届ける", conversation: Office);
        await Filed.EndAsync(one, "sato", "a:sato");
        await one.Services.DrainAsync();

        foreach (var _ in Enumerable.Range(0, 5))
        {
            await LookAsync(one, other);
            clock.Advance(TimeSpan.FromDays(1));
        }
        // Tuesday, the first working day after it; on Wednesday two have passed.
        Assert.Equal(new DateOnly(2026, 11, 25), Today);
        Assert.Empty(await RemindersAsync(one, NoticeClock.Office));
        await LookAsync(one, other);
        Assert.Equal([Office], await RemindersAsync(one, NoticeClock.Office));
        clock.Advance(TimeSpan.FromDays(1));
        await LookAsync(one, other);
        Assert.Equal(2, (await RemindersAsync(one, NoticeClock.Office)).Count);

        await one.Services.DrainAsync();
        var told = Last(one, Office);
        Assert.Contains("受理か差戻しを待っています", told.Words(), StringComparison.Ordinal);
        Assert.Contains("終了 第1号", told.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_asked_or_has_it_back_is_reminded_until_they_go_on()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        var returned = await Filed.EndAsync(bot, "sato", "a:sato");
        var asked = await Filed.EndAsync(bot, "suzuki", "a:suzuki");
        await DecideAsync(bot, returned, "returned", "終了日を確かめてください。");
        await DecideAsync(bot, asked, "asked", "いつまで残しますか。");
        clock.Advance(TimeSpan.FromDays(6));

        await LookAsync(bot);
        Assert.Equal(["a:sato", "a:suzuki"], await RemindersAsync(bot, NoticeClock.One));
        await bot.Services.DrainAsync();
        Assert.Contains("差し戻されたままになっています", Last(bot, "a:sato").Words(), StringComparison.Ordinal);
        Assert.Contains("終了日を確かめてください。", Last(bot, "a:sato").Words(), StringComparison.Ordinal);
        Assert.Contains("まだお答えがありません。いつまで残しますか。", Last(bot, "a:suzuki").Words(), StringComparison.Ordinal);

        await DecideAsync(bot, asked, "answered", "半年残します。", "suzuki");
        clock.Advance(TimeSpan.FromDays(1));
        await LookAsync(bot);
        Assert.Equal(["a:sato", "a:sato", "a:suzuki"], await RemindersAsync(bot, NoticeClock.One));
    }

    [Fact]
    public async Task What_has_waited_for_long_goes_to_the_next_person_who_is_named()
    {
        await using var bot = await StartAsync(
            await TestStorage.NewDatabaseAsync(Server.Sqlite),
            new() { ["Reminders:NextPerson"] = "33333333-3333-4333-8333-333333333331" }
        );
        await bot.SayAsync("ヘルプ", "sato", "a:sato-chief");
        await Filed.EndAsync(bot, "suzuki", "a:suzuki");
        await bot
            .Services.GetRequiredService<TicketDesk>()
            .OpenAsync(
                new(new("29:user-suzuki", "suzuki", null, default), new("a:suzuki", ConversationKind.Personal), ""),
                "給食の献立は？",
                null,
                default
            );
        // Friday; Tuesday to Friday are four working days, and Monday is the fifth.
        clock.Advance(TimeSpan.FromDays(7));
        await LookAsync(bot);
        Assert.Empty(await RemindersAsync(bot, NoticeClock.NextPerson));
        clock.Advance(TimeSpan.FromDays(3));
        await LookAsync(bot);

        Assert.Equal(["a:sato-chief"], await RemindersAsync(bot, NoticeClock.NextPerson));
        Assert.Equal(["a:sato-chief"], await RemindersAsync(bot, TicketClock.Reminder));
        await bot.Services.DrainAsync();
        Assert.Contains(
            "長い間そのままになっています",
            string.Concat(
                bot.Teams.Messages.Where(message => message["attachments"] is JsonArray).Select(message => message.Card().Words())
            ),
            StringComparison.Ordinal
        );
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    private async Task<BotHost> StartAsync((string Key, string Value) connection, Dictionary<string, string?>? settings = null) =>
        await BotHost.StartAsync(
            settings: new(settings ?? []) { [connection.Key] = connection.Value },
            services: services =>
            {
                BotHost.WithoutJobs(services);
                services
                    .AddSingleton<TimeProvider>(clock)
                    .AddSingleton<PeriodicJob, NoticeClock>()
                    .AddSingleton<PeriodicJob, TicketClock>();
            }
        );

    private static Task LookAsync(params BotHost[] bots) =>
        Task.WhenAll(bots.SelectMany(bot => bot.Services.GetServices<PeriodicJob>().Select(job => job.LookAsync(default))));

    private async Task DecideAsync(BotHost bot, Notice notice, string step, string reason, string person = "yamada")
    {
        await using var database = bot.Open();
        var now = await database.Notices.AsNoTracking().SingleAsync(one => one.Id == notice.Id);
        clock.Advance(TimeSpan.FromSeconds(1));
        await bot.PressAsync(
            NoticeCard.DecideVerb,
            new JsonObject
            {
                ["notice"] = notice.Id.ToString(),
                ["version"] = now.Version,
                ["step"] = step,
                ["reason"] = reason,
            },
            person,
            $"a:{person}",
            "elsewhere"
        );
    }

    /// <returns>Where these reminders go.</returns>
    private static async Task<List<string>> RemindersAsync(BotHost bot, string topic) =>
        [.. (await bot.Services.OutboxAsync()).Where(row => row.Topic == topic).Select(row => row.Recipient).Order()];

    private static JsonNode Last(BotHost bot, string conversation) =>
        bot
            .Teams.Calls.Last(call => call.Method == "POST" && call.Conversation == conversation && call.Body?["attachments"] is JsonArray)
            .Body!.Card();
}

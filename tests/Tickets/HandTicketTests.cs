using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Tickets;
using GuidelineBot.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuidelineBot.Tests.Tickets;

/// <summary>Who of 広報広聴課 sees to a ticket, and what happens when nobody does.</summary>
public sealed class HandTicketTests
{
    private const string Team = "19:koho@thread.tacv2";
    private const string Sato = "33333333-3333-4333-8333-333333333331";

    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9)));

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ticket_is_handed_to_a_member_of_the_team_who_is_told(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var bot = await StartAsync(connection);
        await bot.SayAsync("ヘルプ", "sato", "a:sato");
        await bot.SayAsync("ヘルプ", conversation: Team);
        await bot.Services.GetRequiredService<TeamRosters>().ReadAsync(default);
        var id = await AskAsync(bot);

        var form = (await PressAsync(bot, TicketCard.HandVerb, id)).Card();
        Assert.Contains("ほかの人に頼む", form.Words(), StringComparison.Ordinal);
        Assert.Equal(["佐藤 花子"], form.Input("to")["choices"]!.AsArray().Select(choice => choice!["title"]!.ToString()));
        Assert.Contains(
            "担当する人を選んでください。",
            (await PressAsync(bot, TicketCard.AssignVerb, id, "29:user-tanaka")).Card().Words(),
            StringComparison.Ordinal
        );
        var handed = (await PressAsync(bot, TicketCard.AssignVerb, id, "29:user-sato")).Card();
        Assert.Contains("佐藤 花子さんに頼みました。", handed.Words(), StringComparison.Ordinal);
        Assert.Contains("対応中（佐藤 花子さん）", handed.Words(), StringComparison.Ordinal);

        await using var database = bot.Open();
        var told = await database.Outbox.SingleAsync(message => message.Topic == TicketDesk.Assigned);
        Assert.Equal("a:sato", told.Recipient);
        // The roster makes her a reviewer: she answers.
        Assert.Contains(
            "回答を送りました。",
            (await bot.PressAsync(TicketCard.AnswerVerb, new JsonObject { ["ticket"] = id, ["text"] = "はい。" }, "sato", "a:sato"))
                .Card()
                .Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_role_by_membership_ends_with_it_and_survives_a_short_silence_of_Teams()
    {
        await using var bot = await StartAsync(await TestStorage.NewDatabaseAsync(Server.Sqlite));
        var rosters = bot.Services.GetRequiredService<TeamRosters>();
        await rosters.ReadAsync(default);
        Assert.Equal([Team], rosters.Unread);
        await bot.SayAsync("ヘルプ", conversation: Team);
        await rosters.ReadAsync(default);
        Assert.Equal((Roles.Reviewer, Roles.None), (rosters.RolesOf(Sato), rosters.RolesOf("33333333-3333-4333-8333-333333333332")));

        bot.Teams.Answer = call => call.Path.Contains("pagedmembers", StringComparison.Ordinal) ? Results.StatusCode(500) : null;
        clock.Advance(TimeSpan.FromHours(23));
        await rosters.ReadAsync(default);
        Assert.Equal(Roles.Reviewer, rosters.RolesOf(Sato));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(Roles.None, rosters.RolesOf(Sato));

        bot.Teams.Answer = _ => Results.Json(new { members = Array.Empty<object>() });
        await rosters.ReadAsync(default);
        Assert.Equal((Roles.None, 0), (rosters.RolesOf(Sato), rosters.Unread.Count));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_questions_that_wait_the_office_is_reminded_once_each_working_morning(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var one = await StartAsync(connection);
        await using var other = await StartAsync(connection);
        await one.SayAsync("ここに届ける", conversation: "19:office");
        var id = await AskAsync(one);

        await LookAsync(one);
        Assert.Empty(await RemindersAsync(one));
        clock.Advance(TimeSpan.FromDays(2));
        await Task.WhenAll(LookAsync(one), LookAsync(other), LookAsync(one));
        Assert.Single(await RemindersAsync(one));
        // From Thursday to Monday: nothing at the weekend, nor before nine.
        clock.Advance(TimeSpan.FromDays(2));
        await LookAsync(one);
        Assert.Single(await RemindersAsync(one));
        clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromHours(2));
        await LookAsync(one);
        Assert.Single(await RemindersAsync(one));
        clock.Advance(TimeSpan.FromHours(2));
        await LookAsync(one);
        Assert.Equal(2, (await RemindersAsync(one)).Count);

        await one.PressAsync(TicketCard.AnswerVerb, new JsonObject { ["ticket"] = id, ["text"] = "はい。" }, "yamada", "a:personal", "");
        clock.Advance(TimeSpan.FromDays(1));
        await LookAsync(one);
        Assert.Equal(2, (await RemindersAsync(one)).Count);
    }

    private async Task<BotHost> StartAsync((string Key, string Value) connection)
    {
        var bot = await BotHost.StartAsync(
            settings: new() { [connection.Key] = connection.Value, ["Roles:ReviewersTeam"] = Team },
            services: BotHost.WithoutJobs(clock)
        );
        bot.Teams.Answer = call =>
            call.Path.Contains("pagedmembers", StringComparison.Ordinal)
                ? Results.Json(
                    call.Path.Contains("continuationToken=2", StringComparison.Ordinal)
                        ? new
                        {
                            members = new[]
                            {
                                new
                                {
                                    id = "29:user-sato",
                                    name = "佐藤 花子",
                                    aadObjectId = Sato,
                                },
                            },
                            continuationToken = "",
                        }
                        : new
                        {
                            members = new[]
                            {
                                new
                                {
                                    id = "29:guest",
                                    name = "来客",
                                    aadObjectId = "",
                                },
                            },
                            continuationToken = "2",
                        }
                )
                : null;
        return bot;
    }

    private static Task LookAsync(BotHost bot) => ActivatorUtilities.CreateInstance<TicketClock>(bot.Services).LookAsync(default);

    private static async Task<List<OutboxMessage>> RemindersAsync(BotHost bot)
    {
        await using var database = bot.Open();
        return await database.Outbox.AsNoTracking().Where(message => message.Topic == TicketClock.Reminder).ToListAsync();
    }

    private static async Task<string> AskAsync(BotHost bot)
    {
        await bot.PressAsync(
            EscalateCard.SendVerb,
            new JsonObject { ["question"] = "夜間の返信は誰の仕事？", ["note"] = "" },
            "tanaka",
            "a:asker"
        );
        await using var database = bot.Open();
        return (await database.Tickets.SingleAsync()).Id.ToString();
    }

    private static Task<JsonNode> PressAsync(BotHost bot, string verb, string id, string? to = null) =>
        bot.PressAsync(
            verb,
            to is null ? new JsonObject { ["ticket"] = id } : new JsonObject { ["ticket"] = id, ["to"] = to },
            "yamada",
            "19:office",
            "card-1"
        );
}

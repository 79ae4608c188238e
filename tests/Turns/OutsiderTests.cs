using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Deputies;
using GuidelineBot.Incidents;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Turns;

/// <summary>Guests and people of other tenants, as the roster tells of them; and people whom an activity does not name.</summary>
public sealed class OutsiderTests
{
    private const string Team = "19:office@thread.tacv2";
    private const string Foreign = "99999999-9999-4999-8999-999999999999";

    public static TheoryData<string> Outside =>
        [
            """{"userRole":"guest"}""",
            """{"userRole":"Guest"}""",
            """{"userRole":"anonymous"}""",
            $$"""{"userRole":"user","tenantId":"{{Foreign}}"}""",
            $$"""{"userRole":"user","tenantId":"{{BotHost.Tenant}}","userPrincipalName":"sato_firma.example#EXT#@okayama.example"}""",
        ];

    [Theory, MemberData(nameof(Outside))]
    public async Task Nobody_from_outside_gets_a_role_from_a_team(string profile)
    {
        await using var bot = await BotHost.StartAsync(settings: new() { ["Roles:ReviewersTeam"] = Team });
        bot.Teams.Answer = call =>
            call.Path.Contains("pagedmembers", StringComparison.Ordinal)
                ? Results.Json(new { members = new[] { Person("sato", profile), Person("tanaka", "{}") } })
                : null;
        await bot.SayAsync("ヘルプ", "tanaka", Team);
        var rosters = bot.Services.GetRequiredService<TeamRosters>();
        await rosters.ReadAsync(default);

        Assert.Equal(["29:user-tanaka"], rosters.Of(Roles.Reviewer).Select(member => member.Id));
        Assert.Equal(Roles.None, rosters.RolesOf(DirectoryIdOf("sato")));
    }

    [Theory, MemberData(nameof(Outside))]
    public async Task A_guest_is_told_that_the_bot_is_for_staff(string profile)
    {
        await using var channel = await ChannelDouble.StartAsync("msteams");
        await using var bot = await StartAsync(channel, profile, []);

        Assert.Contains("職員の方だけ", await SaidAsync(bot, channel, "ヘルプ"), StringComparison.Ordinal);
        using var press = await bot.PostAsync(
            bot.Press(TeamsActivity.Button("asking.contents", []), "sato"),
            channel.Token(bot.Teams.ServiceUrl)
        );
        Assert.Contains("職員の方だけ", await press.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var search = await bot.PostAsync(Search(bot), channel.Token(bot.Teams.ServiceUrl));
        Assert.Contains(
            "職員の方だけ",
            (await search.Content.ReadFromJsonAsync<JsonNode>())!["composeExtension"]!["text"]!.ToString(),
            StringComparison.Ordinal
        );
        await using var database = bot.Open();
        Assert.False(await database.KnownConversations.AnyAsync());
    }

    [Fact]
    public async Task Where_guests_are_let_in_they_have_no_role_whatever_list_they_are_on()
    {
        await using var channel = await ChannelDouble.StartAsync("msteams");
        await using var bot = await StartAsync(
            channel,
            """{"userRole":"guest"}""",
            new() { ["Tenants:Guests"] = "true", ["Roles:Reviewers:0"] = DirectoryIdOf("sato") }
        );

        Assert.Contains("ヘルプ", await SaidAsync(bot, channel, "ヘルプ"), StringComparison.Ordinal);
        Assert.Contains("管理者だけが", await SaidAsync(bot, channel, "届出一覧"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user", true)]
    [InlineData("guest", false)]
    public async Task Nor_does_anybody_lend_them_a_role(string role, bool isLent)
    {
        const string Chief = "44444444-4444-4444-8444-444444444444";
        await using var channel = await ChannelDouble.StartAsync("msteams");
        await using var bot = await StartAsync(
            channel,
            $$"""{"userRole":"{{role}}"}""",
            new() { ["Tenants:Guests"] = "true", ["Roles:Reviewers:0"] = Chief }
        );
        await using (var database = bot.Open())
        {
            var today = bot.Services.GetRequiredService<DeputyBook>().Today;
            database.Deputies.Add(
                new()
                {
                    Principal = new("29:chief", "課長"),
                    PrincipalDirectoryId = Chief,
                    Person = new("29:user-sato", "sato"),
                    From = today,
                    Until = today.AddDays(1),
                    AppointedAt = DateTimeOffset.UtcNow,
                }
            );
            await database.SaveChangesAsync();
        }

        Assert.Equal(!isLent, (await SaidAsync(bot, channel, "届出一覧")).Contains("管理者だけが", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_roster_that_does_not_answer_takes_nothing_from_staff()
    {
        await using var channel = await ChannelDouble.StartAsync("msteams");
        await using var bot = await StartAsync(channel, null, new() { ["Roles:Reviewers:0"] = DirectoryIdOf("sato") });

        Assert.DoesNotContain("管理者だけが", await SaidAsync(bot, channel, "届出一覧"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u200b")]
    public async Task Who_is_not_named_keeps_the_name_that_is_known(string? name)
    {
        await using var bot = await BotHost.StartAsync();
        await bot.SayAsync("ヘルプ", "sato", "a:sato");

        Assert.Equal("sato", await OpenedByAsync(bot, name));
    }

    [Theory]
    [InlineData("佐藤 花子", "佐藤 花子")]
    [InlineData("", ChatMembers.NoName)]
    public async Task Else_the_roster_is_asked_and_else_it_says_that_nobody_knows(string roster, string expected)
    {
        await using var bot = await BotHost.StartAsync();
        bot.Teams.Answer = call =>
            call.Path.Contains("/members/", StringComparison.Ordinal) ? Results.Json(Person("sato", $$"""{"name":"{{roster}}"}""")) : null;

        Assert.Equal(expected, await OpenedByAsync(bot, null));
        var incident = (await bot.Open().IncidentMembers.SingleAsync(member => member.PersonId == "29:user-sato")).Name;
        Assert.Equal(expected, incident);
    }

    /// <summary>What is kept of who opened an incident, when nobody said by which name.</summary>
    private static async Task<string> OpenedByAsync(BotHost bot, string? name)
    {
        var press = bot.Press(
            TeamsActivity.Button(
                IncidentStartCard.StartVerb,
                new JsonObject
                {
                    ["checklist"] = "flaming",
                    ["accountName"] = "花だより",
                    ["seen"] = "批判が集まっている",
                }
            ),
            "sato"
        );
        press["from"]!["name"] = name;
        (await bot.PostAsync(press)).EnsureSuccessStatusCode();
        await using var database = bot.Open();
        return (await database.Incidents.SingleAsync()).OpenedByName;
    }

    private static JsonObject Search(BotHost bot)
    {
        var search = bot.Message("", "sato");
        (search["type"], search["name"]) = ("invoke", "composeExtension/query");
        search["value"] = new JsonObject
        {
            ["commandId"] = "searchClauses",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "words", ["value"] = "パスワード" }),
        };
        return search;
    }

    private static async Task<string> SaidAsync(BotHost bot, ChannelDouble channel, string text)
    {
        bot.Teams.Calls.Clear();
        using var response = await bot.PostAsync(bot.Message(text, "sato"), channel.Token(bot.Teams.ServiceUrl));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var message = Assert.Single(bot.Teams.Messages);
        return message["text"]?.ToString() ?? message.Card().Words();
    }

    /// <param name="profile">What the roster says of sato; null where it does not answer.</param>
    private static async Task<BotHost> StartAsync(ChannelDouble channel, string? profile, Dictionary<string, string?> settings)
    {
        var bot = await BotHost.StartAsync("Production", CallerCheckTests.Registered(channel).Concat(settings).ToDictionary());
        bot.Teams.Answer = call =>
            !call.Path.Contains("/members/", StringComparison.Ordinal) ? null
            : profile is null ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : Results.Json(Person("sato", profile));
        return bot;
    }

    private static JsonObject Person(string who, string profile)
    {
        var person = TeamsActivity.Person($"29:user-{who}", who, DirectoryIdOf(who));
        foreach (var (name, value) in JsonNode.Parse(profile)!.AsObject())
            person[name] = value?.DeepClone();
        return person;
    }

    private static string DirectoryIdOf(string who) =>
        who == "sato" ? "33333333-3333-4333-8333-333333333331" : "33333333-3333-4333-8333-333333333332";
}

using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Incidents;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Incidents;

/// <content>Who works on it, and who sees it.</content>
public sealed partial class IncidentTests
{
    [Fact]
    public async Task Roles_are_taken_once_and_handed_over_with_the_steps()
    {
        var id = await Bot.StartAsync();
        await Bot.PressAsync(IncidentTeamCard.RoleVerb, new JsonObject { ["incident"] = id, ["takes"] = IncidentTeamCard.Lead });
        var second = (
            await Bot.PressAsync(
                IncidentTeamCard.RoleVerb,
                new JsonObject { ["incident"] = id, ["takes"] = IncidentTeamCard.Lead },
                "suzuki"
            )
        ).Card();
        Assert.Contains("統括はsatoさんです。", second.Words(), StringComparison.Ordinal);
        await Bot.PressAsync(
            IncidentTeamCard.RoleVerb,
            new JsonObject { ["incident"] = id, ["takes"] = IncidentTeamCard.Responder },
            "suzuki"
        );
        await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "facts", IncidentStepCard.Take));

        var card = (
            await Bot.PressAsync(IncidentTeamCard.HandVerb, new JsonObject { ["incident"] = id, ["to"] = "29:user-suzuki" })
        ).Card();

        Assert.Contains("統括：suzuki", card.Words(), StringComparison.Ordinal);
        await using var database = Bot.Open();
        Assert.Equal(
            "suzuki",
            (await database.IncidentSteps.SingleAsync(step => step.IncidentId == Guid.Parse(id) && step.Step == "facts")).AssigneeName
        );
    }

    [Fact]
    public async Task Nobody_else_sees_it_also_with_a_forged_press()
    {
        var id = await Bot.StartAsync(person: "suzuki", conversation: "a:private");
        foreach (
            var (verb, data) in new (string, JsonObject)[]
            {
                (IncidentCard.OpenVerb, IncidentBot.Of(id)),
                (IncidentStepCard.ActVerb, IncidentBot.Act(id, "capture", IncidentStepCard.Done)),
                (IncidentTimelineCard.OpenVerb, new JsonObject { ["incident"] = id, ["number"] = 0 }),
                (IncidentTimelineCard.WriteVerb, new JsonObject { ["incident"] = id, ["text"] = "見た" }),
                (IncidentTeamCard.OpenVerb, IncidentBot.Of(id)),
                (IncidentTeamCard.ShareVerb, new JsonObject { ["incident"] = id, ["place"] = "a:other" }),
                (IncidentStatusCard.ReportVerb, new JsonObject { ["incident"] = id, ["text"] = "見た" }),
                (IncidentCloseCard.PapersVerb, IncidentBot.Of(id)),
                (IncidentCard.SaveVerb, IncidentBot.Of(id)),
                (IncidentCloseCard.CloseVerb, new JsonObject { ["incident"] = id, ["reason"] = "見た" }),
                (IncidentCard.OpenVerb, IncidentBot.Of("' OR 1=1 --")),
            }
        )
            Assert.Contains(
                "参加している方だけがご覧になれます。",
                (await Bot.PressAsync(verb, data, "sato", "a:other"))["value"]!.ToString(),
                StringComparison.Ordinal
            );
        Assert.Single(await Bot.TimelineAsync(id));
        Assert.Contains(
            "件のうち0件",
            (await Bot.PressAsync(IncidentCard.OpenVerb, IncidentBot.Of(id), "yamada", "a:reviewer")).Card().Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_colleague_who_is_found_by_name_gets_a_role_the_card_and_how_things_stand()
    {
        await Bot.SayAsync("ヘルプ", "sato", "a:colleague");
        var id = await Bot.StartAsync(person: "suzuki", conversation: "a:mine");

        var told = await InviteAsync(id, "ｓａｔｏ", IncidentTeamCard.Recorder);
        Assert.Contains("satoさんに「記録」を頼みました。", told.Words(), StringComparison.Ordinal);
        Assert.Contains("記録：sato", told.Words(), StringComparison.Ordinal);
        await Until(() => Sent("a:colleague", IncidentStepCard.OpenVerb) && Sent("a:colleague", "ここまで"));

        Assert.Contains(
            "完了しました。",
            (await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "hold", IncidentStepCard.Done), "sato", "a:colleague"))
                .Card()
                .Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_colleague_who_was_picked_in_the_directory_is_asked_and_one_whom_the_bot_does_not_know_is_not()
    {
        var said = Bot.Message("ヘルプ", "picked", "a:picked");
        said["from"]!["aadObjectId"] = "77777777-7777-4777-8777-777777777777";
        (await Bot.PostAsync(said)).EnsureSuccessStatusCode();
        var id = await Bot.StartAsync(person: "suzuki", conversation: "a:mine");

        Assert.Equal(
            "graph.microsoft.com/users",
            (await Bot.PressAsync(IncidentTeamCard.OpenVerb, IncidentBot.Of(id), "suzuki", "a:mine")).Card().Input("picked")[
                "choices.data"
            ]!["dataset"]!.ToString()
        );
        Assert.Contains(
            "選んだ方は、まだこのボットと話していないため",
            (await PickAsync("88888888-8888-4888-8888-888888888888")).Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "pickedさんに「連絡」を頼みました。",
            (await PickAsync("77777777-7777-4777-8777-777777777777")).Words(),
            StringComparison.Ordinal
        );

        async Task<JsonNode> PickAsync(string picked) =>
            (
                await Bot.PressAsync(
                    IncidentTeamCard.InviteVerb,
                    new JsonObject
                    {
                        ["incident"] = id,
                        ["picked"] = picked,
                        ["as"] = IncidentTeamCard.Contact,
                    },
                    "suzuki",
                    "a:mine"
                )
            ).Card();
    }

    [Fact]
    public async Task Whom_the_bot_cannot_reach_is_said_and_not_logged()
    {
        var id = await Bot.StartAsync(person: "suzuki", conversation: "a:mine");

        var told = await InviteAsync(id, "赤磐 一", IncidentTeamCard.Lead);

        Assert.Contains("ボットからは知らせられません。電話などで知らせてください。", told.Words(), StringComparison.Ordinal);
        Assert.Single(await Bot.TimelineAsync(id));
        Assert.Contains("2文字以上", (await InviteAsync(id, "赤", IncidentTeamCard.Lead)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_shared_only_where_one_belongs_and_no_list_names_other_chats_or_people()
    {
        await Bot.SayAsync("ヘルプ", "sato", "a:secret-person");
        foreach (var (chat, person) in new[] { ("19:discipline@thread.v2", "sato"), ("19:press@thread.v2", "suzuki") })
        {
            var said = Bot.Message("ヘルプ", person, chat, "groupChat");
            said["conversation"]!["name"] = chat == "19:press@thread.v2" ? "広報の班" : "懲戒委員会";
            (await Bot.PostAsync(said)).EnsureSuccessStatusCode();
        }
        var id = await Bot.StartAsync(person: "suzuki", conversation: "a:mine");

        var team = (await Bot.PressAsync(IncidentTeamCard.OpenVerb, IncidentBot.Of(id), "suzuki", "a:mine")).Card();
        var forged = await Bot.PressAsync(
            IncidentTeamCard.ShareVerb,
            new JsonObject { ["incident"] = id, ["place"] = "19:discipline@thread.v2" },
            "suzuki",
            "a:mine"
        );

        Assert.DoesNotContain("懲戒委員会", team.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.DoesNotContain("a:secret-person", team.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.Contains("広報の班", team.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.Contains("共有する先を選んでください。", forged.Card().Words(), StringComparison.Ordinal);
        Assert.Single(await Bot.TimelineAsync(id));
    }

    [Fact]
    public async Task Whoever_has_left_a_group_can_share_there_no_longer()
    {
        const string chat = "19:left@thread.v2";
        var said = Bot.Message("ヘルプ", "suzuki", chat, "groupChat");
        said["conversation"]!["name"] = "前の班";
        (await Bot.PostAsync(said)).EnsureSuccessStatusCode();
        var left = Bot.Message("", "sato", chat, "groupChat");
        left["type"] = "conversationUpdate";
        left["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "29:user-suzuki" });
        (await Bot.PostAsync(left)).EnsureSuccessStatusCode();
        var id = await Bot.StartAsync(person: "suzuki", conversation: "a:mine");

        var team = (await Bot.PressAsync(IncidentTeamCard.OpenVerb, IncidentBot.Of(id), "suzuki", "a:mine")).Card();

        Assert.DoesNotContain("前の班", team.ToJsonString(Readable), StringComparison.Ordinal);
    }

    private async Task<JsonNode> InviteAsync(string id, string name, string role) =>
        (
            await Bot.PressAsync(
                IncidentTeamCard.InviteVerb,
                new JsonObject
                {
                    ["incident"] = id,
                    ["name"] = name,
                    ["as"] = role,
                },
                "suzuki",
                "a:mine"
            )
        ).Card();
}

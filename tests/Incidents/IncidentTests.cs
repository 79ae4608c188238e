using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Incidents;

/// <summary>A checklist from the panicked message to the report.</summary>
public sealed class IncidentTests(IncidentTests.OneBot shared) : IClassFixture<IncidentTests.OneBot>
{
    private BotHost Bot => shared.Bot;

    [Theory]
    [InlineData("投稿が叩かれまくってる どうすれば", "flaming", "一人で言い返さないでください")]
    [InlineData("うちの偽アカウントがある", "impersonation", "偽のアカウントには返信せず")]
    [InlineData("公式アカウントが乗っ取られました", "takeover", "まず、入れるうちにパスワードを変え")]
    public async Task A_message_brings_the_form_filled_in(string text, string checklist, string lead)
    {
        var card = (await Bot.SayAsync(text, "kondo", $"a:{checklist}{text.Length}")).Card();

        Assert.Contains(lead, card.Words(), StringComparison.Ordinal);
        Assert.Equal(checklist, card.Input("checklist")["value"]!.GetValue<string>());
        Assert.Equal(text, card.Input("seen")["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task One_press_starts_the_checklist_in_the_forms_place()
    {
        var form = (await Bot.SayAsync("投稿が炎上しています", "tanaka", "a:onepress")).Card();
        var inputs = new JsonObject();
        foreach (var input in form.Inputs())
            inputs[input["id"]!.GetValue<string>()] = input["value"]?.DeepClone();
        var card = (await Bot.PressAsync(form, "始める", inputs, "tanaka")).Card();

        Assert.Contains("件のうち0件が済みました。", card.Words(), StringComparison.Ordinal);
        Assert.Contains("個人の判断で反論や抗弁をしない", card.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_it_is_started_by_a_press_what_is_typed_goes_into_it_and_no_longer_into_the_form()
    {
        const string chat = "a:pressed-start";
        var form = (await Bot.SayAsync("うちのインスタの投稿が炎上しています", "hirata", chat)).Card();
        var inputs = new JsonObject();
        foreach (var input in form.Inputs())
            inputs[input["id"]!.GetValue<string>()] = input["value"]?.DeepClone();
        var start = Bot.Press(form.Button("始める"), "hirata", inputs, chat);
        var id = CrowdActs.IncidentOf((await Bot.AnswerAsync(start)).Card())!;

        Assert.Contains(
            "記録しました。",
            (await Bot.SayAsync("0時1分に市長室に報告した", "hirata", chat)).Card().Words(),
            StringComparison.Ordinal
        );

        Assert.Equal(["開始", "記録"], (await Bot.TimelineAsync(id)).Select(IncidentWords.Of));
    }

    [Fact]
    public async Task Started_in_words_it_has_one_card_that_everybody_sees()
    {
        await Bot.SayAsync("公式アカウントが乗っ取られました", "ueda", "a:words");

        var told = await Bot.SayAsync("それで始めて", "ueda", "a:words");

        Assert.Contains("のチェックリストを始めました", told["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Null(told["attachments"]?.AsArray().FirstOrDefault());
        await using var database = Bot.Open();
        await IncidentBot.DrawnAsync(database);
        Assert.Single(
            Bot.Teams.Messages,
            message =>
                message["conversation"]?["id"]?.ToString() == "a:words"
                && message.ToJsonString().Contains(IncidentStepCard.OpenVerb, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_step_shows_its_clause_and_ready_wording_with_the_facts()
    {
        var id = await Bot.StartAsync();

        var words = (await Bot.PressAsync(IncidentStepCard.OpenVerb, new JsonObject { ["incident"] = id, ["step"] = "notice" })).Card();

        Assert.Contains(
            "対応に時間を要する場合はその旨を説明するなど、速やかに対応を行い、相手に無視している印象を与えないようにしなければならない。",
            words.Words(),
            StringComparison.Ordinal
        );
        var chief = (await Bot.PressAsync(IncidentStepCard.OpenVerb, new JsonObject { ["incident"] = id, ["step"] = "chief" })).Card();
        Assert.Contains(
            "Instagramのおかやま花だよりに批判が集まっています。",
            chief.Input("wording")["value"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_step_is_taken_settled_and_taken_back_and_all_of_it_is_kept()
    {
        var id = await Bot.StartAsync();

        await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "capture", IncidentStepCard.Take));
        var second = await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "capture", IncidentStepCard.Take), "suzuki");
        Assert.Contains("satoさんが担当しています。", second.Card().Words(), StringComparison.Ordinal);
        await Bot.PressAsync(
            IncidentStepCard.ActVerb,
            IncidentBot.Act(id, "capture", IncidentStepCard.Done, "保存先は共有フォルダ"),
            "suzuki"
        );
        var late = await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "capture", IncidentStepCard.Done));
        Assert.Contains("先にsuzukiさんが「完了」にしました。", late.Card().Words(), StringComparison.Ordinal);
        await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "capture", IncidentStepCard.Undo));

        Assert.Equal(
            ["開始", "担当：投稿と反応を記録する", "完了：投稿と反応を記録する", "取り消し：投稿と反応を記録する"],
            (await Bot.TimelineAsync(id)).Select(IncidentWords.Of)
        );
        await using var database = Bot.Open();
        Assert.Equal(
            StepState.Open,
            (await database.IncidentSteps.SingleAsync(step => step.IncidentId == Guid.Parse(id) && step.Step == "capture")).State
        );
    }

    [Fact]
    public async Task Not_applicable_needs_a_reason_and_what_was_typed_stays()
    {
        var id = await Bot.StartAsync();

        var asked = (await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "press", IncidentStepCard.Waive, "  "))).Card();
        Assert.Contains("理由を「記録」にお書きください。", asked.Words(), StringComparison.Ordinal);
        var done = (
            await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "press", IncidentStepCard.Waive, "問い合わせはない"))
        ).Card();
        Assert.Contains("対象外にしました。", done.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_keeps_what_it_corrects()
    {
        var id = await Bot.StartAsync();
        await Bot.PressAsync(IncidentTimelineCard.WriteVerb, new JsonObject { ["incident"] = id, ["text"] = "批判は3件" });
        var card = (
            await Bot.PressAsync(
                IncidentTimelineCard.WriteVerb,
                new JsonObject
                {
                    ["incident"] = id,
                    ["text"] = "批判は30件",
                    ["corrects"] = "2",
                }
            )
        ).Card();

        Assert.Contains("2の訂正（元の記録は残しています）", card.Words(), StringComparison.Ordinal);
        Assert.Equal(
            [("記録", "批判は3件", null), ("訂正", "批判は30件", 2)],
            (await Bot.TimelineAsync(id)).Skip(1).Select(happened => (IncidentWords.Of(happened), happened.Note, happened.Corrects))
        );
    }

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
    public async Task Closing_takes_one_reason_for_what_was_not_done_and_can_be_undone()
    {
        var id = await Bot.StartAsync("mistake", isDrill: true);
        var form = (await Bot.PressAsync(IncidentCloseCard.FormVerb, IncidentBot.Of(id))).Card();
        var answers = new JsonObject { ["incident"] = id, ["reason"] = "訓練を終えた" };
        Assert.Equal(8, form.Input(IncidentCloseCard.DoneInput)["choices"]!.AsArray().Count);
        answers[IncidentCloseCard.DoneInput] = "chief,facts";

        var closed = (await Bot.PressAsync(IncidentCloseCard.CloseVerb, answers)).Card();
        Assert.Contains("【訓練】誤投稿・誤情報の訂正", closed.Words(), StringComparison.Ordinal);
        Assert.Contains("終了しました。", closed.Words(), StringComparison.Ordinal);
        await using (var database = Bot.Open())
            Assert.Equal(
                [(StepState.Done, null, IncidentChange.ConfirmedAtEnd), (StepState.Waived, true, "訓練を終えた")],
                (await database.IncidentSteps.Where(step => step.IncidentId == Guid.Parse(id)).ToListAsync())
                    .Where(step => step.Step is "chief" or "others")
                    .OrderBy(step => step.Place)
                    .Select(step => (step.State, step.SettledAt is null ? (bool?)null : true, step.Note))
            );
        var refused = (await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "capture", IncidentStepCard.Undo))).Card();
        Assert.Contains("このチェックリストは終了しています。", refused.Words(), StringComparison.Ordinal);

        var review = new JsonObject
        {
            ["incident"] = id,
            ["what"] = "誤った日付を出した",
            ["why"] = "確認が一人だった",
            ["change"] = "二人で確認する",
            ["owner"] = "岡本健",
        };
        var missing = (await Bot.PressAsync(IncidentCloseCard.ReviewVerb, (JsonObject)review.DeepClone())).Card();
        Assert.Contains("「いつまでに」を選んでください。", missing.Words(), StringComparison.Ordinal);
        Assert.Equal("二人で確認する", missing.Input("change")["value"]!.GetValue<string>());
        review["due"] = "2027-01-15";
        Assert.Contains(
            "振り返りを残しました。",
            (await Bot.PressAsync(IncidentCloseCard.ReviewVerb, review)).Card().Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "再開しました。",
            (await Bot.PressAsync(IncidentCloseCard.ReopenVerb, IncidentBot.Of(id))).Card().Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_report_has_the_timeline_and_no_markup_of_what_was_typed()
    {
        var id = await Bot.StartAsync(isDrill: true);
        await Bot.PressAsync(
            IncidentTimelineCard.WriteVerb,
            new JsonObject { ["incident"] = id, ["text"] = "# 見出し | <b>太字</b> **強調**" }
        );
        var links = (await Bot.PressAsync(IncidentCloseCard.PapersVerb, IncidentBot.Of(id))).Card();

        var markdown = await Bot.Http.GetStringAsync(new Uri(links.Button("Markdown（.md）")["url"]!.GetValue<string>()).PathAndQuery);
        var word = await Bot.Http.GetByteArrayAsync(new Uri(links.Button("Word（.docx）")["url"]!.GetValue<string>()).PathAndQuery);

        Assert.StartsWith("# 【訓練】炎上の対応報告書", markdown, StringComparison.Ordinal);
        Assert.Contains("訓練の開始", markdown, StringComparison.Ordinal);
        Assert.Contains(@"\# 見出し \| \<b\>太字\</b\> \*\*強調\*\*", markdown, StringComparison.Ordinal);
        using var paper = new Notices.Documents.PaperReading(word);
        Assert.Contains("【訓練】炎上の対応報告書", paper.Texts);
        Assert.Contains("# 見出し | <b>太字</b> **強調**", paper.Texts);
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

    [Fact]
    public async Task What_is_typed_goes_in_with_its_own_time_and_can_be_taken_back()
    {
        const string chat = "a:typed";
        var id = await Bot.StartAsync(person: "inoue", conversation: chat);

        var noted = (await Bot.SayAsync("昨日20時に市長室に報告した", "inoue", chat)).Card();

        Assert.Contains("記録しました。", noted.Words(), StringComparison.Ordinal);
        var written = (await Bot.TimelineAsync(id))[^1];
        Assert.Equal(
            (IncidentEventKind.Noted, "昨日20時に市長室に報告した", new TimeOnly(20, 0)),
            (written.Kind, written.Note, TimeOnly.FromDateTime(written.HappenedAt.ToOffset(TimeSpan.FromHours(9)).DateTime))
        );
        Assert.InRange(written.At - written.HappenedAt, TimeSpan.FromHours(4), TimeSpan.FromHours(28));

        var back = (await Bot.PressAsync(noted, "取り消す", person: "inoue")).Card();

        Assert.Contains("記録を取り消しました。", back.Words(), StringComparison.Ordinal);
        Assert.Equal(["開始", "記録", "2の取り消し"], (await Bot.TimelineAsync(id)).Select(IncidentWords.Of));
    }

    [Theory]
    [InlineData("22時ごろには落ち着きました", true)]
    [InlineData("批判は収まっています", true)]
    [InlineData("20時に新しい批判は止まりました", true)]
    [InlineData("まだ落ち着いていません", false)]
    [InlineData("落ち着いたら連絡します", false)]
    [InlineData("少し落ち着いてきた", false)]
    [InlineData("一度収まったがまた増えた", false)]
    public void That_it_has_calmed_down_is_told_from_that_it_has_not(string text, bool isCalm) =>
        Assert.Equal(isCalm, GuidelineBot.Knowledge.KnowledgeBase.HasCalmedDown(text));

    [Fact]
    public async Task When_it_calmed_down_has_its_own_time_in_the_figures_and_can_be_taken_back()
    {
        const string chat = "a:calm";
        var id = await Bot.StartAsync(person: "inoue2", conversation: chat);

        var noted = (await Bot.SayAsync("昨日22時に落ち着きました", "inoue2", chat)).Card();
        Assert.Equal(
            22,
            TimeZoneInfo
                .ConvertTime((await FindAsync(id)).QuietAt!.Value, TimeZoneInfo.CreateCustomTimeZone("j", TimeSpan.FromHours(9), "j", "j"))
                .Hour
        );
        await Bot.PressAsync(noted, "取り消す", person: "inoue2");
        Assert.Null((await FindAsync(id)).QuietAt);

        var form = (await Bot.PressAsync(IncidentStatusCard.FormVerb, IncidentBot.Of(id), "inoue2", chat)).Card();
        await Bot.PressAsync(form, "落ち着いた", person: "inoue2");
        var quiet = (await FindAsync(id)).QuietAt;
        Assert.NotNull(quiet);
        Assert.Equal("落ち着いた", IncidentWords.Of((await Bot.TimelineAsync(id))[^1]));
        await Bot.PressAsync(IncidentCloseCard.CloseVerb, new JsonObject { ["incident"] = id, ["reason"] = "収束" }, "inoue2", chat);
        Assert.Equal(quiet, (await FindAsync(id)).QuietAt);
        var report = await Bot
            .Services.GetServices<GuidelineBot.Downloads.IDownloads>()
            .OfType<IncidentReport>()
            .Single()
            .WriteAsync($"{id}/{IncidentReport.Markdown}", default);
        Assert.Matches("発生から落ち着くまで：.*分", System.Text.Encoding.UTF8.GetString(report!.Content));

        async Task<Incident> FindAsync(string key)
        {
            await using var database = Bot.Open();
            return await database.Incidents.SingleAsync(incident => incident.Id == Guid.Parse(key));
        }
    }

    [Fact]
    public async Task One_person_cannot_leave_any_number_of_checklists_open()
    {
        await using var bot = await BotHost.StartAsync(settings: new() { ["Incidents:OpenPerPerson"] = "2" });
        var first = await bot.StartAsync(person: "sato", conversation: "a:one");
        await bot.StartAsync(person: "sato", conversation: "a:two");

        var form = (JsonObject)CrowdActs.Start()["data"]!.DeepClone();
        var told = (await bot.PressAsync(IncidentStartCard.StartVerb, (JsonObject)form.DeepClone(), "sato", "a:three")).Card();
        Assert.Contains("終了していないチェックリストが2件", told.Words(), StringComparison.Ordinal);
        Assert.Equal("批判が集まっている", told.Input("seen")["value"]!.ToString());
        // Neither is anybody else held up, nor they themselves once one is closed.
        await bot.StartAsync(person: "suzuki", conversation: "a:four");
        await bot.PressAsync(IncidentCloseCard.CloseVerb, new JsonObject { ["incident"] = first, ["reason"] = "収束" }, "sato", "a:one");
        await bot.StartAsync(person: "sato", conversation: "a:five");
        await using var database = bot.Open();
        Assert.Equal(4, await database.Incidents.CountAsync());
    }

    [Fact]
    public async Task No_press_puts_a_checklist_in_the_place_of_another_things_card()
    {
        const string group = "19:claims@thread.v2";
        var first = await Bot.StartAsync(person: "suzuki", conversation: group);

        // Claims to stand on the message that holds the first one's card.
        var form = (JsonObject)CrowdActs.Start()["data"]!.DeepClone();
        var second = CrowdActs.IncidentOf((await Bot.PressAsync(IncidentStartCard.StartVerb, form, "sato", group, "card-1")).Card())!;
        await Bot.PressAsync(IncidentCard.OpenVerb, IncidentBot.Of(second), "sato", group, "card-1");
        await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(second, "hold", IncidentStepCard.Done), "sato", group, "card-1");

        await using var database = Bot.Open();
        await IncidentBot.DrawnAsync(database);
        var here = await database.LiveCards.Where(card => card.Conversation == group).ToListAsync();
        Assert.Equal([first], here.Where(card => card.Activity == "card-1").Select(card => card.About));
        Assert.Single(here, card => card.About == second && card.Activity.Length > 0 && card.Activity != "card-1");
        Assert.DoesNotContain(
            Bot.Teams.Calls,
            call =>
                call.Method == "PUT"
                && call.Path.Contains(group, StringComparison.Ordinal)
                && call.Body!.ToJsonString().Contains(second, StringComparison.Ordinal)
                && call.Path.EndsWith("/card-1", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Of_several_it_is_asked_which_and_then_known()
    {
        const string chat = "a:several";
        var flaming = await Bot.StartAsync(person: "kimura", conversation: "a:elsewhere1");
        var mistake = await Bot.StartAsync("mistake", person: "kimura", conversation: "a:elsewhere2");

        var asked = (await Bot.SayAsync("コメントが300件になった", "kimura", chat)).Card();
        Assert.Contains("どのチェックリストのことですか？", asked.Words(), StringComparison.Ordinal);
        Assert.Single(await Bot.TimelineAsync(flaming));
        var pressed = Bot.Press(
            asked.Actions().First(action => action["title"]!.ToString().StartsWith("炎上", StringComparison.Ordinal)),
            "kimura"
        );
        pressed["conversation"]!["id"] = chat;
        await Bot.AnswerAsync(pressed);
        await Bot.SayAsync("電話が3件あった", "kimura", chat);

        Assert.Equal(
            ["批判が集まっている", "コメントが300件になった", "電話が3件あった"],
            (await Bot.TimelineAsync(flaming)).Select(happened => happened.Note)
        );
        Assert.Single(await Bot.TimelineAsync(mistake));
    }

    [Fact]
    public async Task Begun_by_mistake_it_is_closed_in_two_presses_and_counts_in_no_figure()
    {
        var id = await Bot.StartAsync(person: "suzuki", conversation: "a:mistaken");

        var form = (await Bot.PressAsync(IncidentCloseCard.FormVerb, IncidentBot.Of(id), "suzuki", "a:mistaken")).Card();
        var closed = (await Bot.PressAsync(form, "間違って始めた", person: "suzuki")).Card();

        Assert.Contains("間違えて始めたものとして終了しました。", closed.Words(), StringComparison.Ordinal);
        await using var database = Bot.Open();
        Assert.True((await database.Incidents.SingleAsync(incident => incident.Id == Guid.Parse(id))).IsMistaken);
        var figures = await new IncidentFigures().OfAsync(
            database,
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1),
            default
        );
        var others = await database.Incidents.CountAsync(incident => !incident.IsDrill && !incident.IsMistaken);
        Assert.Equal(others, figures.Sum(figure => figure.Count));
    }

    [Fact]
    public async Task The_kind_and_whether_it_is_a_drill_are_put_right_and_what_was_done_alike_stays_done()
    {
        var id = await Bot.StartAsync("impersonation", "suzuki", conversation: "a:kind");
        await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "chief", IncidentStepCard.Done), "suzuki", "a:kind");

        var form = IncidentBot.Of(id);
        (form["checklist"], form["seen"], form["drill"]) = ("takeover", "乗っ取りでした", "true");
        var card = (await Bot.PressAsync(IncidentCard.SaveVerb, form, "suzuki", "a:kind")).Card();

        Assert.Contains("【訓練】アカウント乗っ取り・不正ログイン", card.Words(), StringComparison.Ordinal);
        Assert.Contains("パスワードを変え、ほかの端末をログアウトさせる", card.Words(), StringComparison.Ordinal);
        Assert.Contains("9件のうち1件が済みました", card.Words(), StringComparison.Ordinal);
        Assert.StartsWith("なりすまし（本番）", (await Bot.TimelineAsync(id))[^1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_things_stand_is_told_in_six_lines_to_anybody_in_it()
    {
        const string chat = "19:sofar@thread.v2";
        var id = await Bot.StartAsync(person: "suzuki", conversation: chat);
        await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "hold", IncidentStepCard.Done), "suzuki", chat);

        var asked = Bot.Message("状況", "ogawa", chat, "groupChat");
        using (var response = await Bot.PostAsync(asked))
            response.EnsureSuccessStatusCode();
        var card = Bot.Teams.Messages.Last(message => message["replyToId"]?.ToString() == asked["id"]!.ToString()).Card();

        Assert.Equal(
            ["ここまで", "何が", "いつから", "したこと", "だれが", "残り", "状況報告"],
            card.Words().Split('\n').Select(line => line.Split('　')[0])
        );
        Assert.Contains("個人の判断で反論や抗弁をしない", card.Words(), StringComparison.Ordinal);
        Assert.Contains("11件。次は2「投稿と反応を記録する」", card.Words(), StringComparison.Ordinal);
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

    private bool Sent(string chat, string what) =>
        Bot.Teams.Messages.Any(message =>
            message["conversation"]?["id"]?.ToString() == chat && message.ToJsonString(Readable).Contains(what, StringComparison.Ordinal)
        );

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_guide_goes_step_by_step_on_the_same_state()
    {
        var id = await Bot.StartAsync(person: "tanaka", conversation: "a:guided");

        Assert.Contains(
            "個人の判断で反論や抗弁をしない",
            (await Bot.SayAsync("次は？", "tanaka", "a:guided")).Card().Words(),
            StringComparison.Ordinal
        );
        var second = (await Bot.SayAsync("できました", "tanaka", "a:guided")).Card().Words();
        Assert.Contains("「個人の判断で反論や抗弁をしない」を完了にしました。", second, StringComparison.Ordinal);
        Assert.StartsWith("投稿と反応を記録する", second, StringComparison.Ordinal);
        Assert.StartsWith(
            "所属長に知らせ、統括を決める",
            (await Bot.SayAsync("あとで", "tanaka", "a:guided")).Card().Words(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "投稿と反応を記録する",
            (await Bot.SayAsync("次は", "tanaka", "a:guided")).Card().Words(),
            StringComparison.Ordinal
        );
        Assert.Equal(2, (await Bot.TimelineAsync(id)).Count);
    }

    [Fact]
    public async Task A_bad_time_is_said_and_nothing_typed_is_lost()
    {
        var form = new JsonObject
        {
            ["checklist"] = "flaming",
            ["seen"] = "大切な記録",
            ["day"] = "2999-01-01",
            ["time"] = "10:00",
        };
        var card = (await Bot.PressAsync(IncidentStartCard.StartVerb, form)).Card();

        Assert.Contains("先の日時", card.Words(), StringComparison.Ordinal);
        Assert.Equal("大切な記録", card.Input("seen")["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_copy_is_drawn_again_when_something_changes()
    {
        var id = await Bot.StartAsync(conversation: "19:copies@thread.v2");
        await Bot.PressAsync(IncidentCard.OpenVerb, IncidentBot.Of(id), conversation: "19:copies@thread.v2", message: "older-copy");
        await Bot.PressAsync(
            IncidentStepCard.ActVerb,
            IncidentBot.Act(id, "hold", IncidentStepCard.Done),
            conversation: "19:copies@thread.v2"
        );

        await Until(() =>
            new[] { "card-1", "older-copy" }.All(message =>
                Bot.Teams.Calls.Any(call =>
                    call.Method == "PUT"
                    && call.Path.EndsWith($"/activities/{message}", StringComparison.Ordinal)
                    && call.Path.Contains("copies", StringComparison.Ordinal)
                    && call.Body!.Card().Words().Contains("件のうち1件が済みました", StringComparison.Ordinal)
                )
            )
        );
    }

    private static async Task Until(Func<bool> condition)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(50, late.Token);
    }

    public sealed class OneBot : IAsyncLifetime
    {
        public BotHost Bot { get; private set; } = null!;

        public async Task InitializeAsync() => Bot = await BotHost.StartAsync();

        public Task DisposeAsync() => Bot.DisposeAsync().AsTask();
    }
}

using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Incidents;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Incidents;

/// <summary>A checklist from the panicked message to the report.</summary>
public sealed class IncidentTests(IncidentTests.OneBot shared) : IClassFixture<IncidentTests.OneBot>
{
    private BotHost Bot => shared.Bot;

    [Theory]
    [InlineData("投稿が叩かれまくってる どうすれば", "flaming", "一人で言い返さないでください")]
    [InlineData("うちの偽アカウントがある", "impersonation", "偽のアカウントには返信せず")]
    [InlineData("アカウントが乗っ取られて変な投稿が大炎上してる", "flaming", "一人で言い返さないでください")]
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
    public async Task Closing_asks_about_every_open_step_and_can_be_undone()
    {
        var id = await Bot.StartAsync("mistake", isDrill: true);
        var form = (await Bot.PressAsync(IncidentCloseCard.FormVerb, IncidentBot.Of(id))).Card();
        var answers = new JsonObject { ["incident"] = id, ["reason"] = "訓練を終えた" };
        var asked = (await Bot.PressAsync(IncidentCloseCard.CloseVerb, (JsonObject)answers.DeepClone())).Card();
        Assert.Contains("「投稿を記録する」が済んだか、対象外かを選んでください。", asked.Words(), StringComparison.Ordinal);
        foreach (
            var input in form.Inputs()
                .Where(input => input["id"]!.GetValue<string>().StartsWith(IncidentCloseCard.StepPrefix, StringComparison.Ordinal))
        )
            answers[input["id"]!.GetValue<string>()] = IncidentCloseCard.Waive;

        var closed = (await Bot.PressAsync(IncidentCloseCard.CloseVerb, answers)).Card();
        Assert.Contains("【訓練】誤投稿・誤情報の訂正", closed.Words(), StringComparison.Ordinal);
        Assert.Contains("終了しました。", closed.Words(), StringComparison.Ordinal);
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
    public async Task Shared_to_a_colleagues_chat_it_is_the_colleagues_too()
    {
        await Bot.SayAsync("ヘルプ", "sato", "a:colleague");
        var id = await Bot.StartAsync(person: "suzuki", conversation: "a:mine");
        var team = (await Bot.PressAsync(IncidentTeamCard.OpenVerb, IncidentBot.Of(id), "suzuki", "a:mine")).Card();
        Assert.Contains(
            team.Input("place")["choices"]!.AsArray(),
            choice => choice!["value"]!.ToString() == "a:colleague" && choice["title"]!.ToString() == "satoさん"
        );

        await Bot.PressAsync(
            IncidentTeamCard.ShareVerb,
            new JsonObject { ["incident"] = id, ["place"] = "a:colleague" },
            "suzuki",
            "a:mine"
        );
        await Until(() =>
            Bot.Teams.Calls.Any(call =>
                call.Method == "POST"
                && call.Path.Contains("a:colleague", StringComparison.Ordinal)
                && call.Body?.ToString().Contains(id, StringComparison.Ordinal) == true
            )
        );

        Assert.Contains(
            "完了しました。",
            (await Bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "hold", IncidentStepCard.Done), "sato", "a:colleague"))
                .Card()
                .Words(),
            StringComparison.Ordinal
        );
    }

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

using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Incidents;

/// <summary>A checklist from the panicked message to the report.</summary>
public sealed partial class IncidentTests(IncidentTests.OneBot shared) : IClassFixture<IncidentTests.OneBot>
{
    private BotHost Bot => shared.Bot;

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
        await Bot.PressAsync(
            IncidentTimelineCard.WriteVerb,
            new JsonObject
            {
                ["incident"] = id,
                ["text"] = "批判は30件",
                ["corrects"] = "2",
            }
        );

        var card = (await Bot.PressAsync(IncidentTimelineCard.OpenVerb, new JsonObject { ["incident"] = id, ["number"] = 0 })).Card();
        Assert.Contains("2の訂正（元の記録は残しています）", card.Words(), StringComparison.Ordinal);
        Assert.Equal(
            [("記録", "批判は3件", null), ("訂正", "批判は30件", 2)],
            (await Bot.TimelineAsync(id)).Skip(1).Select(happened => (IncidentWords.Of(happened), happened.Note, happened.Corrects))
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

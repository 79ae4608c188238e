using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Incidents;

/// <content>What is typed, and does it.</content>
public sealed partial class IncidentTests
{
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
}

using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge;

public sealed class DrillFileTests
{
    private const string Head = "# 炎上した\n\n- チェックリスト: flaming\n- 時間: 60分\n- 状況: 電話がありました。\n";
    private const string Message = "\n## first （最初の批判）\n\n- 時: 0分\n- 差出人: 市民\n> ひどい\n";

    private readonly List<Finding> findings = [];
    private readonly string folder = Storage.TestFolder.New();

    [Fact]
    public void A_scenario_is_read_with_what_arrives_in_order_of_time_and_its_pictures()
    {
        File.WriteAllBytes(Path.Combine(folder, "a.png"), [1, 2, 3]);

        var drill = Read(Head + "\n## later （続き）\n- 時: 1時間\n- 差出人: 記者\n- 画像: a.png\n> 一行目\n> 二行目\n" + Message)!;

        Assert.Empty(findings);
        Assert.Equal(("flaming", "炎上した", TimeSpan.FromHours(1)), (drill.Checklist, drill.Title, drill.Length));
        Assert.Equal(["first", "later"], drill.Messages.Select(message => message.Id));
        Assert.Equal(
            ("記者", "一行目\n二行目", "image/png"),
            (drill.Messages[1].From, drill.Messages[1].Text, drill.Messages[1].Picture!.Type)
        );
        // What applies only sometimes and what is due after the end is not scored, unless the scenario says so.
        Assert.Equal(["hold"], drill.Steps);
        Assert.Equal(["press"], Read(Head.Replace("- 状況", "- 手順: press\n- 状況", StringComparison.Ordinal) + Message)!.Steps);
    }

    [Theory]
    [InlineData("", 1, "「# 題名」と")]
    [InlineData(Head, 1, "「# 題名」と")]
    [InlineData("# 炎上\n- チェックリスト: flood\n- 時間: 60分\n- 状況: 電話\n" + Message, 2, "「チェックリスト」は flaming")]
    [InlineData("# 炎上\n- チェックリスト: flaming\n- 時間: 長め\n- 状況: 電話\n" + Message, 3, "「時間」は")]
    [InlineData("# 炎上\n- チェックリスト: flaming\n- 時間: 60分\n" + Message, 1, "「状況」に")]
    [InlineData("# 炎上\n- チェックリスト: flaming\n- 時間: 60分\n- 状況: 電話\n- 手順: hold fly\n" + Message, 5, "手順 fly は")]
    [InlineData(Head + "\n## first （批判）\n- 時: すぐに\n- 差出人: 市民\n> ひどい\n", 8, "「時」は")]
    [InlineData(Head + "\n## first （批判）\n- 時: 2時間\n- 差出人: 市民\n> ひどい\n", 8, "訓練の時間を過ぎています")]
    [InlineData(Head + "\n## first （批判）\n- 時: 0分\n> ひどい\n", 7, "「差出人」を")]
    [InlineData(Head + "\n## first （批判）\n- 時: 0分\n- 差出人: 市民\n", 7, "届く文を")]
    [InlineData(
        Head + "\n## first （批判）\n- 時: 0分\n- 差出人: 市民\n- 画像: missing.png\n> ひどい\n",
        10,
        "画像 missing.png がありません"
    )]
    [InlineData(Head + "\n## first （批判）\n- 時: 0分\n- 差出人: 市民\n- 画像: ../secret.png\n> ひどい\n", 10, "がありません")]
    public void What_is_wrong_is_named_with_its_line(string text, int line, string message)
    {
        Assert.Null(Read(text));
        Assert.Contains(findings, finding => finding.Line == line && finding.Message.Contains(message, StringComparison.Ordinal));
    }

    private Drill? Read(string text) =>
        DrillFile.Read(
            "drills/test.md",
            text,
            folder,
            [
                new Checklist(
                    "flaming",
                    "炎上",
                    [],
                    null,
                    [],
                    "",
                    [
                        Step("hold", TimeSpan.FromMinutes(5), ""),
                        Step("press", TimeSpan.FromMinutes(5), "問い合わせがあったとき"),
                        Step("watch", TimeSpan.FromDays(1), ""),
                    ]
                ),
            ],
            findings
        );

    private static ChecklistStep Step(string id, TimeSpan due, string condition) =>
        new(id, id, null, StepRole.Everyone, due, "", "", condition, "");
}

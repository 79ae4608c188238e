using System.Net;
using System.Text.Json.Nodes;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Turns;

namespace GuidelineBot.Tests.Attack;

/// <summary>Texts as long as may be, on which a pattern that looks back at every letter would be at it for hours.</summary>
[Slow]
public sealed class LongTextTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private static readonly string[] Runs =
    [
        "岡",
        "ア",
        "a",
        "9",
        "あ",
        "「",
        "」",
        "「。",
        "a.",
        "a-",
        "#",
        "@",
        "課",
        "担当",
        "1月",
        "http://",
        "子ども",
        "男女共同",
        "\n",
        " ",
        "、",
        "令和",
        "　の",
        "<",
        "<attachment ",
        "*",
        "さん",
        "から",
    ];

    public static TheoryData<string> Starts => ["", "来月1日から観光課でTikTok始めます、担当は", "この投稿チェックして\n", "「"];

    [Theory, MemberData(nameof(Starts))]
    public async Task A_long_run_of_anything_is_answered(string start)
    {
        using var http = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        foreach (var run in Runs)
        {
            var text = (start + string.Concat(Enumerable.Repeat(run, (ActivityCheck.LongestText / run.Length) + 1)))[
                ..ActivityCheck.LongestText
            ];
            using var answer = await asking.Bot.PostAsync(asking.Bot.Message(text, "long", "a:long")).WaitAsync(http.Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var press = await asking
                .Bot.PostAsync(
                    asking.Bot.Press(
                        AskingBot.Forged(
                            "draft-check.check",
                            new JsonObject
                            {
                                ["text"] = text,
                                ["service"] = "X",
                                ["kind"] = "post",
                            }
                        ),
                        "long"
                    )
                )
                .WaitAsync(http.Token);
            Assert.Equal(HttpStatusCode.OK, press.StatusCode);
        }
    }
}

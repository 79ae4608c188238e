using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Tests.Knowledge.Understanding;

public sealed class CueBookTests
{
    private static readonly CueBook Cues = Create();

    [Theory]
    [InlineData("届を出したい", "願い")]
    [InlineData("ﾄﾄﾞｹ ﾀﾞｼﾀｲ", "書類")]
    [InlineData("とどけをかきたいのじゃ。出したい！", "願い")]
    [InlineData("出したい人は誰？", "尋ね")]
    [InlineData("XLSを送ります", "断定")]
    [InlineData("ツイッターやめます", "媒体")]
    [InlineData("再来月の10日から", "日付")]
    [InlineData("観光振興課", "所属")]
    [InlineData("担当は山田", "担当")]
    public void A_message_shows_what_its_writer_wants(string message, string cue) => Assert.Contains(cue, Cues.In(message));

    [Theory]
    [InlineData("出したい人は誰？", "願い")]
    [InlineData("出したい人は誰？", "断定")]
    [InlineData("XLSを送ります", "媒体")]
    [InlineData("", "尋ね")]
    public void And_nothing_else(string message, string cue) => Assert.DoesNotContain(cue, Cues.In(message));

    private static CueBook Create()
    {
        List<GuidelineBot.Knowledge.Reading.Finding> findings = [];
        return new CueBook(
            SynonymFile.Groups("cues.txt", "願い = たい$\n書類 = 届, とどけ\n尋ね = ?, 誰\n", findings),
            ServiceFile.Read("services.txt", "X = ツイッター | x.com\n", findings)
        );
    }
}

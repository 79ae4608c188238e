using System.Text.Json.Nodes;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.CommandLine;

public sealed class RankCommandTests
{
    private readonly string folder = TestFolder.New();

    [Fact]
    public async Task Each_query_gets_the_ids_of_the_nearest_documents()
    {
        var run = await CommandRun.StartAsync(
            "rank",
            "--corpus",
            Write(
                "docs.json",
                """{"ゴミ":"ごみの出し方\n燃えるごみは月曜日に出します。","水道":"水道の料金\n水道料金は口座振替で払えます。","図書":"図書館の利用\n本は二週間借りられます。"}"""
            ),
            "--queries",
            Write("queries.json", """{"q1":"水道の料金を払う","q2":"図書館の本","q3":"宇宙"}"""),
            "--top",
            "2"
        );

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var ranked = JsonNode.Parse(Assert.Single(run.Lines))!;
        Assert.Equal(["q1", "q2", "q3"], ranked.AsObject().Select(query => query.Key));
        Assert.Equal("水道", ranked["q1"]![0]!.ToString());
        Assert.Equal("図書", ranked["q2"]![0]!.ToString());
        Assert.All(ranked.AsObject(), query => Assert.InRange(query.Value!.AsArray().Count, 0, 2));
        Assert.Empty(ranked["q3"]!.AsArray());
    }

    [Fact]
    public async Task A_missing_file_is_named() =>
        Assert.Contains(
            "no-such.json",
            (await CommandRun.StartAsync("rank", "--corpus", "no-such.json", "--queries", Write("q.json", "{}"))).Refusal,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"a\":null}")]
    public async Task A_file_of_another_shape_is_refused(string text) =>
        Assert.Contains(
            "読み取れません",
            (
                await CommandRun.StartAsync("rank", "--corpus", Write("docs.json", text), "--queries", Write("q.json", """{"q":"水道"}"""))
            ).Refusal,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("--top", "0")]
    [InlineData("--top", "many")]
    [InlineData("--topp", "3")]
    public async Task A_wrong_option_is_refused(string option, string value) =>
        Assert.NotEqual(
            "",
            (
                await CommandRun.StartAsync("rank", "--corpus", Write("docs.json", "{}"), "--queries", Write("q.json", "{}"), option, value)
            ).Refusal
        );

    [Fact]
    public async Task An_option_left_out_is_named() =>
        Assert.Contains("--corpus", (await CommandRun.StartAsync("rank")).Refusal, StringComparison.Ordinal);

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}

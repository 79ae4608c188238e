using System.Text.Json.Nodes;
using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.CommandLine;

[Slow]
public sealed class UnderstandCommandTests
{
    private readonly string knowledge = KnowledgeCopy.Small();

    [Fact]
    public async Task Each_message_gets_one_line_in_order_and_nothing_else_is_written()
    {
        var run = await UnderstandAsync(
            """
            {"id":"b","q":"URL短縮サービスを使ってもいい？","today":"2026-11-22"}

            {"id":7,"q":"ヘルプ"}
            {"id":"a","q":"有給休暇の申請方法は？"}
            """
        );

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Lines.Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal(["\"b\"", "7", "\"a\""], lines.Select(line => line["id"]!.ToJsonString()));
        Assert.All(lines, line => Assert.Equal(["id", "route", "clauses", "slots"], line.Select(member => member.Key)));
        Assert.Equal(["answer", "command:help", "none"], lines.Select(line => line["route"]!.ToString()));
        Assert.Equal("5-1-d", lines[0]["clauses"]![0]!["id"]!.ToString());
        Assert.All(
            lines[0]["clauses"]!.AsArray(),
            clause => Assert.Equal(["id", "score"], clause!.AsObject().Select(member => member.Key))
        );
        Assert.InRange(lines[0]["clauses"]!.AsArray().Count, 1, 10);
        Assert.Empty(lines[2]["clauses"]!.AsArray());
    }

    [Theory]
    [InlineData("これは JSON ではありません")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"q":"番号のない質問"}""")]
    [InlineData("""{"id":"1","q":null}""")]
    [InlineData("""{"id":"1","q":"質問","today":"きょう"}""")]
    [InlineData("""{"id":"1","q":"\ud800"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_line_that_cannot_be_read_ends_it_with_one_line(string line)
    {
        var run = await UnderstandAsync("{\"id\":\"1\",\"q\":\"ヘルプ\"}\n" + line + "\n");

        Assert.StartsWith("標準入力の 2 行目を読み取れません。", run.Refusal, StringComparison.Ordinal);
        Assert.Single(run.Lines);
    }

    [Fact]
    public async Task A_knowledge_folder_that_is_missing_is_named()
    {
        var run = await CommandRun.StartAsync("understand", "--knowledge", "no-such-folder");

        Assert.Contains("no-such-folder", run.Refusal, StringComparison.Ordinal);
    }

    private Task<CommandRun> UnderstandAsync(string input) => CommandRun.StartAsync(input, ["understand", "--knowledge", knowledge]);
}

using System.Diagnostics;
using System.Text.Json;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge.Reading;

public class OwnGuidelineTests
{
    private static readonly ReadGuideline Result = GuidelineReader.ReadFile(Samples.OwnGuideline);
    private static readonly Guideline Guideline = Result.Guideline;

    [Fact]
    public void Every_clause_has_the_published_words_and_no_clause_is_added()
    {
        var passages = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Samples.Passages))!;

        Assert.Equal(48, passages.Count);
        Assert.Equal(passages.Keys.Prepend("0"), Guideline.Clauses.Select(clause => clause.Id.ToString()));
        Assert.All(Guideline.Clauses.Skip(1), clause => Assert.Equal(passages[clause.Id.ToString()], clause.Text));
    }

    [Fact]
    public void The_title_block_gives_name_and_revision()
    {
        var title = Guideline.Clauses[0];

        Assert.Equal("", Guideline.Key);
        Assert.Equal("岡山市ソーシャルメディアの運用に関するガイドライン", Guideline.Name);
        Assert.Equal("令和5年4月改訂", Guideline.Revision);
        Assert.Equal(("0", "表紙", "", 3), (title.Id.ToString(), title.Label, title.Heading, title.Line));
        Assert.StartsWith(
            "岡山市ソーシャルメディアの 運用に関するガイドライン\n\n平成24年10月\n\n(平成27年4月改訂)",
            title.Text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("市長公室 広報広聴課\n政策局 デジタル推進課", title.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4", "4", "ソーシャルメディア利用の基本事項", null, 39)]
    [InlineData("4-5", "4⑤", "", "4", 55)]
    [InlineData("5-1", "5①", "トラブル防止のために", "5", 68)]
    [InlineData("5-1-a", "5①・1", "", "5-1", 70)]
    [InlineData("5-2-ア", "5②ア", "炎上（※4）状態になった場合", "5-2", 77)]
    [InlineData("5-2-ア-b", "5②ア・2", "", "5-2-ア", 80)]
    [InlineData("5-2-イ", "5②イ", "なりすましが発生した場合", "5-2", 82)]
    [InlineData("6-1-注", "6①【注意事項】", "注意事項", "6-1", 96)]
    [InlineData("6-1-注-c", "6①【注意事項】・3", "", "6-1-注", 100)]
    [InlineData("6-2-エ", "6②エ", "", "6-2", 108)]
    [InlineData("7-なりすまし", "7 用語の解説『なりすまし』", "なりすまし", "7", 126)]
    public void A_clause_is_called_what_people_call_it(string id, string label, string heading, string? parent, int line)
    {
        var clause = Guideline.Find(ClauseId.Parse(id))!;

        Assert.Equal((label, heading, parent, line), (clause.Label, clause.Heading, clause.Parent?.ToString(), clause.Line));
    }

    [Fact]
    public void The_glossary_is_found_by_term()
    {
        Assert.Equal(["アカウント", "URL", "全庁ネットワーク管理者", "なりすまし", "炎上"], Guideline.Glossary.Select(entry => entry.Term));
        var entry = Guideline.Glossary[3];
        Assert.Equal(
            ("7-なりすまし", "他の利用者のふりをして、インターネット上のサービスを利用すること。"),
            (entry.Clause.ToString(), entry.Definition)
        );
    }

    [Fact]
    public void The_only_findings_are_the_three_footnote_numbers_that_lag_behind()
    {
        Assert.True(Result.IsUsable);
        Assert.Equal(
            [
                $"{Samples.OwnGuideline}:66: 警告: 「なりすまし」は本文では※3ですが、用語の解説では※4です。",
                $"{Samples.OwnGuideline}:77: 警告: 「炎上」は本文では※4ですが、用語の解説では※5です。",
                $"{Samples.OwnGuideline}:92: 警告: ※3が「なりすまし」（66行目）と「全庁ネットワーク管理者」の両方に使われています。",
            ],
            Result.Findings.Select(finding => finding.ToString())
        );
    }

    [Fact]
    public void Reading_it_takes_less_than_ten_milliseconds()
    {
        var text = File.ReadAllText(Samples.OwnGuideline);
        var fastest = Enumerable
            .Range(0, 20)
            .Min(_ =>
            {
                var start = Stopwatch.GetTimestamp();
                Samples.Read(text);
                return Stopwatch.GetElapsedTime(start);
            });

        Assert.InRange(fastest, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
    }
}

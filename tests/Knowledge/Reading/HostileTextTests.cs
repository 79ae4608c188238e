using System.Diagnostics;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Tests.Knowledge.Reading;

public class HostileTextTests
{
    private static readonly Dictionary<string, Func<string>> Texts = new()
    {
        ["the same section"] = () => Repeat("1 目的\n", 100_000),
        ["sections of bullets"] = () => Repeat("1 目的\n・甲\n・乙\n", 33_000),
        ["bullets alone"] = () => Repeat("・甲\n", 100_000),
        ["bullets below a heading"] = () => "1 目的\n" + Repeat("・甲\n", 100_000),
        ["kinds nested and nested again"] = () => "1 目的\n" + Repeat("① 届\n【注意】\nア 甲\n(1) 乙\n(ア) 丙\n", 20_000),
        ["blocks"] = () => "1 目的\n" + Repeat("【注意】\n", 100_000),
        ["headings above no article"] = () => "第1条 甲\n" + Repeat("（目的）\n", 100_000),
        ["amendments"] = () => "第1条 甲\n" + Repeat("附則\n1 施行する。\n", 50_000),
        ["a glossary and its marks"] = () =>
            "1 用語\n" + string.Concat(Enumerable.Range(0, 50_000).Select(n => $"※{n % 1000} 語{n}\n語{n}（※{n % 7}）\n")),
        ["wrapped prose"] = () =>
            "1 目的\n"
            + Repeat("この方針は、広報広聴課が定めるものであり、令和\n5 年度から全ての課で用いることとし、広く職員に周知する\n", 50_000),
        ["ten million letters on one line"] = () => "1 " + new string('あ', 10_000_000),
        ["ten million blanks on one line"] = () => "1" + new string(' ', 10_000_000),
        ["ten million brackets on one line"] = () => "1 甲\n第1条" + new string('（', 10_000_000),
        ["ten million digits on one line"] = () => "1 甲\n第" + new string('1', 10_000_000) + "条 乙",
        ["a long glossary line"] = () => "1 用語\n※1 " + new string(' ', 5_000_000) + "甲\n・甲" + new string('…', 5_000_000),
        ["marks in one line"] = () => "1 用語\n※1 甲\n" + Repeat("甲（※2）", 200_000),
        ["indents"] = () => "1 甲\n" + string.Concat(Enumerable.Range(0, 4_000).Select(n => new string('　', n) + "・乙\n")),
        ["numbers alone"] = () => Repeat("1\n甲\n", 50_000) + Repeat("2\n", 50_000) + Repeat("1\n\n\n2\n\n甲\n", 20_000),
        ["numbers alone that count"] = () => string.Concat(Enumerable.Range(1, 50_000).Select(n => $"{n % 100}\n甲\n")),
        ["questions"] = () => Repeat("Q1 甲\n1 乙\nA1 丙\n1 丁\n", 25_000),
        ["headings by symbols"] = () => Repeat("■甲\n乙\n●丙\n丁\n→戊\n", 20_000),
        ["headings by levels"] = () =>
            string.Concat(Enumerable.Range(1, 3_000).Select(n => new string('#', n) + " 甲\n")) + Repeat("# 乙\n## 1 丙\n", 30_000),
        ["rows"] = () => Repeat("1\t甲\t乙\n", 100_000) + "1 " + Repeat("甲\t", 1_000_000),
        ["signs without words"] = () => "1 甲\n" + Repeat("■\n●\n#\n", 30_000),
        ["decimals"] = () => "1 甲\n" + Repeat("1.1 乙\n1.1.1 丙\n1.1.1.1.1.1.1.1 丁\n", 33_000),
        ["odd characters"] = () =>
            "1 \uD800\n\u202E2 甲\n\u0000③\uFFFF\n・\uDC00\n【:】\n・-\n・:\n【-】\n別表: \n※99999999999999 甲\n第99999条 乙\n一二三四五 丙",
        ["line ends of every kind"] = () => "1 甲\r2 乙\r\n\r\r3 丙\u2028\f4 丁\u0085\v5 戊",
    };

    public static TheoryData<string> Names => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_a_file_holds_it_is_read_in_no_time(string what)
    {
        var text = Texts[what]();
        var start = Stopwatch.GetTimestamp();
        var result = Samples.Read(text);
        var elapsed = Stopwatch.GetElapsedTime(start);

        Assert.True(elapsed < TimeSpan.FromSeconds(5), $"{what}: {elapsed}");
        Assert.Equal("0", result.Guideline.Clauses[0].Id.Path);
        if (result.IsUsable)
            Assert.All(result.Guideline.Clauses, clause => Assert.Equal(clause.Id, ClauseId.Parse(clause.Id.ToString())));
    }

    private static string Repeat(string line, int times) => string.Concat(Enumerable.Repeat(line, times));
}

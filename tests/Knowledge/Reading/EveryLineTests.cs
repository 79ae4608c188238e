using System.Globalization;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge.Reading;

public partial class EveryLineTests
{
    private static readonly string[] Starts =
    [
        "1 ",
        "2 ",
        "３　",
        "4. ",
        "第1条 ",
        "第2条（見出し）",
        "第１章 ",
        "（見出し）",
        "① ",
        "②",
        "(1) ",
        "（２）",
        "ア ",
        "イ　",
        "(ア)",
        "・",
        " ・",
        "- ・",
        " - ・",
        "- ",
        "- ① ",
        "※1 ",
        "※2 ",
        "【注意】",
        "一　",
        "附則",
        "別表",
        "1.1 ",
        "Ⅰ ",
        "　　",
        "目次",
        "令和5年4月改正",
        "以上",
        "## 1 ",
        "",
        "",
        "\t",
        "◎",
        "用語",
        "7 用語",
        "1",
        "- 3 -",
        "３目的",
        "第2条",
        "第1【目的】",
        "別紙様式3",
        "\f",
        "運用について、職員が",
        "についての定めを",
        "Ｑ１　",
        "Q. ",
        "A. ",
        "答",
        "問2 ",
        "# ",
        "### ",
        "■",
        "■２ ",
        "● ",
        "→ ",
        "1-1 ",
        "Ⅱ-1 ",
        "II ",
        "a. ",
        "B. ",
        "ⅰ) ",
        "(ii)",
        "㋐ ",
        "❷",
        "【２】",
        "【配信】平日に",
        "〔趣旨〕",
        "（一）",
        "2",
        "第２",
        "１．",
        "1\t新規\t",
        "区分\t",
        "- 1 ",
        "－ ",
        "**(1) ",
        "注1 ",
    ];

    private static readonly string[] Sayings =
    [
        "",
        "目的",
        "次のとおりとする。",
        "炎上（※4）の場合",
        "用語の解説",
        "アカウント：利用者権限",
        "\u0000\uD800",
        "以上",
        "（例）",
    ];

    [Fact]
    public void Every_line_of_the_files_is_in_exactly_one_clause()
    {
        foreach (var file in new[] { Samples.OwnGuideline, Samples.Library, Samples.Regulation })
            AssertNothingLost(File.ReadAllText(file), GuidelineReader.ReadFile(file));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_line_of_any_mixture_is_in_exactly_one_clause(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++)
        {
            var lines = Enumerable
                .Range(0, random.Next(40))
                .Select(_ => Starts[random.Next(Starts.Length)] + Sayings[random.Next(Sayings.Length)]);
            var text = string.Join('\n', lines);
            AssertNothingLost(text, Samples.Read(text));
        }
    }

    [Fact]
    public void Every_clause_hangs_on_one_before_it()
    {
        var random = new Random(4);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Join(
                '\n',
                Enumerable.Range(0, 40).Select(_ => Starts[random.Next(Starts.Length)] + Sayings[random.Next(Sayings.Length)])
            );
            var seen = new HashSet<GuidelineBot.Knowledge.ClauseId>();
            foreach (var clause in Samples.Read(text).Guideline.Clauses)
            {
                Assert.True(clause.Parent is not { } parent || seen.Contains(parent), text);
                Assert.True(seen.Add(clause.Id), text);
            }
        }
    }

    /// <summary>A line is in a clause, whole or as a part of its sentence, or it is reported; 「以上」 says that the document ends.</summary>
    private static void AssertNothingLost(string text, ReadGuideline result)
    {
        var reported = result
            .Findings.Where(finding =>
                finding.Message.StartsWith("ページ番号や柱", StringComparison.Ordinal)
                || finding.Message.StartsWith("「以上」より後", StringComparison.Ordinal)
            )
            .SelectMany(finding => LineNumbers().Matches(finding.Message))
            .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            .ToHashSet();
        var expected = text.Split('\n').Where((_, place) => !reported.Contains(place + 1));

        Assert.Equal(Words(expected), Words(result.Guideline.Clauses.SelectMany(clause => clause.Text.Split('\n'))));
    }

    private static string Words(IEnumerable<string> lines) =>
        string.Concat(lines.Select(Bare).Where(line => line != "以上").SelectMany(line => line).Where(sign => !char.IsWhiteSpace(sign)));

    /// <summary>The list mark before a clause's first line is the one thing that its text leaves out.</summary>
    private static string Bare(string line)
    {
        var words = line.Replace("　", " ", StringComparison.Ordinal).Trim();
        foreach (var mark in new[] { "- ", "# ", "## ", "### " })
            words = words.StartsWith(mark, StringComparison.Ordinal) ? words[mark.Length..].TrimStart() : words;
        return words.Replace(" ", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"」（(\d+)行目）")]
    private static partial Regex LineNumbers();
}

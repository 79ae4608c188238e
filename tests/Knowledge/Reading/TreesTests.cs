namespace GuidelineBot.Tests.Knowledge.Reading;

/// <summary>
/// The small texts in <c>trees/</c>, each in a style of its own. Below 「=====」 stand the clauses that it has to give
/// (id | label | heading | text, ⏎ for a line break) and, after 「!」, what has to be reported.
/// </summary>
public class TreesTests
{
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Samples.Trees, "*.txt").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_gives_its_tree(string name)
    {
        var parts = File.ReadAllText(Path.Combine(Samples.Trees, name)).Split("\n=====\n");
        var read = Samples.Read(parts[0]);

        var tree = read
            .Guideline.Clauses.Select(clause =>
                $"{clause.Id} | {clause.Label} | {clause.Heading} | {clause.Text.Replace("\n", "⏎", StringComparison.Ordinal)}"
            )
            .Concat(read.Findings.Select(finding => $"! {finding.ToString()["sample.txt:".Length..]}"));

        Assert.Equal(parts[1].TrimEnd('\n').Split('\n'), tree);
    }

    /// <summary>The same document, printed in lines of any length, says the same.</summary>
    [Theory]
    [InlineData(56)]
    [InlineData(67)]
    [InlineData(80)]
    [InlineData(93)]
    public void The_citys_own_guideline_in_broken_lines_gives_the_same_tree(int columns)
    {
        var text = File.ReadAllText(Samples.OwnGuideline);
        var broken = string.Join('\n', text.Split('\n').SelectMany(line => Broken(line, columns)));

        Assert.Equal(Clauses(text), Clauses(broken));
    }

    /// <summary>Where a sentence ends with the line, nobody can tell whether a new paragraph starts below.</summary>
    private static IEnumerable<string> Clauses(string text) =>
        Samples
            .Read(text)
            .Guideline.Clauses.Skip(1)
            .Select(clause =>
                $"{clause.Id}: {clause.Text.Replace(" ", "", StringComparison.Ordinal).Replace("。\n", "。", StringComparison.Ordinal)}"
            );

    /// <summary>As a word processor breaks a line: no closing bracket or full stop starts one, no word of Latin letters is cut.</summary>
    private static IEnumerable<string> Broken(string line, int columns)
    {
        while (Fitting(line, columns) is var end && end < line.Length)
        {
            yield return line[..end];
            line = line[end..];
        }
        yield return line;
    }

    private static int Fitting(string line, int columns)
    {
        int end = 0,
            width = 0;
        while (end < line.Length && (width += char.IsAscii(line[end]) ? 1 : 2) <= columns)
            end++;
        while (end < line.Length && "、。）」』ーっゃゅょ".Contains(line[end], StringComparison.Ordinal))
            end++;
        while (end > 1 && end < line.Length && char.IsAsciiLetterOrDigit(line[end]) && char.IsAsciiLetterOrDigit(line[end - 1]))
            end--;
        return end;
    }
}

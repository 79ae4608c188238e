using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Headings that stand above their article without brackets: 「目的」 on the line above 「第1条」.</summary>
internal static partial class BareHeadings
{
    private const int Longest = 40;

    /// <returns>Empty where the document puts its headings elsewhere.</returns>
    public static IReadOnlySet<Line> Find(Line[] lines)
    {
        var found = new HashSet<Line>();
        var (articles, hasBrackets, isFirst) = (0, false, true);
        Line? first = null;
        var filled = lines.Where(line => !line.IsBlank).TakeWhile(line => line.Mark.Kind != MarkKind.Appendix).ToList();
        foreach (var (place, article) in filled.Index().Where(pair => pair.Item.Mark.Kind == MarkKind.Article))
        {
            articles++;
            hasBrackets |= Headings.InBrackets(article) is not null;
            if (place == 0)
                continue;
            var above = filled[place - 1];
            hasBrackets |= Headings.AboveArticle(above) is not null;
            if (
                CouldBe(above)
                && (place == 1 || LineBreaks.Ends(filled[place - 2]) || filled[place - 2].Mark.Kind != MarkKind.None || isFirst)
            )
            {
                found.Add(above);
                first = isFirst ? above : first;
            }
            isFirst = false;
        }
        // Above the first article stands the title block, whose last line is a heading only where others have one.
        if (first is not null && found.Count == 1)
            found.Remove(first);
        return hasBrackets || found.Count * 2 < articles ? new HashSet<Line>() : found;
    }

    private static bool CouldBe(Line line) =>
        line.Mark.Kind == MarkKind.None
        && line.Raw.Length <= Longest
        && !Headings.IsSentence(line.Content)
        && !Ending().IsMatch(line.Content)
        && IssueDate.Find(line.Content).Count == 0
        && !TitleBlock.IsDocumentName(line.Content)
        && !line.Says("目次")
        && !line.Says("削除");

    [GeneratedRegex(@"[、）)：:」る]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}

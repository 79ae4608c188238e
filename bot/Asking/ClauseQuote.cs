using GuidelineBot.Knowledge;

namespace GuidelineBot.Asking;

/// <summary>A clause made ready for a card: word for word, only the list marks of the text file taken off.</summary>
internal static class ClauseQuote
{
    /// <summary>
    /// The clause's paragraphs without the text file's list marks (<c>- ・</c>); clauses that are quoted with their children carry them
    /// along.
    /// </summary>
    public static IReadOnlyList<string> Paragraphs(Guideline guideline, Clause clause) =>
        [.. Texts(guideline, clause).SelectMany(text => text.Split('\n')).Select(Unmarked).Where(line => line.Length > 0)];

    /// <summary>One line that tells a reader what the clause is about, with no number of its own.</summary>
    public static string Excerpt(Clause clause, int length = 40)
    {
        // A label that says the heading already (7 用語の解説『炎上』) is followed by what the heading is about.
        var line =
            clause.Heading.Length > 0 && !clause.Label.Contains(clause.Heading, StringComparison.Ordinal) ? clause.Heading
            : Opening(clause) is { Length: > 0 } opening ? opening
            : clause.Heading;
        var number = clause.Label.Length > 0 && line.Length > 2 && line[1] == ' ' ? line[2..] : line;
        return number.Length <= length ? number : number[..(length - 1)] + "…";
    }

    /// <summary>The first line that is not the heading; empty where there is none.</summary>
    public static string Opening(Clause clause) =>
        clause
            .Text.Split('\n')
            .Select(Unmarked)
            .Where(line => line.Length > 0)
            .Skip(clause.Heading.Length > 0 ? 1 : 0)
            .FirstOrDefault("")
            .TrimStart('・');

    /// <summary>A heading alone says nothing, so it is quoted together with what stands below it.</summary>
    private static IEnumerable<string> Texts(Guideline guideline, Clause clause)
    {
        yield return clause.Text;
        if (clause.Heading.Length == 0 || clause.Parent is null)
            yield break;
        foreach (var child in guideline.Children(clause.Id))
        foreach (var text in Texts(guideline, child))
            yield return text;
    }

    private static string Unmarked(string line)
    {
        var trimmed = line.Trim();
        return trimmed.StartsWith("- ", StringComparison.Ordinal) ? trimmed[2..].TrimStart() : trimmed;
    }
}

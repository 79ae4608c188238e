namespace GuidelineBot.Knowledge.Reading;

/// <summary>
/// Headings that have a symbol instead of a number: 「■はじめに」, 「● 著作権」, 「## 投稿」. A symbol heads where it comes again and words, or signs of
/// another kind, stand below it; before the items of a mere list it stays a bullet.
/// </summary>
internal static class SymbolHeadings
{
    public const char Markdown = '#';
    private const string Symbols = "■□◆◇●○◯◎★☆▼▽▲△▶►◉❖◼◾▪→⇒➢✓✔☑☐";

    public static void Settle(Line[] lines)
    {
        var number = Array.FindIndex(
            lines,
            line => line.Mark.Kind is MarkKind.Article or MarkKind.Section or MarkKind.Question || line.Mark.GroupsArticles
        );
        var first = Array.FindIndex(lines, line => SymbolOf(line) is not null);
        if (first < 0)
            return;
        var isTitle = (number < 0 || first < number) && IsTitle(lines[first], lines.Count(line => line.Level == lines[first].Level) == 1);
        foreach (var group in lines.Index().Where(pair => SymbolOf(pair.Item) is not null).ToLookup(pair => SymbolOf(pair.Item)!.Value))
        {
            var places = group.Select(pair => pair.Index).Where(place => !(isTitle && place == first)).ToList();
            if (group.Key == Markdown ? places.Count == 0 : !Heads(lines, places))
            {
                AsBullets(lines, places);
                continue;
            }
            foreach (var place in places)
                lines[place] = lines[place] with { Mark = Of(lines[place], group.Key), RestAt = WordsAt(lines[place]) };
        }
    }

    /// <summary>「→ 記録する」 again and again is a list, whatever the sign.</summary>
    private static void AsBullets(Line[] lines, List<int> places)
    {
        foreach (var place in places.Where(place => places.Count > 1 && lines[place].Mark.Kind == MarkKind.None && lines[place].Level == 0))
            lines[place] = lines[place] with { Mark = MarkReader.Bullet, RestAt = WordsAt(lines[place]) };
    }

    private static bool Heads(Line[] lines, List<int> places) =>
        places.Count > 1
        && places.Count(place => Headings.IsHeading(Bare(lines[place]))) * 10 >= places.Count * 8
        && places.Count(place => HasBody(lines, place)) * 10 >= places.Count * 6;

    /// <summary>Prose, or signs of another kind, stand below.</summary>
    private static bool HasBody(Line[] lines, int place) =>
        Settling.Neighbour(lines, place, 1) is { } below
        && SymbolOf(lines[below]) != SymbolOf(lines[place])
        && !(lines[below].Mark.HasRank || lines[below].IsBlank || lines[below].Indent + 1 < lines[place].Indent);

    /// <summary>The first of the signs, where it stands above the first number and before the document's name, or heads the whole document.</summary>
    private static bool IsTitle(Line line, bool isOnly) => TitleBlock.IsDocumentName(line.Content) || (line.Level > 0 && isOnly);

    private static char? SymbolOf(Line line)
    {
        if (line.IsBlank || line.IsTableRow)
            return null;
        if (line.Level > 0 && line.Mark.Kind is MarkKind.None or MarkKind.Bullet)
            return Markdown;
        var sign = line.Raw[line.ContentAt];
        return
            line is { IsLong: false, Mark.Kind: MarkKind.None or MarkKind.Bullet }
            && Symbols.Contains(sign, StringComparison.Ordinal)
            && WordsAt(line) < line.Raw.Length
            && line.Raw[line.ContentAt + 1] != sign
            ? sign
            : null;
    }

    private static int WordsAt(Line line)
    {
        var at = line.ContentAt + (Symbols.Contains(line.Raw[line.ContentAt], StringComparison.Ordinal) ? 1 : 0);
        while (at < line.Raw.Length && char.IsWhiteSpace(line.Raw[at]))
            at++;
        return at;
    }

    private static Line Bare(Line line) => line with { Mark = default, RestAt = WordsAt(line) };

    private static Mark Of(Line line, char symbol)
    {
        var words = Bare(line).Rest.Trim('*', '_', '【', '】', '#', ' ');
        return new Mark(MarkKind.Heading, 0, MarkReader.Initial(words), $"「{words}」") { Stop = symbol };
    }
}

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Looks at one line at a time: indent, list mark, number.</summary>
internal static class LineReader
{
    public static Line[] Read(string text) => [.. SourceText.Lines(text).Select((raw, place) => Read(place + 1, raw))];

    private static Line Read(int number, string raw)
    {
        if (raw.Contains('\f', StringComparison.Ordinal))
            return Read(number, raw.Replace("\f", "", StringComparison.Ordinal)) with { StartsPage = true };
        int at = 0,
            indent = 0;
        for (; at < raw.Length && char.IsWhiteSpace(raw[at]); at++)
            indent += raw[at] switch
            {
                '\t' => 4,
                '　' => 2,
                _ => 1,
            };

        var content = AfterPrefix(raw, at);
        var isListItem = content > at && raw[at] != '#';
        var level = content > at && raw[at] == '#' ? raw.AsSpan(at, content - at).Count('#') : 0;
        if (content >= raw.Length)
            return new Line(number, raw, indent, isListItem, content, default, content);

        var (mark, rest) = MarkReader.Read(raw, content);
        if (isListItem && mark.Kind == MarkKind.None)
            mark = MarkReader.Bullet;
        return new Line(number, raw, indent, isListItem, content, mark, rest) { Level = level };
    }

    /// <summary>Skips <c>- </c>, <c>* </c>, <c>+ </c> or <c>## </c>, which came with a text that was once Markdown.</summary>
    private static int AfterPrefix(string raw, int at)
    {
        var end = at;
        if (end < raw.Length && raw[end] is '-' or '*' or '+')
            end++;
        else
        {
            while (end < raw.Length && raw[end] == '#')
                end++;
        }

        if (end == at || end >= raw.Length || !char.IsWhiteSpace(raw[end]))
            return at;
        var words = end;
        while (words < raw.Length && char.IsWhiteSpace(raw[words]))
            words++;
        return words < raw.Length ? words : at;
    }
}

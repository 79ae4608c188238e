namespace GuidelineBot.Knowledge.Reading;

/// <summary>Makes words of the document fit into a <see cref="ClauseId"/>, which knows no blanks and keeps <c>:</c> for itself.</summary>
internal static class ClausePath
{
    public static string Segment(string words) => string.Concat(words.Where(sign => !char.IsWhiteSpace(sign))).Replace(':', '：').Trim('-');

    /// <summary>a, b, … z, aa, ab, …: the bullets of a clause, counted from 0.</summary>
    public static string Letters(int place)
    {
        var letters = "";
        for (var rest = place; rest >= 0; rest = rest / 26 - 1)
            letters = (char)('a' + rest % 26) + letters;
        return letters;
    }
}

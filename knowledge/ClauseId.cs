using System.Diagnostics.CodeAnalysis;

namespace GuidelineBot.Knowledge;

/// <summary>
/// Where a clause stands: <c>4-5</c> is 4⑤ of the city's own guideline (the file <c>guideline.txt</c>);
/// clauses of any other file carry its name without extension in front, as in <c>library:2-1</c>.
/// </summary>
/// <param name="Guideline">File name without extension; empty for the city's own guideline.</param>
/// <param name="Path">The document's own numbers, outermost first, joined by <c>-</c>: <c>5-2-ア-a</c>, <c>6-1-注-c</c>, <c>7-炎上</c>, <c>0</c>.</param>
public readonly record struct ClauseId(string Guideline, string Path)
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is no clause id.</exception>
    public static ClauseId Parse(string text) =>
        TryParse(text, out var id) ? id.Value : throw new FormatException($"「{text}」は条項の番号ではありません。");

    public static bool TryParse(string? text, [NotNullWhen(true)] out ClauseId? id)
    {
        id = null;
        if (string.IsNullOrWhiteSpace(text) || text.Any(char.IsWhiteSpace))
            return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var path = text[(colon + 1)..];
        if (path.Length == 0 || path.StartsWith('-') || path.EndsWith('-'))
            return false;
        id = new ClauseId(colon < 0 ? "" : text[..colon], path);
        return true;
    }

    public override string ToString() => Guideline is null or "" ? Path : $"{Guideline}:{Path}";
}

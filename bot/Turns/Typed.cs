using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>
/// What people type and are called, without signs that nobody sees: control characters, which PostgreSQL does not store, halves of
/// characters, and what turns the direction of the letters round or hides between them. The joiners of emoji stay.
/// </summary>
internal static partial class Typed
{
    /// <summary>As wide as the columns for names.</summary>
    private const int LongestName = 512;

    public static string Clean(string text)
    {
        text = Composed(text);
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune != Rune.ReplacementChar && !IsUnseen(rune.Value))
                clean.Append(rune);
        return clean.ToString();
    }

    /// <summary>
    /// か and a voiced mark apart, as a Mac writes file names, are が. Only these are composed: Unicode's own way would change characters of names (福).
    /// </summary>
    private static string Composed(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0300', '\u036f') || text.AsSpan().ContainsAny('\u3099', '\u309a')
            ? Marked().Replace(text, match => match.Value.Normalize(NormalizationForm.FormC))
            : text;

    [GeneratedRegex("[A-Za-zぁ-ヿ][\u0300-\u036f\u3099\u309a]{1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    /// <summary>In one line.</summary>
    public static string Name(string? name) => Cards.Plain.Cut(Clean(name ?? "").ReplaceLineEndings(" "), LongestName - 1);

    /// <summary>Every text in it; the data itself is changed.</summary>
    public static JObject Clean(JObject data)
    {
        foreach (var value in data.Descendants().OfType<JValue>())
            if (value.Value is string text)
                value.Value = Clean(text);
        return data;
    }

    /// <summary>
    /// Whether a channel's id can be one: of the length that is stored, and without what no id holds. The dots alone would be a step in the
    /// path of each call that answers it.
    /// </summary>
    public static bool IsId(string id) => id.Length <= LongestName && id is not ("." or "..") && IsClean(id) && !id.Any(char.IsControl);

    private static bool IsClean(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (char.IsHighSurrogate(text[place]) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]))
                place++;
            else if (char.IsSurrogate(text[place]) || text[place] == '\ufffd' || IsUnseen(text[place]))
                return false;
        }
        return true;
    }

    private static bool IsUnseen(int sign) =>
        sign switch
        {
            '\t' or '\n' or '\r' => false,
            < 0x20 or (>= 0x7f and <= 0x9f) => true,
            0x00ad or 0x061c or 0x180e or 0x200b or 0x200e or 0x200f or 0xfeff => true,
            (>= 0x202a and <= 0x202e) or (>= 0x2060 and <= 0x206f) or (>= 0xfff9 and <= 0xfffb) or 0xfffe or 0xffff => true,
            _ => false,
        };
}

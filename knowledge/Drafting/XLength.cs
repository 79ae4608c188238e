using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>
/// How long X finds a text: Latin letters and common signs count one, all else two, an emoji two however it is put together, an address
/// always 23; 280 is the limit. Source: X's published configuration v3 of its counting (ranges 0–4351, 8192–8205, 8208–8223 and 8242–8247
/// weigh one), over the text in NFC.
/// </summary>
public static partial class XLength
{
    public const int Limit = 280;
    private const int OfAddress = 23;

    public static int Of(string text)
    {
        var whole = Normalised(text);
        var length = Addresses().Count(whole) * OfAddress;
        foreach (var element in Elements(Addresses().Replace(whole, "")))
            length += Emoji.Is(element) ? 2 : element.EnumerateRunes().Sum(rune => IsLight(rune.Value) ? 1 : 2);
        return length;
    }

    /// <summary>Where the text is cut when it is too long; its length where it is not.</summary>
    public static int Fits(string text)
    {
        if (Of(text) <= Limit)
            return text.Length;
        var boundaries = StringInfo.ParseCombiningCharacters(text);
        var (low, high) = (0, boundaries.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Of(text[..boundaries[middle]]) <= Limit)
                low = middle;
            else
                high = middle - 1;
        }
        return boundaries[low];
    }

    private static string Normalised(string text) => text.IsNormalized() ? text : text.Normalize(NormalizationForm.FormC);

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }

    private static bool IsLight(int rune) => rune is <= 4351 or >= 8192 and <= 8205 or >= 8208 and <= 8223 or >= 8242 and <= 8247;

    [GeneratedRegex(
        @"(?<![A-Za-z0-9@])(?:https?://)?(?:[A-Za-z0-9-]+\.)+(?:jp|com|net|org|info|biz|gov|edu|io|ly|gl|me"
            + @"|be|tv|app|dev|co)(?![A-Za-z0-9-])(?:/[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*)?"
    )]
    private static partial Regex Addresses();
}

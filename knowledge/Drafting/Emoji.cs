namespace GuidelineBot.Knowledge.Drafting;

/// <summary>Tells emoji from the signs of ordinary text (☆, ♪ and ① are none).</summary>
internal static class Emoji
{
    /// <summary>Signs below U+1F000 that telephones show as pictures.</summary>
    private static readonly HashSet<int> Pictures =
    [
        0x231A,
        0x231B,
        0x23E9,
        0x23EA,
        0x23EB,
        0x23EC,
        0x23F0,
        0x23F3,
        0x25FD,
        0x25FE,
        0x2614,
        0x2615,
        .. Enumerable.Range(0x2648, 12),
        0x267F,
        0x2693,
        0x26A1,
        0x26AA,
        0x26AB,
        0x26BD,
        0x26BE,
        0x26C4,
        0x26C5,
        0x26CE,
        0x26D4,
        0x26EA,
        0x26F2,
        0x26F3,
        0x26F5,
        0x26FA,
        0x26FD,
        0x2705,
        0x270A,
        0x270B,
        0x2728,
        0x274C,
        0x274E,
        0x2753,
        0x2754,
        0x2755,
        0x2757,
        .. Enumerable.Range(0x2600, 5),
        0x260E,
        0x2618,
        0x261D,
        0x2639,
        0x263A,
        0x2660,
        0x2663,
        0x2665,
        0x2666,
        0x2668,
        0x2702,
        0x2708,
        0x2709,
        0x270C,
        0x270D,
        0x270F,
        0x2744,
        0x2763,
        0x2764,
        0x2795,
        0x2796,
        0x2797,
        0x27B0,
        0x27BF,
        0x2B1B,
        0x2B1C,
        0x2B50,
        0x2B55,
    ];

    private const char AsPicture = '\uFE0F';
    private const char Keycap = '\u20E3';

    /// <param name="element">One text element: a family of four is one.</param>
    public static bool Is(string element)
    {
        var first = element.EnumerateRunes().First().Value;
        return first >= 0x1F000 && first <= 0x1FAFF || Pictures.Contains(first) || element.Length > 1 && element[^1] is AsPicture or Keycap;
    }
}

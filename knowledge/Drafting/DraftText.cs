using System.Text.RegularExpressions;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Sequence;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>A draft as the rules read it. Places are the same in <see cref="Text"/> and <see cref="Plain"/>.</summary>
internal sealed partial class DraftText
{
    public DraftText(Draft draft)
    {
        Draft = draft;
        Plain = string.Concat(draft.Text.Select(Simple));
        Sentences = [.. Sentence().Matches(Plain).Select(match => new Spot(match.Index, match.Length))];
        List<Spot> urls = [.. SequenceRecognizer.RecognizeURL(Plain, Culture.Japanese).Select(Spotted).Select(Trimmed)];
        // The recognizer knows the older domains alone; behind a scheme any host is an address.
        Urls =
        [
            .. urls,
            .. WebAddresses
                .In(Plain)
                .Select(found => found.Spot)
                .Where(found =>
                    Plain.AsSpan(found.Start).StartsWith("http", StringComparison.OrdinalIgnoreCase)
                    && !urls.Exists(known => Overlap(known, found))
                ),
        ];
        Emails = [.. SequenceRecognizer.RecognizeEmail(Plain, Culture.Japanese).Select(Spotted)];
        numbers = string.Concat(Plain.Select(Digit));
        List<Spot> written = [.. Telephone().Matches(numbers).Select(match => new Spot(match.Index, match.Length))];
        Phones =
        [
            .. written,
            .. SequenceRecognizer
                .RecognizePhoneNumber(Spaced().Replace(Plain, "-"), Culture.Japanese)
                .Select(Spotted)
                .Where(phone => IsWhole(phone) && !written.Exists(other => Overlap(phone, other))),
        ];
    }

    /// <summary><see cref="Plain"/> with 〇 to 九 as digits.</summary>
    private readonly string numbers;

    public Draft Draft { get; }

    public string Text => Draft.Text;

    /// <summary>Full-width letters, digits and signs as ASCII, one kind of hyphen.</summary>
    public string Plain { get; }

    public IReadOnlyList<Spot> Sentences { get; }

    public IReadOnlyList<Spot> Urls { get; }

    public IReadOnlyList<Spot> Emails { get; }

    public IReadOnlyList<Spot> Phones { get; }

    public ReadOnlySpan<char> Of(Spot spot) => Plain.AsSpan(spot.Start, spot.Length);

    /// <summary>The digits of a telephone number, as one dials them in the country.</summary>
    public string DigitsOf(Spot phone)
    {
        var number = numbers.AsSpan(phone.Start, phone.Length);
        var digits = string.Concat(number.ToString().Where(char.IsAsciiDigit));
        return number.StartsWith("+81") ? $"0{digits[2..].TrimStart('0')}" : digits;
    }

    /// <summary>The sentence in which the place lies; a line or a bullet is one, too.</summary>
    public ReadOnlySpan<char> SentenceOf(Spot spot) => Around(spot, 0, 0);

    /// <summary>With the two sentences before and the one after: a name stands above, an address below.</summary>
    public ReadOnlySpan<char> SurroundingsOf(Spot spot) => Around(spot, 2, 1);

    private ReadOnlySpan<char> Around(Spot spot, int before, int after)
    {
        var last = spot.Start + Math.Max(spot.Length, 1) - 1;
        var from = Sentences.TakeWhile(sentence => sentence.Start + sentence.Length <= spot.Start).Count();
        var to = Sentences.TakeWhile(sentence => sentence.Start <= last).Count() - 1;
        if (from >= Sentences.Count || to < from)
            return Plain;
        var (first, final) = (Sentences[Math.Max(0, from - before)], Sentences[Math.Min(Sentences.Count - 1, to + after)]);
        return Plain.AsSpan(first.Start, final.Start + final.Length - first.Start);
    }

    /// <summary>The host of an address, without <c>www.</c></summary>
    public string HostOf(Spot url)
    {
        var address = Of(url).ToString();
        return Uri.TryCreate(
            address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}",
            UriKind.Absolute,
            out var uri
        )
            ? uri.Host.StartsWith("www.", StringComparison.Ordinal)
                ? uri.Host[4..]
                : uri.Host
            : "";
    }

    private static char Simple(char c) =>
        c switch
        {
            >= '！' and <= '～' => (char)(c - '！' + '!'),
            '　' => ' ',
            '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
            _ => c,
        };

    /// <summary>Numbers of accounts and papers may begin with 0, too.</summary>
    private bool IsWhole(Spot phone)
    {
        var digits = 0;
        foreach (var letter in Of(phone))
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
        return digits is 10 or 11;
    }

    private static char Digit(char c) =>
        c switch
        {
            '〇' or '零' => '0',
            _ when "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var place => (char)('1' + place),
            _ => c,
        };

    private static bool Overlap(Spot one, Spot other) => one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;

    private static Spot Spotted(ModelResult found) => new(found.Start, found.End - found.Start + 1);

    /// <summary>Kana and brackets that touch an address are no part of it.</summary>
    private Spot Trimmed(Spot url) => url with { Length = Address().Match(Plain, url.Start, url.Length).Length };

    /// <summary>A full stop ends an English sentence where a word stands before it (no 「p.m.」, no 「No.」) and a new one begins behind it.</summary>
    private const string FullStop =
        @"(?<!(?<![A-Za-z])[A-Za-z]{1,2}|[A-Z]|\b(?:Prof|Dept|Univ|Assoc|approx|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec))\."
        + @"(?=[""')]*\s+[""'(]?[A-Z])";

    [GeneratedRegex("(?:(?!" + FullStop + @")[^。!?！？\r\n])+(?:" + FullStop + "|[。!?！？]*)")]
    private static partial Regex Sentence();

    private const string Apart = "[-ー―.・･_/ ()~〜]{0,2}";

    /// <summary>However its digits are written and set apart: 〇九〇・一二三四・五六七八, (090)1234 5678, +81 90 1234 5678.</summary>
    [GeneratedRegex(
        @"(?<![0-9A-Za-z+])\(?(?:\+81"
            + Apart
            + "0?"
            + Apart
            + "[5789]0|0[5789]0)(?:"
            + Apart
            + "[0-9]){8}(?![0-9])"
            + @"|(?<![0-9A-Za-z+])\(?0[1-9](?:"
            + Apart
            + "[0-9]){8}(?![0-9])(?<=[^0-9(][0-9]{3,4})"
    )]
    private static partial Regex Telephone();

    /// <summary>090 1234 5678</summary>
    [GeneratedRegex(@"(?<=\d) (?=\d)")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"[A-Za-z0-9\-._~:/?#\[\]@!$&'*+,;=%]+")]
    private static partial Regex Address();
}

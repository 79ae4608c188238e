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
        Urls = [.. SequenceRecognizer.RecognizeURL(Plain, Culture.Japanese).Select(Spotted).Select(Trimmed)];
        Emails = [.. SequenceRecognizer.RecognizeEmail(Plain, Culture.Japanese).Select(Spotted)];
        Phones =
        [
            .. SequenceRecognizer.RecognizePhoneNumber(Spaced().Replace(Plain, "-"), Culture.Japanese).Select(Spotted).Where(IsWhole),
        ];
    }

    public Draft Draft { get; }

    public string Text => Draft.Text;

    /// <summary>Full-width letters, digits and signs as ASCII, one kind of hyphen.</summary>
    public string Plain { get; }

    public IReadOnlyList<Spot> Sentences { get; }

    public IReadOnlyList<Spot> Urls { get; }

    public IReadOnlyList<Spot> Emails { get; }

    public IReadOnlyList<Spot> Phones { get; }

    public ReadOnlySpan<char> Of(Spot spot) => Plain.AsSpan(spot.Start, spot.Length);

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

    private static Spot Spotted(ModelResult found) => new(found.Start, found.End - found.Start + 1);

    /// <summary>Kana and brackets that touch an address are no part of it.</summary>
    private Spot Trimmed(Spot url) => url with { Length = Address().Match(Plain, url.Start, url.Length).Length };

    [GeneratedRegex(@"[^。!?！？\r\n]+[。!?！？]*")]
    private static partial Regex Sentence();

    /// <summary>090 1234 5678</summary>
    [GeneratedRegex(@"(?<=\d) (?=\d)")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"[A-Za-z0-9\-._~:/?#\[\]@!$&'*+,;=%]+")]
    private static partial Regex Address();
}

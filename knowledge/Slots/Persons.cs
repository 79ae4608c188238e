using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>Who operates an account, and who hands over to whom.</summary>
internal sealed partial class Persons
{
    private readonly HashSet<string> surnames;
    private readonly int longest;

    /// <param name="surnames">Family names that are recognised without a word such as 担当 beside them.</param>
    public Persons(IEnumerable<string> surnames)
    {
        this.surnames = [.. surnames];
        longest = this.surnames.Select(name => name.Length).DefaultIfEmpty(0).Max();
    }

    public IReadOnlySet<string> Surnames => surnames;

    /// <summary>アカウント管理者: not who operates it.</summary>
    public string? Manager(string text) => Labelled(text, ManagerLabel());

    /// <summary>The operators of an account that starts or ends; several are told one after the other (「岡本 健と山田 花子」).</summary>
    /// <param name="text">A message in NFKC; what is known to be something else is blanked out.</param>
    public IReadOnlyList<string> Operators(string text)
    {
        if (Operator(text) is not { } first)
            return [];
        return With(text, first, next => IsKnown(next.Value) || MoreFollow().IsMatch(text[next.End..]));
    }

    /// <summary>The operator that is told first.</summary>
    private string? Operator(string text)
    {
        foreach (Match label in OperatorLabel().Matches(text))
            if (Name(text, label.Index + label.Length, labelled: true) is { } named)
                return Corrected(text, named);
        foreach (Match label in BeforeOperator().Matches(text))
            if (EndingAt(text, label.Index) is { } before)
                return Corrected(text, before);
        foreach (Match label in SectionBefore().Matches(text))
            if (Name(text, label.Index + label.Length, labelled: true) is { } writer && Introduced().IsMatch(text[writer.End..]))
                return Corrected(text, writer);
        return Named(text) is [.., var last] all
            ? Corrected(text, all.FirstOrDefault(name => Honorific().IsMatch(text[name.End..]), last))
            : null;
    }

    /// <summary>Who hands over (null if not said) and who takes over (null if not said).</summary>
    public (string? Old, string? New) Change(string text)
    {
        if (KanaHandOver().Match(text) is { Success: true } kana)
            return (kana.Groups["old"].Value, kana.Groups["new"].Value);
        var old = Labelled(text, OldLabel());
        var @new = Labelled(text, NewLabel());
        if (old is null || @new is null)
        {
            foreach (Match between in HandOver().Matches(text))
            {
                if (
                    EndingAt(text, between.Index) is not { } from
                    || Name(text, between.Index + between.Length, labelled: true) is not { } to
                )
                    continue;
                // 「席を外すので」, 「ヘルプから復旧の申請を」
                if (
                    (between.Value.Contains('を', StringComparison.Ordinal) || from.Value.All(sign => sign is >= 'ァ' and <= 'ー'))
                    && !IsKnown(from.Value)
                    && !IsKnown(to.Value)
                )
                    continue;
                return (old ?? from.Value, @new ?? Corrected(text, to));
            }
        }
        var named = Named(text);
        // 「福田くんじゃのうて矢吹さんになる」 corrects nobody.
        var rest = (named.Count == 2 && old is null && @new is null ? named : Corrections.Apply(text, named))
            .Where(name => name.Value != old && name.Value != @new)
            .ToList();
        foreach (var name in rest)
        {
            var after = text[name.End..];
            if (old is null && Leaves().IsMatch(after))
                old = name.Value;
            else if (@new is null && TakesOver().IsMatch(after))
                @new = name.Value;
        }
        rest.RemoveAll(name => name.Value == old || name.Value == @new);
        if (rest.Count > 0 && old is null && @new is null && rest.Count >= 2)
            return (rest[0].Value, rest[1].Value);
        if (rest.Count > 0 && @new is null)
            @new = rest[^1].Value;
        else if (rest.Count > 0 && old is null)
            old = rest[0].Value;
        return (old, @new);
    }

    /// <summary>Who takes over, with those told right behind: 「井口 智子と松田 亮の2人に」.</summary>
    public IReadOnlyList<string> TakingOver(string text, string first) =>
        With(text, first, next => text[next.End..] is var rest && (MoreFollow().IsMatch(rest) || TakesOver().IsMatch(rest)));

    private List<string> With(string text, string first, Func<Mention<string>, bool> belongs)
    {
        List<string> all = [first];
        var at = text.IndexOf(first, StringComparison.Ordinal) + first.Length;
        while (
            AndAnother().Match(text, at) is { Success: true } and
            && Name(text, and.Index + and.Length, labelled: true) is { } next
            && belongs(next)
        )
        {
            all.Add(next.Value);
            at = next.End;
        }
        return all;
    }

    private string? Labelled(string text, Regex label)
    {
        foreach (Match match in label.Matches(text))
            if (Name(text, match.Index + match.Length, labelled: true) is { } name)
                return Corrected(text, name);
        return null;
    }

    private string Corrected(string text, Mention<string> name)
    {
        while (true)
        {
            var rest = text[name.End..];
            var honorific = HonorificAfterNote().Match(rest);
            var skip = Corrections.At(rest[honorific.Length..]);
            if (skip == 0 || Name(text, name.End + honorific.Length + skip, labelled: true) is not { } next)
                return name.Value;
            name = next;
        }
    }

    /// <summary>Every name that needs no label: a known family name at the start of a word.</summary>
    private List<Mention<string>> Named(string text)
    {
        var found = new List<Mention<string>>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsKanji(text[at]) || at > 0 && IsKanji(text[at - 1]) && !AfterTitle().IsMatch(text[..at]))
                continue;
            if (Name(text, at, labelled: false) is { } name)
            {
                found.Add(name);
                at = name.End - 1;
            }
        }
        return found;
    }

    /// <summary>The name whose last character stands right before <paramref name="end"/>.</summary>
    private Mention<string>? EndingAt(string text, int end)
    {
        var stop = end;
        if (HonorificAtEnd().Match(text[..end]) is { Success: true } honorific)
            stop -= honorific.Length;
        for (var start = Math.Max(0, stop - 8); start < stop; start++)
            if (
                IsKanji(text[start])
                && (start == 0 || !IsKanji(text[start - 1]))
                && Name(text, start, labelled: true) is { } name
                && name.End == stop
            )
                return name;
        return null;
    }

    /// <param name="labelled">Whether a word before it says that a name follows; then it need not be a known one.</param>
    private Mention<string>? Name(string text, int at, bool labelled)
    {
        if (labelled)
            at += Self().Match(text[at..]).Length;
        while (labelled && TitleBefore().Match(text[at..]) is { Success: true, Length: > 0 } title)
            at += title.Length;
        var end = at;
        while (end < text.Length && IsKanji(text[end]))
            end++;
        if (end == at)
            return labelled ? Kana(text, at) : null;

        var kanji = text[at..end];
        var cut = TitleAfter().Match(kanji) is { Success: true, Index: > 0 } found ? found.Index : kanji.Length;
        kanji = kanji[..cut];
        if (kanji.Length is 0 or > 6 || NoName().IsMatch(kanji))
            return null;
        var known = IsKnown(kanji);
        var polite = Honorific().IsMatch(text[(at + cut)..]) || cut < end - at;
        if (!labelled && !known && !(polite && kanji.Length is 2 or 3))
            return null;
        // Only where the kanji run ends by itself can kana of the name follow.
        if (cut < end - at)
            return new Mention<string>(at, cut, kanji);
        var given = GivenName(text, end);
        // 「岡山ごみゼロ便り」: within a word there is no name.
        if (!labelled && given > 0 && end + given < text.Length && (IsKanji(text[end + given]) || text[end + given] is >= 'ァ' and <= 'ー'))
            return null;
        if (!labelled && given == 0 && !polite && !EndsWord().IsMatch(text[end..]))
            return null;
        // 「担当 岡本 健」
        if (
            given == 0
            && labelled
            && SpacedGivenName().Match(text[end..]) is { Success: true } spaced
            && !NoName().IsMatch(spaced.Groups["given"].Value)
            && !Grammar().IsMatch(spaced.Groups["given"].Value)
            && !IsKnown(spaced.Groups["given"].Value)
        )
            return new Mention<string>(at, end - at + spaced.Length, kanji + spaced.Value);
        return new Mention<string>(at, end - at + given, text[at..(end + given)]);
    }

    /// <summary>How many kana after a family name belong to the given name: みのり in 藤原みのりが, none in 小林が.</summary>
    private static int GivenName(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is >= 'ぁ' and <= 'ん')
            end++;
        var kana = text[at..end];
        if (kana.Length == 0 || Honorific().IsMatch(kana))
            return 0;
        if (KanaGivenName().Match(kana) is { Success: true } known)
            return known.Length;
        if (Grammar().IsMatch(kana))
            return 0;
        if (ParticleAtEnd().Match(kana) is { Success: true } particle)
            return particle.Index;
        if (kana.Length is >= 2 and <= 4)
            return VerbTail().IsMatch(kana) ? 0 : kana.Length;
        for (var length = 2; length <= 4 && length < kana.Length; length++)
            if (Grammar().IsMatch(kana[length..]) || Honorific().IsMatch(kana[length..]))
                return length;
        return 0;
    }

    /// <summary>A name in kana alone: 「担当は さとう」, 「担当はマイケルさん」.</summary>
    private static Mention<string>? Kana(string text, int at) =>
        KanaName().Match(text, at) is { Success: true } match && match.Index == at && !NoKanaName().IsMatch(match.Groups["name"].Value)
            ? new Mention<string>(at, match.Groups["name"].Length, match.Groups["name"].Value)
            : null;

    private bool IsKnown(string kanji)
    {
        if (kanji.Any(FullNames.IsOne))
            return true;
        for (var length = Math.Min(longest, kanji.Length); length > 0; length--)
            if (kanji.Length - length <= 3 && surnames.Contains(kanji[..length]))
                return true;
        return false;
    }

    private static bool IsKanji(char c) => c is >= '一' and <= '龥' or '々' or '﨑' or 'ヶ' or 'ノ' || FullNames.IsOne(c);
}

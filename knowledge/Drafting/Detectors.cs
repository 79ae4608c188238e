using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>The ways of looking (見方) that a rule's file can name. What is looked for, and beside which words, stands in the file.</summary>
internal static partial class Detectors
{
    /// <summary>Reads the lines of a rule; <see cref="FormatException"/> with a sentence for the editor where they cannot be used.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Look, Func<DraftText, IEnumerable<Spot>>>> All = new Dictionary<
        string,
        Func<Look, Func<DraftText, IEnumerable<Spot>>>
    >
    {
        ["ことば"] = Words,
        // What is found by draft-examples/ alone.
        ["例文"] = _ => _ => [],
        ["短縮URL"] = look =>
            text =>
                WebAddresses
                    .In(text.Plain)
                    .Where(found => look.Lines.Any(host => WebAddresses.IsUnder(found.Host, host)))
                    .Select(found => found.Spot),
        ["外部のURL"] = look =>
        {
            // A pattern is held against the host.
            var patterns = new WordSet(look.Lines.Where(line => line.StartsWith('/')));
            return text =>
                text.Urls.Where(url =>
                    text.HostOf(url) is { Length: > 0 } host
                    && !patterns.HasIn(host)
                    && !look.Lines.Any(known => WebAddresses.IsUnder(host, known))
                );
        },
        ["紛らわしいURL"] = look => text => WebAddresses.Lookalikes(text, look.Lines),
        ["働かないURL"] = _ => WebAddresses.Broken,
        ["リンクの見た目"] = _ => WebAddresses.Disguised,
        ["合わない曜日"] = look => text => PostDates.Misfits(text, spot => look.Near.HasIn(text.SentenceOf(spot))),
        ["過ぎた日"] = look => text => PostDates.Over(text).Where(spot => look.Near.HasIn(text.SentenceOf(spot))),
        ["食い違い"] = _ => Contradictions.In,
        ["書き残し"] = _ => Unfinished.Blanks,
        ["途切れた文"] = _ => Unfinished.CutShort,
        ["私語の形"] = _ => PlainTalk.In,
        ["催しの要点"] = _ => text => EventFacts.Missing(text).Concat(EventFacts.MissingForApplicants(text)).Take(1),
        ["日付のない日"] = _ => EventFacts.Undated,
        ["電話番号"] = look =>
            text => text.Phones.Where(phone => look.Lines.Any(text.DigitsOf(phone).StartsWith) || look.Near.HasIn(text.SentenceOf(phone))),
        ["メールアドレス"] = look =>
            text =>
                text.Emails.Where(mail =>
                    look.Lines.Any(host => WebAddresses.IsUnder(text.Of(mail).ToString().Split('@')[^1], host))
                    || look.Near.HasIn(text.SentenceOf(mail))
                ),
        ["全角のメール"] = _ => text => WideMail().Matches(text.Text).Select(match => new Spot(match.Index, match.Length)),
        ["個人番号"] = _ => text => MyNumber.In(text.Plain),
        ["公式URLの記載"] = look =>
            text =>
                text.Draft.IsProfile && !text.Urls.Any(url => look.Lines.Any(host => WebAddresses.IsUnder(text.HostOf(url), host)))
                    ? [default(Spot)]
                    : [],
        ["Xの文字数"] = _ =>
            text =>
                text.Draft is { IsForX: true, IsProfile: false } && XLength.Fits(text.Text) is var fits && fits < text.Text.Length
                    ? [new Spot(fits, text.Text.Length - fits)]
                    : [],
        ["ハッシュタグの数"] = look => text => Beyond(Hashtags.In(text), text.Draft.IsForX ? look.LimitOnX : look.Limit),
        ["ハッシュタグの形"] = _ => Hashtags.Broken,
        ["よそのハッシュタグ"] = look => text => Hashtags.Of(text, look.Lines),
        ["絵文字の数"] = look => text => Pictures(text.Text, look.Limit),
        ["機種依存文字"] = _ =>
            text => Special().Matches(text.Text).Select(match => new Spot(match.Index, match.Length, Common(match.Value))),
        ["文の長さ"] = look => text => text.Sentences.Where(sentence => Wordy(text.Of(sentence)) > look.Limit),
    };

    /// <summary>A line is a word, or a pattern between slashes; 「外人 → 外国人」 says what could stand there.</summary>
    private static Func<DraftText, IEnumerable<Spot>> Words(Look look)
    {
        List<(Regex Pattern, string? Instead)> patterns = [];
        foreach (var line in look.Lines)
        {
            var parts = line.Split('→', 2, StringSplitOptions.TrimEntries);
            patterns.Add((WordSet.Pattern(parts[0]), parts.Length > 1 ? parts[1] : null));
        }
        return text =>
            Merged(
                patterns
                    .SelectMany(wanted =>
                        wanted.Pattern.Matches(text.Plain).Select(match => new Spot(match.Index, match.Length, wanted.Instead))
                    )
                    .Where(spot => !IsMentioned(text, spot) && look.Near.AllowsIn(text.SentenceOf(spot)))
            );
    }

    /// <summary>Of what overlaps, the whole stretch is one place; what has a better word keeps to its own.</summary>
    private static List<Spot> Merged(IEnumerable<Spot> spots)
    {
        var merged = new List<Spot>();
        foreach (var spot in spots.OrderBy(spot => spot.Start).ThenByDescending(spot => spot.Length))
        {
            if (merged.Count == 0 || merged[^1] is var last && spot.Start >= last.Start + last.Length)
                merged.Add(spot);
            else if (last.Instead is null && spot.Instead is null)
                merged[^1] = last with { Length = Math.Max(last.Length, spot.Start + spot.Length - last.Start) };
        }
        return merged;
    }

    /// <summary>「看護婦」 within brackets of its own is spoken about, not used; so is all that is quoted as an example of such words.</summary>
    private static bool IsMentioned(DraftText text, Spot spot)
    {
        var plain = text.Plain;
        var end = spot.Start + spot.Length;
        if (spot.Start > 0 && end < plain.Length && plain[spot.Start - 1] is '「' or '『' && plain[end] is '」' or '』')
            return true;
        return InQuote().IsMatch(plain.AsSpan(0, spot.Start))
            && plain.AsSpan(end).IndexOfAny("「」\n") is >= 0 and var at
            && plain[end + at] == '」'
            && (SuchWords().IsMatch(text.SurroundingsOf(spot)) || IsWarnedOf().IsMatch(plain.AsSpan(end + at)));
    }

    private static IEnumerable<Spot> Beyond(List<Spot> spots, int limit) =>
        spots.Count <= limit ? [] : [new Spot(spots[limit].Start, spots[^1].Start + spots[^1].Length - spots[limit].Start)];

    /// <summary>Three of a kind or four in a row, which can become one; and what is beyond the limit.</summary>
    private static IEnumerable<Spot> Pictures(string text, int limit)
    {
        var found = new List<Spot>();
        var row = new List<Spot>();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (Emoji.Is(element))
            {
                found.Add(new Spot(elements.ElementIndex, element.Length));
                row.Add(found[^1]);
                continue;
            }
            if (string.IsNullOrWhiteSpace(element))
                continue;
            if (Row() is { } ended)
                yield return ended;
            row.Clear();
        }
        if (Row() is { } last)
            yield return last;
        if (found.Count > limit)
            yield return found[limit];

        Spot? Row() =>
            row.Count < 3 || row.Count == 3 && row.DistinctBy(spot => text.Substring(spot.Start, spot.Length)).Count() == 3
                ? null
                : new Spot(row[0].Start, row[^1].Start + row[^1].Length - row[0].Start, text.Substring(row[0].Start, row[0].Length));
    }

    /// <summary>Addresses and hashtags are not read as parts of a sentence; of a Latin word, three letters are as long as a character.</summary>
    private static int Wordy(ReadOnlySpan<char> sentence) =>
        LatinWord().Replace(Unread().Replace(sentence.ToString(), ""), word => new string('a', (word.Length + 2) / 3)).Trim().Length;

    private static string? Common(string special) =>
        Circled().IsMatch(special) ? string.Create(CultureInfo.InvariantCulture, $"({CharUnicodeInfo.GetNumericValue(special, 0)})")
        : special.Normalize(NormalizationForm.FormKC) is var common && common != special ? common
        : null;

    /// <param name="Lines">What is looked for.</param>
    /// <param name="Near">What the sentence around it must hold; what that means where it is empty, each way of looking says.</param>
    public sealed record Look(IReadOnlyList<string> Lines, WordSet Near, int Limit, int LimitOnX);

    /// <summary>Circled and bracketed numbers, Roman numerals, ㈱ ㎡ № ℡ and the like, half-width kana, characters of one's own. ㊗ and ㊙ are emoji.</summary>
    [GeneratedRegex(
        @"[\u2460-\u24FF\u2776-\u2793]|[\u2160-\u217F]|[\u3220-\u325F\u3280-\u3296\u3298\u329A-\u33FF]|[№℡]|[\uFF61-\uFF9F]+|[\uE000-\uF8FF]"
    )]
    private static partial Regex Special();

    [GeneratedRegex("[\u2460-\u2473\u2776-\u2793]")]
    private static partial Regex Circled();

    [GeneratedRegex(@"https?://\S+|#\S+")]
    private static partial Regex Unread();

    [GeneratedRegex("「[^」\n]*$", RegexOptions.RightToLeft)]
    private static partial Regex InQuote();

    [GeneratedRegex(
        "(?:といった|という|などの|のような|ような|そんな|こんな|このような|心ない)(?:心ない|ひどい|きつい)?(?:言葉|ことば|発言|書き込み|表現|メッセージ|一言|声)"
            + "[^。\n]{0,12}(?:は、?[^。\n]{0,20}(?:傷つけ|差別|許され|いけません|やめ)|が(?:届い|書か|来た)|を(?:受け|見た|見か|言われ|なく|かけられ|使わ)|で悩|に悩|に傷|に苦)"
    )]
    private static partial Regex SuchWords();

    /// <summary>「必ずもうかる」という話は詐欺です</summary>
    [GeneratedRegex("^」[^。\n]{0,16}(?:詐欺|危ない|危険|要注意|油断|思い込み|誤りです|疑問|ご注意|気をつけ|差別です|いじめです)")]
    private static partial Regex IsWarnedOf();

    /// <summary>As programs that gather addresses do not read it.</summary>
    [GeneratedRegex("[Ａ-Ｚａ-ｚ０-９A-Za-z0-9．＿－._-]{2,}＠[Ａ-Ｚａ-ｚ０-９A-Za-z0-9．－.-]{2,}")]
    private static partial Regex WideMail();

    [GeneratedRegex("[A-Za-z][A-Za-z'’.,-]* ?")]
    private static partial Regex LatinWord();
}

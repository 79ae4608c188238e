using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>
/// The signs by which a message shows what its writer wants: 願い (「…したい」), 尋ね (「…ですか」), 攻撃, 偽物, 書類 … from <c>cues.txt</c>,
/// and the kinds of fact that it states.
/// </summary>
internal sealed partial class CueBook
{
    /// <summary>The cue of a message that asks.</summary>
    public const string Asks = "尋ね";

    /// <summary>The cue of who does not know what to do.</summary>
    public const string Alarm = "慌て";

    private readonly SynonymBook phrases;
    private readonly (string Ending, string Cue)[] endings;
    private readonly ServiceBook services;
    private volatile Read? last;

    /// <param name="groups">Spellings by cue; one that ends in <c>$</c> counts only at the end of a sentence or clause.</param>
    public CueBook(IReadOnlyList<(string Cue, IReadOnlyList<string> Spellings)> groups, ServiceBook services)
    {
        this.services = services;
        phrases = new SynonymBook([
            .. groups.Select(group => (group.Cue, Spellings(group.Spellings.Where(spelling => !spelling.EndsWith('$'))))),
        ]);
        endings =
        [
            .. groups.SelectMany(group =>
                Spellings(group.Spellings.Where(spelling => spelling.EndsWith('$'))).Select(spelling => (spelling[..^1], group.Cue))
            ),
        ];
    }

    /// <returns>The cues in ordinal order, once each.</returns>
    public IReadOnlyCollection<string> In(string message)
    {
        // The same message is asked for its cues some ten times one after the other.
        if (last is not { } known || !ReferenceEquals(known.Message, message))
            last = known = new Read(message, Find(message));
        return known.Cues;
    }

    private SortedSet<string> Find(string message)
    {
        // What a quoted draft says is not what its writer wants.
        var folded = Folding.Fold(Quotation().Replace(message, "「」"));
        var kana = Folding.Hiragana(folded).Replace(" ", "", StringComparison.Ordinal);
        var found = new SortedSet<string>(phrases.NamedIn(kana), StringComparer.Ordinal);
        foreach (var sentence in Sentences().Split(kana))
        {
            var end = sentence.AsSpan().TrimEnd("ー-….w笑^?)");
            foreach (var (ending, cue) in endings)
                if (end.EndsWith(ending, StringComparison.Ordinal))
                    found.Add(cue);
        }
        if (Quotation().IsMatch(message))
            found.Add("引用");
        if (!found.Contains(Asks))
            found.Add("断定");
        if (services.Find(folded).Count > 0)
            found.Add("媒体");
        if (Day().IsMatch(folded))
            found.Add("日付");
        if (folded.Contains("http", StringComparison.Ordinal) || folded.Contains('@', StringComparison.Ordinal))
            found.Add("アドレス");
        if (Operator().IsMatch(kana))
            found.Add("担当");
        if (Section().IsMatch(folded))
            found.Add("所属");
        return found;
    }

    private static IReadOnlyList<string> Spellings(IEnumerable<string> spellings) =>
        [.. spellings.Select(spelling => Folding.Hiragana(Folding.Fold(spelling)))];

    /// <summary>A sentence in quotation marks, rather than a name.</summary>
    [GeneratedRegex("「[^」]{0,500}[。！!？?、][^」]{0,500}」|「[^」]{18,500}」")]
    internal static partial Regex Quotation();

    [GeneratedRegex("[。!、\n]+")]
    private static partial Regex Sentences();

    // Hints that are enough here; the slots read them exactly.
    [GeneratedRegex(
        "[0-9一二三四五六七八九十]{1,8}(?:月|日|/[0-9]|\\.[0-9])|来月|来週|再来|来年|月末|年末|年度末|年度内|年内|今月|今週|明日|あした|あさって|しあさって|明後日|いっぱいで|限りで|週間後|日後|翌月|の日に|の日から|元日|今年度"
    )]
    private static partial Regex Day();

    [GeneratedRegex(@"(?:担当|たんとう)者?[はがも:\s、]|→")]
    private static partial Regex Operator();

    [GeneratedRegex("[一-龥ァ-ヶ]{2,24}(?:課|室|館|園|所|局|係|センター)")]
    private static partial Regex Section();

    private sealed record Read(string Message, SortedSet<string> Cues);
}

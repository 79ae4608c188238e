using System.Globalization;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>A guideline that a question names.</summary>
/// <param name="Rest">The question without the name.</param>
/// <param name="Numbered">The clause, where the question names it by its number.</param>
/// <param name="ByTitle">It is named by its whole title.</param>
internal sealed record NamedGuideline(string Guideline, string Rest, ClauseId? Numbered, bool ByTitle);

/// <summary>
/// Finds which further guideline a question names: by its whole title, by the town or bureau it is of, or in short (「博物館の規程」 for
/// 「見晴市立博物館情報発信規程」).
/// </summary>
internal sealed partial class GuidelineNames
{
    private const int LongestQuestion = 400;

    private readonly List<Name> names;

    /// <param name="own">The name of the city's own guideline: words that it holds, too, name none.</param>
    public GuidelineNames(IReadOnlyList<Guideline> further, string own)
    {
        var ownTerms = Terms(own).Concat(["sns", "利用", "運用", "活用", "公式", "職員", "情報", "発信"]).ToHashSet(StringComparer.Ordinal);
        var ownTown = Town().Match(Plain(own)).Value;
        names = [.. further.Select(guideline => Read(guideline, ownTerms, ownTown))];
    }

    public NamedGuideline? Find(string question)
    {
        if (names.Count == 0 || question.Length > LongestQuestion)
            return null;
        var asked = Plain(question);
        var best = names
            .Select(name => (name, Place: PlaceOf(name, asked)))
            .Where(found => found.Place.Length > 0)
            .OrderByDescending(found => found.Place.Length)
            .FirstOrDefault();
        if (best.name is null)
            return null;
        var rest = asked.Remove(best.Place.Start, best.Place.Length);
        return new NamedGuideline(
            best.name.Guideline.Key,
            rest,
            Numbered(best.name.Guideline, rest),
            best.Place.Length == best.name.Title.Length
        );
    }

    private static Name Read(Guideline guideline, HashSet<string> ownTerms, string ownTown)
    {
        var title = Plain(guideline.Name);
        var kind = Kind().Matches(title).LastOrDefault()?.Value ?? "";
        var town = Town().Match(title).Value;
        return new Name(guideline, title, town == ownTown ? "" : town, kind, [.. Terms(title).Except(ownTerms).Except(Terms(kind))]);
    }

    /// <returns>Where in the question the name stands; of no length where it does not.</returns>
    private static (int Start, int Length) PlaceOf(Name name, string asked)
    {
        if (name.Title.Length > 3 && asked.IndexOf(name.Title, StringComparison.Ordinal) is >= 0 and var whole)
            return (whole, name.Title.Length);
        if (name.Kind.Length > 0 && InShort(name, asked) is { Length: > 0 } shortened)
            return shortened;
        return name.Town.Length > 1 && asked.IndexOf(name.Town, StringComparison.Ordinal) is >= 0 and var town
            ? (town, name.Town.Length)
            : default;
    }

    /// <summary>「博物館の規程」: words of the title, with nothing else between them, before the kind of document that it is.</summary>
    private static (int Start, int Length) InShort(Name name, string asked)
    {
        for (
            var kind = asked.IndexOf(name.Kind, StringComparison.Ordinal);
            kind >= 0;
            kind = asked.IndexOf(name.Kind, kind + 1, StringComparison.Ordinal)
        )
        {
            var start = kind;
            while (start > 0 && (asked[start - 1] == 'の' || name.Title.Contains(asked[start - 1], StringComparison.Ordinal)))
                start--;
            if (Terms(asked[start..kind]).Any(name.Terms.Contains))
                return (start, kind + name.Kind.Length - start);
        }
        return default;
    }

    /// <returns>The words of a guideline's title that say what it is about (公用車, 図書館): of two letters and more, in one script.</returns>
    public static IEnumerable<string> Subjects(Guideline guideline) =>
        Subject()
            .Matches(Kind().Replace(Folding.Fold(guideline.Name), " "))
            .Select(match => match.Value)
            .Where(word => !CommonMatter.Contains(word));

    private static readonly HashSet<string> CommonMatter =
    [
        .. (string[])
            [
                "事務",
                "管理",
                "使用",
                "利用",
                "運用",
                "活用",
                "取扱",
                "実施",
                "事務取扱",
                "情報",
                "発信",
                "情報発信",
                "業務",
                "職員",
                "庁内用",
                "対応",
            ],
    ];

    private static ClauseId? Numbered(Guideline guideline, string rest)
    {
        if (Number().Match(rest) is not { Success: true } match)
            return null;
        var asked = Numbers(match.Value);
        return guideline
            .Clauses.Skip(1)
            .FirstOrDefault(clause =>
                !clause.Label.StartsWith('附') && Numbers(Bare(clause.Label)).SequenceEqual(asked, StringComparer.Ordinal)
            )
            ?.Id;
    }

    /// <summary>A heading in a label may hold numbers that count nothing.</summary>
    private static string Bare(string label) => Heading().Replace(label, "");

    /// <summary>2, 4 and ア of 「第2条第4項ア」 or 「2の(4)ア」.</summary>
    private static List<string> Numbers(string label) => [.. Parts().Matches(Circled(label)).Select(part => part.Value)];

    private static string Plain(string text) => string.Concat(Folding.Fold(Circled(text)).Where(sign => !char.IsWhiteSpace(sign)));

    private static string Circled(string text) =>
        string.Concat(
            text.Select(sign => sign is >= '①' and <= '⑳' ? string.Create(CultureInfo.InvariantCulture, $"({sign - '①' + 1})") : $"{sign}")
        );

    private static IEnumerable<string> Terms(string text) => Tokens.Of(Folding.Fold(text)).Select(token => token.Term);

    private sealed record Name(Guideline Guideline, string Title, string Town, string Kind, HashSet<string> Terms);

    [GeneratedRegex("規程|規則|規定|規約|要綱|要領|指針|方針|基準|条例|手引|心得|マニュアル|ガイドライン|ポリシー|ハンドブック|ルール")]
    private static partial Regex Kind();

    [GeneratedRegex(@"\A[^市町村区県]{1,6}[市町村区県]")]
    private static partial Regex Town();

    [GeneratedRegex(
        @"(?:[q問][0-9]{1,3}(?:-[0-9]{1,2})?|第[0-9]{1,3}(?:[編章節条項号])?|[0-9]{1,3}[編章節条項号]|[0-9]{1,3}(?=の?[(][0-9]))"
            + @"(?:の?(?:第[0-9]{1,3}[章節条項号]|[(][0-9]{1,3}[)]|[0-9]{1,3}(?![0-9日月年回人か])))*[ア-ン]?(?![ァ-ヶ])"
    )]
    private static partial Regex Number();

    [GeneratedRegex("「[^」]{0,200}」|【[^】0-9０-９]{0,40}】|[QqＱ問](?=[0-9])")]
    private static partial Regex Heading();

    [GeneratedRegex("[一-龥々]{2,}|[ァ-ヶー]{3,}")]
    private static partial Regex Subject();

    [GeneratedRegex("[0-9]{1,3}|[ア-ン]")]
    private static partial Regex Parts();
}

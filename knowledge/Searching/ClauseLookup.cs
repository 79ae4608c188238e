using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Searching;

/// <summary>Finds clauses while somebody is still typing: by number, by the very letters so far, and by meaning.</summary>
internal sealed class ClauseLookup
{
    private readonly List<(Clause Clause, string Label, string Text)> clauses;

    public ClauseLookup(IEnumerable<Guideline> guidelines) =>
        clauses = [
            .. guidelines
                .SelectMany(guideline => guideline.Clauses)
                .Where(clause => clause.Id.Path != "0")
                .Select(clause => (clause, Key(clause.Label), Folding.Fold($"{clause.Heading}\n{clause.Text}"))),
        ];

    /// <param name="understood">What the search engine makes of the same words, best first.</param>
    public IEnumerable<Clause> Find(string typed, IEnumerable<Clause> understood)
    {
        var number = Key(typed);
        string[] words = Folding.Fold(typed).Split([' ', '\n', '、'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : Starting(number).Concat(Holding(words)).Concat(understood).DistinctBy(clause => clause.Id);
    }

    /// <summary>4⑤, 4-5 and 4の5 are one number; 4 is all of 4.</summary>
    private IEnumerable<Clause> Starting(string number) =>
        number.Length == 0 || !char.IsAsciiDigit(number[0])
            ? []
            : clauses
                .Where(clause => clause.Label.StartsWith(number, StringComparison.Ordinal))
                .OrderBy(clause => clause.Label.Length)
                .Select(clause => clause.Clause);

    private IEnumerable<Clause> Holding(string[] words) =>
        words.Any(word => word.Length < 2)
            ? []
            : clauses
                .Where(clause => words.All(word => clause.Text.Contains(word, StringComparison.Ordinal)))
                .Select(clause => clause.Clause);

    private static string Key(string label) =>
        string.Concat(Folding.Fold(label).Where(letter => char.IsLetterOrDigit(letter) && letter is not ('の' or '第')));
}

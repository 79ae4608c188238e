namespace GuidelineBot.Knowledge.Analysis;

/// <summary>Finds which groups of synonyms a text names.</summary>
internal sealed class SynonymBook
{
    // By first character: a message has a few dozen characters, the book several hundred spellings.
    private readonly Dictionary<char, (string Spelling, int Group)[]> spellings;
    private readonly string[] canonical;

    /// <param name="groups">A name for the group, and its folded spellings.</param>
    public SynonymBook(IReadOnlyList<(string Canonical, IReadOnlyList<string> Spellings)> groups)
    {
        canonical = [.. groups.Select(group => group.Canonical)];
        spellings = groups
            .SelectMany((group, place) => group.Spellings.Where(spelling => spelling.Length > 0).Select(spelling => (spelling, place)))
            .GroupBy(pair => pair.spelling[0])
            .ToDictionary(pairs => pairs.Key, pairs => pairs.ToArray());
    }

    /// <returns>The name of each group that the folded text names, once each.</returns>
    public IEnumerable<string> NamedIn(string folded)
    {
        var found = new HashSet<int>();
        for (var i = 0; i < folded.Length; i++)
            if (spellings.TryGetValue(folded[i], out var candidates))
                foreach (var (spelling, group) in candidates)
                    if (string.CompareOrdinal(folded, i, spelling, 0, spelling.Length) == 0)
                        found.Add(group);
        return found.Select(group => canonical[group]);
    }
}

namespace GuidelineBot.Knowledge;

/// <summary>Which files of the knowledge folder hold knowledge.</summary>
internal static class KnowledgeFiles
{
    /// <summary>The city's own guideline; its clauses have bare ids.</summary>
    public const string OwnGuideline = "guideline.txt";

    public const string Synonyms = "synonyms.txt";

    public const string Cues = "cues.txt";

    public const string Calibration = "calibration.json";

    public const string Services = "services.txt";

    public const string Surnames = "surnames.txt";

    public static IEnumerable<string> Guidelines(string folder) =>
        Files(folder, "guidelines", "*.txt").OrderBy(file => Path.GetFileName(file) == OwnGuideline ? "" : Path.GetFileName(file), StringComparer.Ordinal);

    public static IEnumerable<string> Questions(string folder) => Files(folder, "questions", "*.md");

    public static IEnumerable<string> Intents(string folder) => Files(folder, "intents", "*.md");

    public static IEnumerable<string> Notices(string folder) => Files(folder, "notices", "*.md");

    public static IEnumerable<string> Checklists(string folder) => Files(folder, "checklists", "*.md");

    public static IEnumerable<string> DraftRules(string folder) => Files(folder, "draft-rules", "*.md");

    public static IEnumerable<string> In(string folder) =>
        [.. Guidelines(folder), .. Questions(folder), .. Intents(folder), .. Notices(folder), .. Checklists(folder), .. DraftRules(folder), .. new[] { Synonyms, Cues, Services, Surnames, Calibration }.Select(file => Path.Combine(folder, file))];

    private static IEnumerable<string> Files(string folder, string part, string pattern)
    {
        var path = Path.Combine(folder, part);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal) : [];
    }
}

using System.Globalization;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge;

/// <summary>Which files of the knowledge folder hold knowledge.</summary>
internal static class KnowledgeFiles
{
    /// <summary>The city's own guideline; its clauses have bare ids.</summary>
    public const string OwnGuideline = "guideline.txt";

    public const string Synonyms = "synonyms.txt";

    /// <summary>How people say what rules say in words of their own; for guidelines without example questions alone.</summary>
    public const string EverydayWords = "everyday-words.txt";

    public const string Cues = "cues.txt";

    public const string Calibration = "calibration.json";

    public const string Services = "services.txt";

    public const string Surnames = "surnames.txt";

    public const string FieldNames = "field-names.txt";

    public const string Offices = "offices.md";

    /// <summary>Whose matter it is what the guideline does not cover.</summary>
    public const string Elsewhere = "elsewhere.md";

    /// <summary>The words by which a post shows what it is about and how it speaks.</summary>
    public const string DraftCues = "draft-cues.txt";

    public const string Passages = "passages.md";

    public const string Supplements = "supplements.md";

    /// <summary>The texts in force on a day, the city's own first.</summary>
    public static IEnumerable<string> Guidelines(string folder, DateOnly day) =>
        Versions(folder)
            .Where(version => version.From is null || version.From <= day)
            .GroupBy(version => version.Name)
            .Select(versions => versions.MaxBy(version => version.From ?? DateOnly.MinValue)!.File)
            .OrderBy(file => GuidelineReader.KeyOf(file).Length == 0 ? "" : Path.GetFileName(file), StringComparer.Ordinal);

    /// <summary>
    /// Every text, also those that are not in force yet or any more: <c>guideline@2027-04-01.txt</c> takes the place of
    /// <c>guideline.txt</c> from that day.
    /// </summary>
    public static IEnumerable<GuidelineVersion> Versions(string folder) =>
        Files(folder, "guidelines", "*.txt")
            .Select(file =>
                Path.GetFileNameWithoutExtension(file).Split('@', 2) is [var name, var from]
                && DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? new GuidelineVersion(name, day, file)
                    : new GuidelineVersion(Path.GetFileNameWithoutExtension(file), null, file)
            );

    public static IEnumerable<string> Questions(string folder) => Files(folder, "questions", "*.md");

    public static IEnumerable<string> Intents(string folder) => Files(folder, "intents", "*.md");

    /// <summary>What a message can do beside asking and beginning something: talk, work on a draft, tell of an incident.</summary>
    public static IEnumerable<string> Acts(string folder) => Files(folder, "acts", "*.md");

    public static IEnumerable<string> Notices(string folder) => Files(folder, "notices", "*.md");

    public static IEnumerable<string> Checklists(string folder) => Files(folder, "checklists", "*.md");

    /// <summary>Scenarios of exercises; their pictures lie beside them.</summary>
    public static IEnumerable<string> Drills(string folder) => Files(folder, "drills", "*.md");

    /// <summary>What is to be done as a whole when an account begins, changes hands or ends.</summary>
    public static IEnumerable<string> Procedures(string folder) => Files(folder, "procedures", "*.md");

    public static IEnumerable<string> DraftRules(string folder) => Files(folder, "draft-rules", "*.md");

    /// <summary>Sentences of posts, bad ones by the rule that they break, and harmless posts.</summary>
    public static IEnumerable<string> DraftExamples(string folder) => Files(folder, "draft-examples", "*.md");

    public static IEnumerable<string> In(string folder, DateOnly day) =>
        [
            .. Guidelines(folder, day),
            .. Questions(folder),
            .. Intents(folder),
            .. Acts(folder),
            .. Notices(folder),
            .. Checklists(folder),
            .. Drills(folder),
            .. Files(folder, "drills", "*.png"),
            .. Files(folder, "drills", "*.jpg"),
            .. Procedures(folder),
            .. DraftRules(folder),
            .. DraftExamples(folder),
            .. new[]
            {
                Synonyms,
                EverydayWords,
                Cues,
                Services,
                Surnames,
                FieldNames,
                DraftCues,
                Offices,
                Elsewhere,
                Supplements,
                Calibration,
            }.Select(file => Path.Combine(folder, file)),
        ];

    private static IEnumerable<string> Files(string folder, string part, string pattern)
    {
        var path = Path.Combine(folder, part);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal) : [];
    }
}

/// <param name="Name">The same for all versions of a text.</param>
/// <param name="From">The first day on which it is in force; null for from the beginning.</param>
public sealed record GuidelineVersion(string Name, DateOnly? From, string File);

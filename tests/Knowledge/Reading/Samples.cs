using System.Runtime.CompilerServices;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge.Reading;

/// <summary>The texts these tests read.</summary>
internal static class Samples
{
    private static readonly string Here = Folder();

    public static string OwnGuideline { get; } = Path.GetFullPath(Path.Combine(Here, "../../../knowledge/guidelines/guideline.txt"));

    public static string Passages { get; } = Path.Combine(Here, "passages.json");

    public static string Library { get; } = Path.Combine(Here, "samples", "aosaki-library.txt");

    public static string Regulation { get; } = Path.Combine(Here, "samples", "midorino-rules.txt");

    public static string Trees { get; } = Path.Combine(Here, "trees");

    public static ReadGuideline Read(string text) => GuidelineReader.Read("", "sample.txt", text);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

namespace GuidelineBot.Knowledge.Checklists;

/// <summary>Fills the facts of an incident into ready wording.</summary>
public static class Wording
{
    /// <summary>What may stand in braces.</summary>
    public static IReadOnlyList<string> Names { get; } = ["アカウント名", "サービス", "所属", "URL", "発生日時", "状況"];

    /// <param name="facts">By name; what is unknown or empty is left as ○○ for a person to fill in.</param>
    public static string Fill(string wording, IReadOnlyDictionary<string, string> facts) =>
        Names.Aggregate(
            wording,
            (text, name) =>
                text.Replace($"{{{name}}}", facts.GetValueOrDefault(name) is { Length: > 0 } fact ? fact : "○○", StringComparison.Ordinal)
        );
}

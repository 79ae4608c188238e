namespace GuidelineBot.Knowledge.Reading;

/// <summary>What the reader made of a file; to be used only while <see cref="IsUsable"/>.</summary>
/// <param name="Findings">In the order of their lines.</param>
public sealed record ReadGuideline(Guideline Guideline, IReadOnlyList<Finding> Findings)
{
    public bool IsUsable => !Findings.Any(finding => finding.IsError);
}

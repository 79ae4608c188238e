namespace GuidelineBot.Notices;

/// <summary>Whether a notice is approved within the section before it reaches the office.</summary>
internal sealed class ApprovalOptions
{
    public const string Section = "Approvals";

    /// <summary>所属長 approves (4②) before the office sees it.</summary>
    public bool SectionChief { get; init; }
}

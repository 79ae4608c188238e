namespace GuidelineBot.Knowledge.Checklists;

/// <summary>What to do when something goes wrong, as <c>knowledge/checklists</c> defines it.</summary>
/// <param name="Key">The file's name: flaming, impersonation …</param>
/// <param name="Clauses">The clauses beneath which it is offered.</param>
/// <param name="StatusEvery">How often the team is asked where things stand; null for never.</param>
/// <param name="Cues">Words of a message that speak for this checklist among the others.</param>
/// <param name="Lead">What matters in the first minute.</param>
public sealed record Checklist(
    string Key,
    string Title,
    IReadOnlyList<ClauseId> Clauses,
    TimeSpan? StatusEvery,
    IReadOnlyList<string> Cues,
    string Lead,
    IReadOnlyList<ChecklistStep> Steps
)
{
    /// <summary>As they are numbered and worked through: in order of time.</summary>
    public IEnumerable<ChecklistStep> InOrder => Steps.OrderBy(step => step.Due);

    public ChecklistStep? Find(string id) => Steps.FirstOrDefault(step => step.Id == id);
}

/// <param name="Clause">The clause that demands it; null where it is 実務の目安.</param>
/// <param name="Due">After the start.</param>
/// <param name="Help">How to go about it: ours, not the guideline's.</param>
/// <param name="Proof">What to keep.</param>
/// <param name="Condition">When it applies; empty for always.</param>
/// <param name="Wording">A text to copy, with <c>{アカウント名}</c> and the like to be filled in; empty where there is none.</param>
public sealed record ChecklistStep(
    string Id,
    string Title,
    ClauseId? Clause,
    StepRole Role,
    TimeSpan Due,
    string Help,
    string Proof,
    string Condition,
    string Wording
)
{
    /// <summary>Not done before there are words, a link or a file that prove it.</summary>
    public bool NeedsProof { get; init; }

    /// <summary>What of the course of things it stands for in a report: 最初の説明, 訂正; empty for nothing.</summary>
    public string Milestone { get; init; } = "";

    /// <summary>Whose 緊急連絡網 it needs: <see cref="OwnSection"/>, or an office by its name; empty for none.</summary>
    public string Contacts { get; init; } = "";

    /// <summary>所属: the section of the account that it is about.</summary>
    public const string OwnSection = "所属";
}

/// <summary>Whose step it is.</summary>
public enum StepRole
{
    /// <summary>全員</summary>
    Everyone,

    /// <summary>統括: 所属長, or who stands in.</summary>
    Lead,

    /// <summary>対応</summary>
    Responder,

    /// <summary>記録</summary>
    Recorder,

    /// <summary>連絡: tells the office, other sections and the press.</summary>
    Contact,
}

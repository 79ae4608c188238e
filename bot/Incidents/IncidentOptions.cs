namespace GuidelineBot.Incidents;

/// <summary>What a city may set about its checklists.</summary>
internal sealed class IncidentOptions
{
    public const string Section = "Incidents";

    /// <summary>The largest picture or file that is kept as evidence, in megabytes.</summary>
    public int EvidenceMegabytes { get; init; } = 10;

    /// <summary>Minutes for which a step may be overdue, with nobody doing anything, before 統括 is told, and then the office.</summary>
    public int LeadAfterMinutes { get; init; } = 20;
    public int OfficeAfterMinutes { get; init; } = 40;

    /// <summary>Whether the office is told of drills as of the real thing.</summary>
    public bool DrillsReachOffice { get; init; }

    public int EvidenceBytes => EvidenceMegabytes * 1024 * 1024;
}

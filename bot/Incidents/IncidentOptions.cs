namespace GuidelineBot.Incidents;

/// <summary>What a city may set about its checklists.</summary>
internal sealed class IncidentOptions
{
    public const string Section = "Incidents";

    /// <summary>The largest picture or file that is kept as evidence, in megabytes.</summary>
    public int EvidenceMegabytes { get; init; } = 10;

    /// <summary>The pictures and files of one checklist, and their size in all.</summary>
    public int EvidencePerIncident { get; init; } = 100;
    public int EvidencePerIncidentMegabytes { get; init; } = 200;

    /// <summary>Checklists that one person may have started and not closed; 0 for any number.</summary>
    public int OpenPerPerson { get; init; } = 20;

    /// <summary>Minutes for which a step may be overdue, with nobody doing anything, before 統括 is told, and then the office.</summary>
    public int LeadAfterMinutes { get; init; } = 20;
    public int OfficeAfterMinutes { get; init; } = 40;

    /// <summary>Minutes without 「連絡がついた」 after which the next one of the 緊急連絡網 is named.</summary>
    public int NextContactAfterMinutes { get; init; } = 10;

    /// <summary>Whether the office is told of drills as of the real thing.</summary>
    public bool DrillsReachOffice { get; init; }

    public int EvidenceBytes => EvidenceMegabytes * 1024 * 1024;
}

using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;

namespace GuidelineBot.Incidents;

/// <summary>An incident as it begins: the steps of its checklist, each with its time.</summary>
internal static class NewIncident
{
    public static Incident Of(Checklist checklist, IncidentFacts facts, bool isDrill, Actor openedBy, DateTimeOffset now)
    {
        var incident = new Incident
        {
            Checklist = checklist.Key,
            Title = checklist.Title,
            IsDrill = isDrill,
            Since = facts.Since,
            OpenedAt = now,
            OpenedBy = openedBy,
            StatusEvery = checklist.StatusEvery,
            StatusDueAt = now + checklist.StatusEvery,
        };
        facts.WriteTo(incident);
        foreach (var (place, step) in checklist.Steps.Index())
            incident.Steps.Add(
                new IncidentStep
                {
                    IncidentId = incident.Id,
                    Step = step.Id,
                    Place = place,
                    Title = step.Title,
                    Role = step.Role,
                    DueAt = now + step.Due,
                }
            );
        return incident;
    }
}

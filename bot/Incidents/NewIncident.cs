using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;

namespace GuidelineBot.Incidents;

/// <summary>An incident as it begins: the steps of its checklist, each with its time.</summary>
internal static class NewIncident
{
    /// <param name="drill">The scenario that it follows; null for none.</param>
    public static Incident Of(
        Checklist checklist,
        IncidentFacts facts,
        bool isDrill,
        Actor openedBy,
        DateTimeOffset now,
        Drill? drill = null
    )
    {
        var incident = new Incident
        {
            Checklist = checklist.Key,
            Title = checklist.Title,
            IsDrill = isDrill,
            Drill = drill?.Key,
            Since = facts.Since,
            OpenedAt = now,
            OpenedBy = openedBy,
            StatusEvery = checklist.StatusEvery,
            StatusDueAt = now + checklist.StatusEvery,
        };
        facts.WriteTo(incident);
        incident.Steps.AddRange(StepsOf(checklist, incident));
        return incident;
    }

    /// <summary>It turned out to be something else: the steps of that, and of those with the same name what has become of them.</summary>
    public static void Turn(Incident incident, Checklist checklist)
    {
        (incident.Checklist, incident.Title, incident.StatusEvery) = (checklist.Key, checklist.Title, checklist.StatusEvery);
        var wanted = StepsOf(checklist, incident).ToList();
        incident.Steps.RemoveAll(step => !wanted.Exists(other => other.Step == step.Step));
        foreach (var step in wanted)
        {
            if (incident.Steps.Find(known => known.Step == step.Step) is not { } known)
            {
                incident.Steps.Add(step);
                continue;
            }
            if (known.Title != step.Title)
                (known.State, known.SettledAt, known.SettledBy, known.Note) = (StepState.Open, null, null, null);
            (known.Place, known.Title, known.Role, known.DueAt) = (step.Place, step.Title, step.Role, step.DueAt);
        }
    }

    private static IEnumerable<IncidentStep> StepsOf(Checklist checklist, Incident incident) =>
        checklist
            .InOrder.Index()
            .Select(numbered => new IncidentStep
            {
                IncidentId = incident.Id,
                Step = numbered.Item.Id,
                Place = numbered.Index,
                Title = numbered.Item.Title,
                Role = numbered.Item.Role,
                DueAt = incident.OpenedAt + numbered.Item.Due,
            });
}

using GuidelineBot.Observability;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>How many checklists are in progress.</summary>
internal sealed class OpenIncidents : ILevel
{
    public string Name => "guidelinebot.incidents.open";

    public string Unit => "{incident}";

    public string Description => "Checklists in progress, drills left out.";

    public Task<int> CountAsync(Database database, CancellationToken cancellationToken) =>
        database.Incidents.CountAsync(incident => incident.ClosedAt == null && !incident.IsDrill, cancellationToken);
}

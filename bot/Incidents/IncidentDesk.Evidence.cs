using GuidelineBot.Delivery;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <content>What proves a step.</content>
internal sealed partial class IncidentDesk
{
    /// <summary>Whether a step that is still open must have words, a link or a file first.</summary>
    public async Task<bool> LacksProofAsync(
        IncidentViews views,
        Incident incident,
        string step,
        string note,
        CancellationToken cancellationToken
    )
    {
        if (
            note.Length > 0
            || !views.NeedsProof(incident, step)
            || incident.Steps.Find(known => known.Step == step)?.State != StepState.Open
        )
            return false;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return !await database.IncidentEvidence.AnyAsync(file => file.IncidentId == incident.Id && file.Step == step, cancellationToken);
    }

    /// <summary>In the transaction of the act that settles the step.</summary>
    public static Task<int> ProveAsync(
        Change change,
        Guid incident,
        string step,
        IReadOnlyList<int> numbers,
        CancellationToken cancellationToken
    ) =>
        change
            .Database.IncidentEvidence.Where(file => file.IncidentId == incident && numbers.Contains(file.Number))
            .ExecuteUpdateAsync(file => file.SetProperty(kept => kept.Step, step), cancellationToken);

    /// <summary>What was sent, without its content.</summary>
    public async Task<IReadOnlyList<(Guid Id, int Number, string Name, string Type, string? Step)>> EvidenceOfAsync(
        Guid id,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var files = await database
            .IncidentEvidence.Where(file => file.IncidentId == id)
            .OrderBy(file => file.Number)
            .Select(file => new
            {
                file.Id,
                file.Number,
                file.Name,
                file.Type,
                file.Step,
            })
            .ToListAsync(cancellationToken);
        return [.. files.Select(file => (file.Id, file.Number, file.Name, file.Type, file.Step))];
    }
}

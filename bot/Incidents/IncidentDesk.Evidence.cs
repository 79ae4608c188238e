using GuidelineBot.Delivery;
using GuidelineBot.Files;
using GuidelineBot.Turns;
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

    /// <summary>How much more one checklist may hold.</summary>
    /// <returns>In files and in bytes.</returns>
    public async Task<(int Files, long Bytes)> RoomAsync(Guid incident, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return Room(
            await database
                .IncidentEvidence.Where(file => file.IncidentId == incident)
                .Select(file => file.Content.Length)
                .ToListAsync(cancellationToken)
        );
    }

    /// <summary>The same for what waits for a person's answer.</summary>
    public async Task<(int Files, long Bytes)> WaitingRoomAsync(string person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return Room(
            await database
                .WaitingEvidence.Where(file => file.PersonId == person)
                .Select(file => file.Content.Length)
                .ToListAsync(cancellationToken)
        );
    }

    private (int Files, long Bytes) Room(IReadOnlyList<int> sizes) =>
        (
            options.Value.EvidencePerIncident - sizes.Count,
            (options.Value.EvidencePerIncidentMegabytes * 1024L * 1024L) - sizes.Sum(size => (long)size)
        );

    /// <summary>Keeps what was sent until the person has said to which incident it belongs.</summary>
    /// <returns>By which it is found again.</returns>
    public Task<Guid> WaitAsync(Turn turn, IReadOnlyList<ReceivedFile> files, CancellationToken cancellationToken) =>
        changes.CommitAsync(
            turn.Key,
            change =>
            {
                var sending = Guid.CreateVersion7();
                foreach (var file in files)
                    change.Database.WaitingEvidence.Add(
                        new WaitingEvidence
                        {
                            Sending = sending,
                            PersonId = turn.From.Id,
                            Name = file.Name,
                            Type = file.Type,
                            Hash = file.Hash,
                            Content = file.Content,
                            Words = turn.Text,
                            At = change.Now,
                        }
                    );
                return Task.FromResult(sending);
            },
            cancellationToken
        );

    /// <summary>What waits, of this person's; in the order in which it was sent.</summary>
    public async Task<IReadOnlyList<WaitingEvidence>> WaitingAsync(Turn turn, string sending, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(sending, out var key))
            return [];
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .WaitingEvidence.AsNoTracking()
            .Where(file => file.Sending == key && file.PersonId == turn.From.Id)
            .OrderBy(file => file.Id)
            .ToListAsync(cancellationToken);
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

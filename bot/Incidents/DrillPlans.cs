using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>Drills that begin by themselves: plans them, calls them off, begins those whose time has come, once however many instances look.</summary>
internal sealed class DrillPlans(
    IDbContextFactory<GuidelineBot.Storage.Database> databases,
    Changes changes,
    LiveKnowledge knowledge,
    IncidentForms forms,
    IncidentDesk desk,
    TimeProvider clock
)
{
    /// <summary>Whoever is told at eleven that their drill began at nine drills nothing.</summary>
    internal static readonly TimeSpan Late = TimeSpan.FromMinutes(30);

    /// <summary>More than one person would plan; else a client could fill the table.</summary>
    public const int MostPerPerson = 20;

    /// <returns>Why it was not planned; null where it was.</returns>
    public async Task<string?> PlanAsync(Turn turn, PlannedDrill planned, CancellationToken cancellationToken)
    {
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            if (
                await database.PlannedDrills.CountAsync(
                    other => other.State == PlannedDrillState.Planned && other.ById == turn.From.Id,
                    cancellationToken
                ) >= MostPerPerson
            )
                return $"あなたの訓練の予定が{MostPerPerson}件あります。先に、要らないものを取りやめてください。";
        await changes.CommitAsync(
            turn.Key,
            change =>
            {
                change.Database.PlannedDrills.Add(planned);
                return Task.FromResult(true);
            },
            cancellationToken
        );
        return null;
    }

    /// <summary>By whoever planned it, and by the office.</summary>
    /// <returns>Why it was not called off; null where it was.</returns>
    public Task<string?> CallOffAsync(Turn turn, Guid id, CancellationToken cancellationToken) =>
        changes.CommitAsync<string?>(
            turn.Key,
            async change =>
            {
                var planned = await change.LockAsync<PlannedDrill>(id, cancellationToken)
                    ? await change.Database.PlannedDrills.SingleAsync(known => known.Id == id, cancellationToken)
                    : null;
                if (planned is null || !MayCallOff(turn.From, planned))
                    return change.Refuse(
                        $"この訓練の予定は見つからないか、決めた方と{knowledge.Current.Offices.PublicRelations.Name}だけが取りやめられます。"
                    );
                if (planned.State != PlannedDrillState.Planned)
                    return change.Refuse(
                        planned.State == PlannedDrillState.Started ? "この訓練はもう始まっています。" : "この訓練はもう予定にありません。"
                    );
                planned.State = PlannedDrillState.CalledOff;
                return null;
            },
            cancellationToken
        );

    public static bool MayCallOff(Person person, PlannedDrill planned) => planned.ById == person.Id || person.Is(Roles.Reviewer);

    /// <summary>Those to come that are this person's business, the next one first: their own, those of this chat; all for the office.</summary>
    public async Task<IReadOnlyList<PlannedDrill>> OpenAsync(Turn turn, int most, CancellationToken cancellationToken)
    {
        var (person, chat, isOffice) = (turn.From.Id, turn.Conversation.Id, turn.From.Is(Roles.Reviewer));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .PlannedDrills.AsNoTracking()
            .Where(planned => planned.State == PlannedDrillState.Planned)
            .Where(planned => isOffice || planned.ById == person || planned.Conversation == chat)
            .OrderBy(planned => planned.At)
            .ThenBy(planned => planned.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Guid> due;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            due = await database
                .PlannedDrills.Where(planned => planned.State == PlannedDrillState.Planned && planned.At <= now)
                .OrderBy(planned => planned.At)
                .Select(planned => planned.Id)
                .ToListAsync(cancellationToken);
        foreach (var id in due)
            await BeginAsync(id, cancellationToken);
    }

    /// <summary>Under the row's lock, so that of two instances one begins it.</summary>
    private Task BeginAsync(Guid id, CancellationToken cancellationToken) =>
        changes.CommitAsync(
            "",
            async change =>
            {
                if (!await change.LockAsync<PlannedDrill>(id, cancellationToken))
                    return change.Refuse(false);
                var planned = await change.Database.PlannedDrills.SingleAsync(known => known.Id == id, cancellationToken);
                if (planned.State != PlannedDrillState.Planned)
                    return change.Refuse(false);
                if (await IncidentOfAsync(change, planned, cancellationToken) is not { } incident)
                {
                    planned.State = PlannedDrillState.Missed;
                    await change.TellPersonAsync(
                        new Announcement(DrillComposer.Missed, $"{id:N}", new() { [DrillComposer.PlannedId] = id.ToString() }),
                        planned.ById,
                        cancellationToken
                    );
                    return true;
                }
                planned.State = PlannedDrillState.Started;
                var by = new Person(planned.ById, planned.ByName, null, Roles.None);
                await desk.BeginAsync(change, incident, by, planned.Conversation, "", cancellationToken);
                return true;
            },
            cancellationToken
        );

    /// <returns>Null where it cannot be begun any more.</returns>
    private async Task<Incident?> IncidentOfAsync(Change change, PlannedDrill planned, CancellationToken cancellationToken)
    {
        if (
            change.Now - planned.At > Late
            || knowledge.Current.DrillOf(planned.Drill) is not { } drill
            || await KnownConversations.ReferenceOfAsync(change.Database, planned.Conversation, cancellationToken) is null
        )
            return null;
        var entered = new Cards.IncidentStartCard.Start(drill.Checklist, planned.AccountId?.ToString(), null, drill.Situation);
        return await forms.ReadAsync(entered, cancellationToken) is ({ } facts, _)
            ? NewIncident.Of(forms.ChecklistOf(drill.Checklist), facts, true, planned.By, change.Now, drill)
            : null;
    }
}

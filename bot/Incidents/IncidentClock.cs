using System.Globalization;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>
/// Reminds of steps before and after they are due, asks for status reports, and tells the office each morning what is open. Several instances
/// may run it, and it may
/// have stood still: what fell due meanwhile is told once.
/// </summary>
internal sealed class IncidentClock(
    IDbContextFactory<Database> databases,
    IncidentDesk desk,
    Changes changes,
    TimeProvider clock,
    ILogger<IncidentClock> log
) : PeriodicJob(Look, Look, clock, log)
{
    internal static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    /// <summary>A step is announced when this share of its time is left.</summary>
    private const double WarnAt = 0.25;

    private static readonly TimeSpan LongestWarning = TimeSpan.FromHours(2);

    private static readonly TimeOnly Morning = new(8, 30);

    private static readonly Person Bot = new("", "ガイドラインボット", null, Roles.None);

    internal override async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await DueAsync(cancellationToken))
            await TellAsync(id, cancellationToken);
        await DigestAsync(cancellationToken);
    }

    /// <summary>
    /// Those about which there is something to say. Asked without a lock: most looks find nothing, and nobody is to wait for them.
    /// </summary>
    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        var soon = now + LongestWarning;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var open = await database
            .Incidents.AsNoTracking()
            .Where(incident => incident.ClosedAt == null)
            .Where(incident =>
                incident.StatusDueAt <= now
                || incident.Steps.Any(step =>
                    step.State == StepState.Open
                    && ((step.WarnedAt == null && step.DueAt <= soon) || (step.OverdueToldAt == null && step.DueAt <= now))
                )
            )
            .Include(incident => incident.Steps)
            .ToListAsync(cancellationToken);
        return [.. open.Where(incident => NewsOf(incident, now).IsAny).Select(incident => incident.Id)];
    }

    /// <summary>Under the incident's lock, so that of two instances one tells.</summary>
    private Task TellAsync(Guid id, CancellationToken cancellationToken)
    {
        var topic = "";
        return desk.ChangeAsync(
            id,
            Bot,
            change =>
            {
                var incident = change.Incident;
                var now = Clock.GetUtcNow();
                var news = NewsOf(incident, now);
                if (!news.IsAny)
                    return "何もありません。";
                foreach (var step in news.Late)
                    (step.OverdueToldAt, step.WarnedAt) = (now, now);
                foreach (var step in news.Soon)
                    step.WarnedAt = now;
                if (news.Late.Count + news.Soon.Count > 0)
                    change.Log(IncidentEventKind.DueTold, note: string.Join("、", news.Late.Concat(news.Soon).Select(step => step.Title)));
                if (news.AsksForStatus)
                {
                    incident.StatusDueAt = now + incident.StatusEvery;
                    change.Log(IncidentEventKind.StatusAsked);
                }
                topic = news.AsksForStatus ? IncidentComposer.Status : IncidentComposer.Due;
                return null;
            },
            async (change, incident) =>
            {
                var announcement = new Announcement(
                    topic,
                    $"{id:N}:{incident.Version}",
                    new() { [IncidentComposer.IncidentId] = id.ToString() }
                );
                var places = LiveCards.PlacesOf(change.Database, IncidentDesk.Topic, id.ToString());
                foreach (var place in await places.ToListAsync(cancellationToken))
                    await change.TellAsync(announcement, place, cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>What is to be said about an incident at this moment.</summary>
    private sealed record News(IReadOnlyList<IncidentStep> Late, IReadOnlyList<IncidentStep> Soon, bool AsksForStatus)
    {
        public bool IsAny => Late.Count + Soon.Count > 0 || AsksForStatus;
    }

    private static News NewsOf(Incident incident, DateTimeOffset now)
    {
        if (incident.ClosedAt is not null)
            return new News([], [], false);
        var open = incident.Steps.FindAll(step => step.State == StepState.Open);
        return new News(
            open.FindAll(step => step.DueAt <= now && step.OverdueToldAt is null),
            open.FindAll(step => step.DueAt > now && step.WarnedAt is null && now >= step.DueAt - Warning(incident, step)),
            incident.StatusDueAt <= now
        );
    }

    private static TimeSpan Warning(Incident incident, IncidentStep step)
    {
        var share = (step.DueAt - incident.OpenedAt) * WarnAt;
        return share < LongestWarning ? share : LongestWarning;
    }

    /// <summary>Once a day and place.</summary>
    private async Task DigestAsync(CancellationToken cancellationToken)
    {
        var local = Clock.GetLocalNow();
        if (TimeOnly.FromDateTime(local.DateTime) < Morning)
            return;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            if (!await database.Incidents.AnyAsync(incident => incident.ClosedAt == null && !incident.IsDrill, cancellationToken))
                return;
        var day = local.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        await changes.TellOfficeOnceAsync(new Announcement(IncidentComposer.Digest, day, []), cancellationToken);
    }
}

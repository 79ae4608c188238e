using System.Globalization;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>
/// Reminds of steps before and after they are due, asks for status reports, and tells 広報広聴課 each morning what is open. Several instances may run it, and it may
/// have stood still: what fell due meanwhile is told once.
/// </summary>
internal sealed partial class IncidentClock(
    IDbContextFactory<Database> databases,
    IncidentDesk desk,
    TimeProvider clock,
    ILogger<IncidentClock> log
) : BackgroundService
{
    internal static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    /// <summary>A step is announced when this share of its time is left.</summary>
    private const double WarnAt = 0.25;

    private static readonly TimeSpan LongestWarning = TimeSpan.FromHours(2);

    private static readonly TimeOnly Morning = new(8, 30);

    private static readonly Person Bot = new("", "ガイドラインボット", null, Roles.None);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away for a moment is no reason to stop: the next look tells what this one did not.
                LogFault(fault);
            }
        }
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await DueAsync(cancellationToken))
            await TellAsync(id, cancellationToken);
        await DigestAsync(cancellationToken);
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var soon = now + LongestWarning;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .Incidents.Where(incident => incident.ClosedAt == null)
            .Where(incident =>
                incident.StatusDueAt <= now
                || incident.Steps.Any(step =>
                    step.State == StepState.Open
                    && ((step.WarnedAt == null && step.DueAt <= soon) || (step.OverdueToldAt == null && step.DueAt <= now))
                )
            )
            .Select(incident => incident.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Under the incident's lock, so that of two instances one tells.</summary>
    private async Task TellAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var reading = await databases.CreateDbContextAsync(cancellationToken);
        var places = await LiveCards.PlacesOf(reading, IncidentDesk.Topic, id.ToString()).ToListAsync(cancellationToken);
        var messages = new List<OutboxMessage>();
        await desk.ChangeAsync(
            id,
            Bot,
            change =>
            {
                var incident = change.Incident;
                var now = clock.GetUtcNow();
                var late = incident.Steps.FindAll(step => step.State == StepState.Open && step.DueAt <= now && step.OverdueToldAt is null);
                var soon = incident.Steps.FindAll(step =>
                    step.State == StepState.Open && step.DueAt > now && step.WarnedAt is null && now >= step.DueAt - Warning(incident, step)
                );
                var asks = incident.StatusDueAt <= now;
                if (incident.ClosedAt is not null || late.Count + soon.Count == 0 && !asks)
                    return "何もありません。";
                foreach (var step in late)
                    (step.OverdueToldAt, step.WarnedAt) = (now, now);
                foreach (var step in soon)
                    step.WarnedAt = now;
                if (late.Count + soon.Count > 0)
                    change.Log("期限のお知らせ", string.Join("、", late.Concat(soon).Select(step => step.Title)));
                if (asks)
                {
                    incident.StatusDueAt = now + incident.StatusEvery;
                    change.Log("状況報告のお願い");
                }
                var topic = asks ? IncidentComposer.Status : IncidentComposer.Due;
                messages.AddRange(
                    places.Select(place =>
                        Message(
                            topic,
                            $"{topic}:{id:N}:{incident.Version}:{place}",
                            place,
                            new() { [IncidentComposer.IncidentId] = id.ToString() }
                        )
                    )
                );
                return null;
            },
            database => database.Outbox.AddRange(messages),
            cancellationToken
        );
    }

    private static TimeSpan Warning(Incident incident, IncidentStep step)
    {
        var share = (step.DueAt - incident.OpenedAt) * WarnAt;
        return share < LongestWarning ? share : LongestWarning;
    }

    /// <summary>Once a day and place: the outbox holds a key only once.</summary>
    private async Task DigestAsync(CancellationToken cancellationToken)
    {
        var local = clock.GetLocalNow();
        if (TimeOnly.FromDateTime(local.DateTime) < Morning)
            return;
        var day = local.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await database.Incidents.AnyAsync(incident => incident.ClosedAt == null && !incident.IsDrill, cancellationToken))
            return;
        var told = await database
            .Outbox.Where(message =>
                message.Topic == IncidentComposer.Digest && message.Key.StartsWith(IncidentComposer.Digest + ":" + day)
            )
            .Select(message => message.Recipient)
            .ToListAsync(cancellationToken);
        foreach (var place in await KnownConversations.OfOffice(database).Select(place => place.Id).ToListAsync(cancellationToken))
        {
            if (told.Contains(place))
                continue;
            database.Outbox.Add(Message(IncidentComposer.Digest, $"{IncidentComposer.Digest}:{day}:{place}", place, []));
            try
            {
                await database.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException refused) when (database.IsConflict(refused))
            {
                // Another instance was first.
                database.ChangeTracker.Clear();
            }
        }
    }

    private OutboxMessage Message(string topic, string key, string place, Dictionary<string, string> about) =>
        new()
        {
            Key = key,
            Channel = OutboxChannel.Teams,
            Recipient = place,
            Topic = topic,
            About = about,
            CreatedAt = clock.GetUtcNow(),
            DueAt = clock.GetUtcNow(),
        };

    [LoggerMessage(LogLevel.Error, "Could not look after the open incidents; the next look follows")]
    private partial void LogFault(Exception fault);
}

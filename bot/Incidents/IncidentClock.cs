using System.Globalization;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Incidents;

/// <summary>
/// Finds what is due now: steps, status reports, roles that nobody has; and where nobody does anything, whom to tell next. Several instances may
/// run it, and it may have stood still: what fell due meanwhile is news once.
/// </summary>
internal sealed class IncidentClock(
    IDbContextFactory<Database> databases,
    IncidentDesk desk,
    IncidentViews views,
    IncidentReminders reminders,
    IncidentMornings mornings,
    IncidentCalls calls,
    DrillClock drills,
    LiveKnowledge knowledge,
    IOptions<IncidentOptions> options,
    TimeProvider clock,
    ILogger<IncidentClock> log
) : PeriodicJob(Look, Look, clock, log)
{
    internal static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    /// <summary>After it, it is said that nobody has a role.</summary>
    internal static readonly TimeSpan RolesAfter = TimeSpan.FromMinutes(10);

    private static readonly Person Bot = new("", "ガイドラインボット", null, Roles.None);

    internal override async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await WithNewsAsync(cancellationToken))
            await TellAsync(id, cancellationToken);
        await calls.LookAsync(cancellationToken);
        await drills.LookAsync(cancellationToken);
        await reminders.LookAsync(cancellationToken);
        await mornings.LookAsync(cancellationToken);
    }

    /// <summary>Asked without a lock: most looks find nothing, and nobody is to wait for them.</summary>
    private async Task<List<Guid>> WithNewsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var open = await database
            .Incidents.AsNoTracking()
            .Where(incident => incident.ClosedAt == null)
            .Include(incident => incident.Steps)
            .Include(incident => incident.Members)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        return [.. open.Where(incident => NewsOf(incident).IsAny).Select(incident => incident.Id)];
    }

    /// <summary>Under the incident's lock, so that of two instances one tells.</summary>
    private Task TellAsync(Guid id, CancellationToken cancellationToken)
    {
        News? news = null;
        return desk.ChangeAsync(
            id,
            Bot,
            change =>
            {
                var incident = change.Incident;
                var now = Clock.GetUtcNow();
                news = NewsOf(incident);
                if (!news.IsAny)
                    return "何もありません。";
                foreach (var step in news.Late)
                    step.OverdueToldAt = now;
                if (news.Late.Count > 0)
                    change.Log(IncidentEventKind.DueTold, note: string.Join("、", news.Late.Select(step => step.Title)));
                if (news.AsksForStatus)
                {
                    incident.StatusAskedAt = now;
                    change.Log(IncidentEventKind.StatusAsked);
                }
                if (news.MissesRoles)
                {
                    incident.RolesToldAt = now;
                    change.Log(IncidentEventKind.RolesMissed);
                }
                if (news.Lead is { } lead)
                {
                    incident.LeadToldAt = now;
                    change.Log(IncidentEventKind.Escalated, whom: lead);
                }
                if (news.ToOffice)
                {
                    (incident.LeadToldAt, incident.OfficeToldAt) = (incident.LeadToldAt ?? now, now);
                    change.Log(IncidentEventKind.Escalated, knowledge.Current.Offices.PublicRelations.Name);
                }
                return null;
            },
            async (change, incident) =>
            {
                if (news!.IsForTeam)
                    await IncidentReminders.WantAsync(change, incident, cancellationToken);
                var further =
                    news.Lead is { } lead ? KnownConversations.OfPerson(change.Database, lead.Id)
                    : news.ToOffice ? KnownConversations.OfOffice(change.Database)
                    : null;
                if (further is not null)
                    foreach (var place in await further.Select(place => place.Id).ToListAsync(cancellationToken))
                        await IncidentReminders.WantAsync(change, place, cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>What is to be said about an incident at this moment, and was not before.</summary>
    /// <param name="Lead">統括, who is told that nobody acts.</param>
    private sealed record News(IReadOnlyList<IncidentStep> Late, bool AsksForStatus, bool MissesRoles, Actor? Lead, bool ToOffice)
    {
        public bool IsForTeam => Late.Count > 0 || AsksForStatus || MissesRoles;

        public bool IsAny => IsForTeam || Lead is not null || ToOffice;
    }

    private News NewsOf(Incident incident)
    {
        var now = Clock.GetUtcNow();
        if (incident.ClosedAt is not null)
            return new News([], false, false, null, false);
        var late = incident.Steps.FindAll(step => views.IsDue(incident, step, now));
        var (lead, toOffice) = Escalation(incident, late, now);
        return new News(
            late.FindAll(step => step.OverdueToldAt is null),
            // An unanswered question is not asked again.
            incident.StatusDueAt <= now
                && (incident.StatusAskedAt is null || incident.StatusAskedAt < incident.StatusDueAt)
                && !views.IsQuiet(incident),
            incident.RolesToldAt is null
                && now - incident.OpenedAt >= RolesAfter
                && incident.Members.TrueForAll(member => member.Role == StepRole.Everyone),
            lead,
            toOffice
        );
    }

    /// <summary>Something has been late for a while, and nobody has done anything since.</summary>
    private (Actor? Lead, bool ToOffice) Escalation(Incident incident, List<IncidentStep> late, DateTimeOffset now)
    {
        var told = late.Select(step => step.OverdueToldAt).OfType<DateTimeOffset>().ToList();
        if (told.Count == 0 || incident.OfficeToldAt is not null)
            return (null, false);
        var since = told.Min() > incident.ActedAt ? told.Min() : incident.ActedAt;
        var silent = now - since;
        var mayReachOffice = !incident.IsDrill || options.Value.DrillsReachOffice;
        if (silent >= TimeSpan.FromMinutes(options.Value.OfficeAfterMinutes) && mayReachOffice)
            return (null, true);
        var lead = incident.Members.Find(member => member.Role == StepRole.Lead)?.Who;
        return silent >= TimeSpan.FromMinutes(options.Value.LeadAfterMinutes) && incident.LeadToldAt is null
            ? (lead, false)
            : (null, false);
    }
}

/// <summary>What is told in the morning: to the office what is open, and to whoever owns it what was to be changed after an incident.</summary>
internal sealed class IncidentMornings(IDbContextFactory<Database> databases, Changes changes, TimeProvider clock)
{
    private static readonly TimeOnly Morning = new(8, 30);

    /// <summary>Until it is done.</summary>
    private const int DaysBetweenReminders = 7;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var local = clock.GetLocalNow();
        if (TimeOnly.FromDateTime(local.DateTime) < Morning)
            return;
        await DigestAsync(local, cancellationToken);
        await FollowUpsAsync(DateOnly.FromDateTime(local.DateTime), cancellationToken);
    }

    /// <summary>Once a day and place.</summary>
    private async Task DigestAsync(DateTimeOffset local, CancellationToken cancellationToken)
    {
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            if (!await database.Incidents.AnyAsync(incident => incident.ClosedAt == null && !incident.IsDrill, cancellationToken))
                return;
        var day = local.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        await changes.TellOfficeOnceAsync(new Announcement(IncidentComposer.Digest, day, []), cancellationToken);
    }

    private async Task FollowUpsAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var lately = today.AddDays(-DaysBetweenReminders);
        List<FollowUp> due;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            due = await database
                .FollowUps.AsNoTracking()
                .Where(change => change.DoneAt == null && change.Due <= today && (change.RemindedOn == null || change.RemindedOn <= lately))
                .ToListAsync(cancellationToken);
        foreach (var followUp in due)
            await changes.CommitAsync("", change => TellAsync(change, followUp, today, cancellationToken), cancellationToken);
    }

    private static async Task<bool> TellAsync(Change change, FollowUp followUp, DateOnly today, CancellationToken cancellationToken)
    {
        var mine = await change
            .Database.FollowUps.Where(known => known.Id == followUp.Id && known.RemindedOn == followUp.RemindedOn && known.DoneAt == null)
            .ExecuteUpdateAsync(known => known.SetProperty(found => found.RemindedOn, today), cancellationToken);
        if (mine == 0)
            return change.Refuse(false);
        var announcement = new Announcement(
            IncidentComposer.FollowUp,
            $"{followUp.Id:N}:{today:yyyyMMdd}",
            new() { [IncidentComposer.FollowUpId] = followUp.Id.ToString() }
        );
        var reached =
            followUp.OwnerId.Length > 0 && await KnownConversations.OfPerson(change.Database, followUp.OwnerId).AnyAsync(cancellationToken);
        if (reached)
            await change.TellPersonAsync(announcement, followUp.OwnerId, cancellationToken);
        else
            await change.TellOfficeAsync(announcement, cancellationToken);
        return true;
    }
}

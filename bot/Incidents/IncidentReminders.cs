using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>
/// Reminders of all running checklists, gathered: one message a chat, drawn again while it is the last one, and at most one in ten minutes for
/// anybody who sees it.
/// </summary>
internal sealed class IncidentReminders(IDbContextFactory<Database> databases, Changes changes, IncidentViews views, TimeProvider clock)
    : ILiveCardArtist
{
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Topic => "incident.due";

    /// <summary>There is news about the incident: its chats are to hear of it. In the transaction of what makes it news.</summary>
    public static async Task WantAsync(Change change, Incident incident, CancellationToken cancellationToken)
    {
        foreach (var place in await PlacesAsync(change.Database, incident, cancellationToken))
            await WantAsync(change, place, cancellationToken);
    }

    public static Task<int> WantAsync(Change change, string place, CancellationToken cancellationToken)
    {
        var now = change.Database.Stored(change.Now);
        return change.Database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO reminder_places (conversation, wanted_at) VALUES ({place}, {now})
            ON CONFLICT (conversation) DO UPDATE SET wanted_at = COALESCE(reminder_places.wanted_at, excluded.wanted_at)
            """,
            cancellationToken
        );
    }

    /// <summary>
    /// The chats in which those who work on it see reminders: of several people where there are such, else their own. The office hears only
    /// when nobody acts, unless it is the one that works on it.
    /// </summary>
    private static async Task<IReadOnlyList<string>> PlacesAsync(Database database, Incident incident, CancellationToken cancellationToken)
    {
        var about = LiveCards.PlacesOf(database, IncidentDesk.Topic, incident.Id.ToString());
        var all = await KnownConversations.OpenAmongAsync(database, about, cancellationToken);
        var team = all.Where(place => !place.TakesNotices).ToList();
        if (team.Count == 0)
            team = all;
        var together = team.Where(place => place.PersonId is null).ToList();
        return [.. (together.Count > 0 ? together : team).Select(place => place.Id).Order(StringComparer.Ordinal)];
    }

    /// <summary>Sends what is wanted and may be sent, and draws again what has changed.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        List<string> wanted;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            wanted = await database
                .ReminderPlaces.Where(place => place.WantedAt != null)
                .OrderBy(place => place.WantedAt)
                .Select(place => place.Conversation)
                .ToListAsync(cancellationToken);
        foreach (var place in wanted)
            await changes.CommitAsync("", change => SendAsync(change, place, cancellationToken), cancellationToken);
        await RedrawAsync(cancellationToken);
    }

    private async Task<bool> SendAsync(Change change, string place, CancellationToken cancellationToken)
    {
        var (database, now) = (change.Database, change.Now);
        // One at a time, on all instances: what one sends the next one sees.
        await WantAsync(change, ReminderPlace.Everywhere, cancellationToken);
        if (await IsTooSoonAsync(database, place, now, cancellationToken))
            return change.Refuse(false);
        var before = await database.ReminderPlaces.AsNoTracking().SingleAsync(known => known.Conversation == place, cancellationToken);
        if (before.WantedAt is null)
            return change.Refuse(false);
        // Done meanwhile: nobody is to be woken for it.
        var hasNews = (await DueInAsync(database, place, cancellationToken)).Any(due => due.HasAny);
        Guid? message = hasNews ? Guid.CreateVersion7() : before.Message;
        DateTimeOffset? sent = hasNews ? now : before.SentAt;
        await database
            .ReminderPlaces.Where(known => known.Conversation == place || known.Conversation == ReminderPlace.Everywhere)
            .ExecuteUpdateAsync(
                known =>
                    known
                        .SetProperty(found => found.WantedAt, (DateTimeOffset?)null)
                        .SetProperty(found => found.SentAt, sent)
                        .SetProperty(found => found.Message, message)
                        .SetProperty(found => found.DrawnAt, now),
                cancellationToken
            );
        if (!hasNews)
            return true;
        await change.ShowAsync(Topic, message!.Value, place, "", Stamp(now), cancellationToken);
        if (before.Message is { } old)
            await change.RedrawAsync(Topic, old, Stamp(now), cancellationToken);
        return true;
    }

    /// <summary>Whether anybody who would see it has seen one lately, there or elsewhere.</summary>
    private static async Task<bool> IsTooSoonAsync(Database database, string place, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Pause;
        var lately = database
            .ReminderPlaces.Where(known => known.SentAt > since && known.Conversation != ReminderPlace.Everywhere)
            .Select(known => known.Conversation);
        return await ChatPeople.SeenTogether(database, lately, place).AnyAsync(cancellationToken);
    }

    /// <summary>Whoever did something since the card was drawn sees it there.</summary>
    private async Task RedrawAsync(CancellationToken cancellationToken)
    {
        foreach (var place in await OldAsync(cancellationToken))
            await changes.CommitAsync(
                "",
                async change =>
                {
                    await change
                        .Database.ReminderPlaces.Where(known => known.Conversation == place.Conversation)
                        .ExecuteUpdateAsync(known => known.SetProperty(found => found.DrawnAt, change.Now), cancellationToken);
                    await change.RedrawAsync(Topic, place.Message!.Value, Stamp(change.Now), cancellationToken);
                    return true;
                },
                cancellationToken
            );
    }

    private async Task<List<ReminderPlace>> OldAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        List<ReminderPlace> old = [];
        foreach (
            var place in await database.ReminderPlaces.AsNoTracking().Where(place => place.Message != null).ToListAsync(cancellationToken)
        )
        {
            var here = await LiveCards.AboutsIn(database, IncidentDesk.Topic, place.Conversation).ToListAsync(cancellationToken);
            var ids = here.ConvertAll(Guid.Parse);
            if (
                await database.Incidents.AnyAsync(
                    incident => ids.Contains(incident.Id) && incident.ActedAt > place.DrawnAt,
                    cancellationToken
                )
            )
                old.Add(place);
        }
        return old;
    }

    public async Task<(AdaptiveCards.AdaptiveCard Card, string Summary, int State)?> DrawAsync(
        string about,
        string conversation,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var state = Stamp(clock.GetUtcNow());
        var message = Guid.Parse(about);
        var isLast = await database.ReminderPlaces.AnyAsync(
            place => place.Conversation == conversation && place.Message == message,
            cancellationToken
        );
        var model = new IncidentStatusCard.Reminder(
            isLast ? [.. (await DueInAsync(database, conversation, cancellationToken)).Select(due => due.Part)] : [],
            !isLast
        );
        return (IncidentStatusCard.RenderReminder(model), IncidentStatusCard.Summary(model), state);
    }

    private sealed record DueHere(IncidentStatusCard.Part Part, bool HasAny);

    /// <summary>What is due now in a chat: of the incidents whose card stands there, or of which nobody answers and it is told there.</summary>
    private async Task<IReadOnlyList<DueHere>> DueInAsync(Database database, string place, CancellationToken cancellationToken)
    {
        var here = (await LiveCards.AboutsIn(database, IncidentDesk.Topic, place).ToListAsync(cancellationToken)).ConvertAll(Guid.Parse);
        var chat = await KnownConversations.FindAsync(database, place, cancellationToken);
        var (person, isOffice) = (chat?.PersonId, chat?.TakesNotices == true);
        var incidents = await database
            .Incidents.AsNoTracking()
            .Include(incident => incident.Steps.OrderBy(step => step.Place))
            .Include(incident => incident.Members)
            .AsSplitQuery()
            .Where(incident => incident.ClosedAt == null)
            .Where(incident =>
                here.Contains(incident.Id)
                || incident.LeadToldAt != null && incident.Members.Any(member => member.PersonId == person && member.Role == StepRole.Lead)
                || incident.OfficeToldAt != null && isOffice
            )
            .OrderBy(incident => incident.OpenedAt)
            .ToListAsync(cancellationToken);
        // The office hears only of those about which nobody answers, or that it works on itself.
        return
        [
            .. incidents
                .Where(incident =>
                    !isOffice || incident.OfficeToldAt is not null || incident.Members.Exists(member => member.PersonId == person)
                )
                .Select(Of),
        ];
    }

    private DueHere Of(Incident incident)
    {
        var now = clock.GetUtcNow();
        var due = views.Due(incident, now);
        var asks = incident.StatusDueAt <= now && !views.IsQuiet(incident);
        var roles = incident.RolesToldAt is not null && incident.Members.TrueForAll(member => member.Role == StepRole.Everyone);
        var next = views.NextOf(incident) is var (at, step) && at > now ? $"次は{views.Time(at)}に「{step.Title}」です。" : "";
        string[] lines =
        [
            .. due,
            .. incident
                .Steps.Where(step => step is { State: StepState.Open, Contact: not null, ContactSince: not null })
                .Select(step => $"{step.Contact!.Name}さんに連絡してください（{step.Title}）。番号は手順を開くと分かります。"),
            .. asks ? ["状況報告の時間です。今の状況を一言お知らせください。"] : Array.Empty<string>(),
            .. roles ? ["役割がまだ決まっていません。「体制・共有」で決めてください。"] : Array.Empty<string>(),
            .. incident.LeadToldAt is not null ? ["しばらくだれも操作していません。"] : Array.Empty<string>(),
        ];
        return new DueHere(
            new IncidentStatusCard.Part(
                incident.Id.ToString(),
                IncidentWords.HeadingOf(incident),
                lines,
                asks,
                lines.Length == 0 ? next : ""
            ),
            lines.Length > 0
        );
    }

    /// <summary>Counts up with time, in seconds: a later drawing shows a later state.</summary>
    private static int Stamp(DateTimeOffset at) => (int)(at - Epoch).TotalSeconds;
}

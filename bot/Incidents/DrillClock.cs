using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Insights;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Incidents;

/// <summary>Begins what was planned, and lets what a scenario holds arrive in its drill's chats, each message once, however many instances look.</summary>
internal sealed class DrillClock(
    IDbContextFactory<Database> databases,
    IncidentDesk desk,
    DrillPlans plans,
    LiveKnowledge knowledge,
    IOptions<IncidentOptions> options,
    TimeProvider clock
)
{
    private static readonly Person Bot = new("", "ガイドラインボット", null, Roles.None);

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await plans.LookAsync(cancellationToken);
        List<Incident> running;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            running = await database
                .Incidents.AsNoTracking()
                .Where(incident => incident.ClosedAt == null && incident.Drill != null)
                .ToListAsync(cancellationToken);
        foreach (var incident in running.Where(incident => NewOf(incident).Count > 0))
            await ArriveAsync(incident.Id, cancellationToken);
    }

    private List<DrillMessage> NewOf(Incident incident) =>
        knowledge.Current.DrillOf(incident.Drill) is { } drill
            ? [.. drill.Messages.Skip(incident.DrillArrived).TakeWhile(message => incident.OpenedAt + message.After <= clock.GetUtcNow())]
            : [];

    private Task ArriveAsync(Guid id, CancellationToken cancellationToken)
    {
        List<DrillMessage> arrived = [];
        return desk.ChangeAsync(
            id,
            Bot,
            change =>
            {
                if (change.Incident.ClosedAt is not null || (arrived = NewOf(change.Incident)).Count == 0)
                    return "何もありません。";
                foreach (var message in arrived)
                    change.Log(IncidentEventKind.DrillArrived, message.Title, $"{message.From}：{message.Text}");
                change.Incident.DrillArrived += arrived.Count;
                return null;
            },
            async (change, incident) =>
            {
                var about = LiveCards.PlacesOf(change.Database, IncidentDesk.Topic, incident.Id.ToString());
                var places = await KnownConversations.OpenAmongAsync(change.Database, about, cancellationToken);
                // A drill reaches the office only where it may.
                foreach (var place in places.Where(place => !place.TakesNotices || options.Value.DrillsReachOffice))
                foreach (var message in arrived)
                    await change.TellAsync(
                        new Announcement(
                            DrillComposer.Topic,
                            $"{incident.Id:N}:{message.Id}",
                            new() { [IncidentComposer.IncidentId] = incident.Id.ToString(), [DrillComposer.MessageId] = message.Id }
                        ),
                        place.Id,
                        cancellationToken
                    );
            },
            cancellationToken
        );
    }
}

/// <summary>Writes what arrives in a drill.</summary>
internal sealed class DrillComposer(IDbContextFactory<Database> databases, LiveKnowledge knowledge, DrillViews views) : IComposer
{
    public const string Topic = "incident.drill";
    public const string MessageId = "message";

    /// <summary>What was planned was not begun.</summary>
    public const string Missed = "incident.drill.missed";
    public const string PlannedId = "planned";

    public IReadOnlyCollection<string> Topics { get; } = [Topic, Missed];

    public static DrillsCard.Arrived Model(Incident incident, DrillMessage message) =>
        new(incident.Id.ToString(), message.Id, message.Title, message.From, message.Text, message.Picture is not null);

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (message.Topic == Missed)
            return await MissedAsync(database, message, cancellationToken);
        var about = message.About.GetValueOrDefault(MessageId);
        if (
            !Guid.TryParse(message.About.GetValueOrDefault(IncidentComposer.IncidentId), out var id)
            || await database.Incidents.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } incident
            || knowledge.Current.DrillOf(incident.Drill)?.Messages.FirstOrDefault(one => one.Id == about) is not { } arrived
        )
            return null;
        var model = Model(incident, arrived);
        return new TeamsMessage(DrillsCard.RenderArrived(model), DrillsCard.Summary(model));
    }

    private async Task<TeamsMessage?> MissedAsync(Database database, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (
            !Guid.TryParse(message.About.GetValueOrDefault(PlannedId), out var id)
            || await database.PlannedDrills.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken)
                is not { } planned
        )
            return null;
        var what = $"{views.TimeOf(planned.At)}の「{planned.Title}」";
        return new TeamsMessage(DrillPlanCard.RenderMissed(what), DrillPlanCard.MissedSummary(what));
    }
}

/// <summary>Which section has drilled what in a month, and how it went.</summary>
internal sealed class DrillFigures(LiveKnowledge knowledge, TimeProvider clock) : IFigures
{
    private const string Drills = "訓練";
    private const string Plans = "訓練の予定";

    public IReadOnlyList<string> Parts { get; } = [Drills, Plans];

    public async Task<IReadOnlyList<Insight>> OfAsync(
        Database database,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        var drills = await database
            .Incidents.AsNoTracking()
            .Include(incident => incident.Steps)
            .Where(incident => incident.OpenedAt >= from && incident.OpenedAt < to && incident.IsDrill && !incident.IsMistaken)
            .OrderBy(incident => incident.OpenedAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. drills
                .GroupBy(drill => drill.Section.Length == 0 ? "所属が未確認" : drill.Section)
                .OrderByDescending(section => section.Count())
                .ThenBy(section => section.Key, StringComparer.Ordinal)
                .Select(section => new Insight(Drills, section.Key, section.Count(), string.Join("、", section.Select(Told)))),
            .. (await PlannedAsync(database, from, to, cancellationToken))
                .GroupBy(planned => planned.Section.Length == 0 ? "所属が未確認" : planned.Section)
                .OrderByDescending(section => section.Count())
                .ThenBy(section => section.Key, StringComparer.Ordinal)
                .Select(section => new Insight(Plans, section.Key, section.Count(), string.Join("、", section.Select(Told)))),
        ];
    }

    private static Task<List<PlannedDrill>> PlannedAsync(
        Database database,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    ) =>
        database
            .PlannedDrills.AsNoTracking()
            .Where(planned => planned.At >= from && planned.At < to)
            .OrderBy(planned => planned.At)
            .ToListAsync(cancellationToken);

    /// <summary>12月3日 14:00 花だよりの投稿が炎上した（予定）.</summary>
    private string Told(PlannedDrill planned)
    {
        var became = planned.State switch
        {
            PlannedDrillState.Planned => "予定",
            PlannedDrillState.Started => "実施",
            PlannedDrillState.CalledOff => "取りやめ",
            _ => "始められず",
        };
        var at = TimeZoneInfo.ConvertTime(planned.At, clock.LocalTimeZone);
        return string.Create(CultureInfo.InvariantCulture, $"{at.Month}月{at.Day}日 {at:H:mm} {planned.Title}（{became}）");
    }

    /// <summary>12月3日 炎上（期限内 5/7）.</summary>
    private string Told(Incident drill)
    {
        var day = TimeZoneInfo.ConvertTime(drill.OpenedAt, clock.LocalTimeZone);
        var score =
            drill.ClosedAt is null ? "（実施中）"
            : knowledge.Current.DrillOf(drill.Drill) is { } scenario && DrillScore.Of(scenario, drill) is var scored
                ? $"（期限内 {scored.InTime}/{scored.Steps.Count}）"
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日 {drill.Title}{score}");
    }
}

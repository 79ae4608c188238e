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

/// <summary>Lets what a scenario holds arrive in its drill's chats, each message once, however many instances look.</summary>
internal sealed class DrillClock(
    IDbContextFactory<Database> databases,
    IncidentDesk desk,
    LiveKnowledge knowledge,
    IOptions<IncidentOptions> options,
    TimeProvider clock
)
{
    private static readonly Person Bot = new("", "ガイドラインボット", null, Roles.None);

    public async Task LookAsync(CancellationToken cancellationToken)
    {
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
internal sealed class DrillComposer(IDbContextFactory<Database> databases, LiveKnowledge knowledge) : IComposer
{
    public const string Topic = "incident.drill";
    public const string MessageId = "message";

    public IReadOnlyCollection<string> Topics { get; } = [Topic];

    public static DrillsCard.Arrived Model(Incident incident, DrillMessage message) =>
        new(incident.Id.ToString(), message.Id, message.Title, message.From, message.Text, message.Picture is not null);

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
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
}

/// <summary>Which section has drilled what in a month, and how it went.</summary>
internal sealed class DrillFigures(LiveKnowledge knowledge, TimeProvider clock) : IFigures
{
    private const string Drills = "訓練";

    public IReadOnlyList<string> Parts { get; } = [Drills];

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
        ];
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

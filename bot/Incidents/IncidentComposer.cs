using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>What the bot says by itself about incidents, written from what is stored when it is sent.</summary>
internal sealed class IncidentComposer(IDbContextFactory<Database> databases, IncidentViews views, TimeProvider clock) : IComposer
{
    /// <summary>Steps that are due soon or late.</summary>
    public const string Due = "incident.due";

    /// <summary>Where do things stand?</summary>
    public const string Status = "incident.status";

    /// <summary>Each morning, to the office.</summary>
    public const string Digest = "incident.digest";

    public const string IncidentId = "incident";

    public IReadOnlyCollection<string> Topics { get; } = [Due, Status, Digest];

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (message.Topic == Digest)
            return await DigestAsync(database, cancellationToken);
        // What was closed meanwhile is not asked about any more.
        if (
            !Guid.TryParse(message.About.GetValueOrDefault(IncidentId), out var id)
            || await database
                .Incidents.AsNoTracking()
                .Include(incident => incident.Steps)
                .SingleOrDefaultAsync(incident => incident.Id == id && incident.ClosedAt == null, cancellationToken)
                is not { } incident
        )
            return null;
        var title = IncidentWords.HeadingOf(incident);
        var steps = views.Due(incident, clock.GetUtcNow() + TimeSpan.FromHours(2));
        if (message.Topic == Due)
            return steps.Count == 0
                ? null
                : new TeamsMessage(
                    IncidentStatusCard.RenderReminder(incident.Id.ToString(), title, "期限の手順があります。", steps),
                    $"{title}：期限の手順が{steps.Count}件あります。"
                );
        var lead = $"{IncidentWords.Of(incident.StatusEvery ?? TimeSpan.Zero)}ごとの状況報告の時間です。今の状況を一言お知らせください。";
        return new TeamsMessage(
            IncidentStatusCard.Render(new IncidentStatusCard.Model(incident.Id.ToString(), title, lead, steps)),
            $"{title}：{lead}"
        );
    }

    private async Task<TeamsMessage?> DigestAsync(Database database, CancellationToken cancellationToken)
    {
        var open = await database
            .Incidents.AsNoTracking()
            .Include(incident => incident.Steps)
            .Where(incident => incident.ClosedAt == null && !incident.IsDrill)
            .OrderByDescending(incident => incident.OpenedAt)
            .ToListAsync(cancellationToken);
        return open.Count == 0
            ? null
            : new TeamsMessage(
                IncidentsCard.RenderDigest("対応中のチェックリスト", [.. open.Select(views.Row)], open.Count),
                $"{open.Count}件が対応中です。"
            );
    }
}

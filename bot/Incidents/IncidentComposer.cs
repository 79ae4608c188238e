using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>What the bot says by itself about incidents beside reminders, written from what is stored when it is sent.</summary>
internal sealed class IncidentComposer(IDbContextFactory<Database> databases, IncidentViews views) : IComposer
{
    /// <summary>「ここまで」, to whoever joins.</summary>
    public const string SoFar = "incident.sofar";

    /// <summary>Something that was to be changed is due.</summary>
    public const string FollowUp = "incident.followup";

    /// <summary>Each morning, to the office.</summary>
    public const string Digest = "incident.digest";

    /// <summary>To somebody of the 緊急連絡網.</summary>
    public const string Call = "incident.call";

    public const string IncidentId = "incident";
    public const string StepId = "step";
    public const string ContactId = "contact";
    public const string FollowUpId = "followUp";

    public IReadOnlyCollection<string> Topics { get; } = [SoFar, FollowUp, Digest, Call];

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return message.Topic switch
        {
            Digest => await DigestAsync(database, cancellationToken),
            FollowUp => await FollowUpAsync(database, message, cancellationToken),
            Call => await CallAsync(database, message, cancellationToken),
            _ => await SoFarAsync(database, message, cancellationToken),
        };
    }

    private async Task<TeamsMessage?> SoFarAsync(Database database, OutboxMessage message, CancellationToken cancellationToken)
    {
        // Whoever joins what was closed meanwhile has nothing to catch up with.
        if (
            !Guid.TryParse(message.About.GetValueOrDefault(IncidentId), out var id)
            || await database
                .Incidents.AsNoTracking()
                .Include(incident => incident.Steps.OrderBy(step => step.Place))
                .Include(incident => incident.Members)
                .AsSplitQuery()
                .SingleOrDefaultAsync(incident => incident.Id == id && incident.ClosedAt == null, cancellationToken)
                is not { } incident
        )
            return null;
        var model = await views.SoFarAsync(incident, cancellationToken);
        return new TeamsMessage(IncidentNoteCard.RenderSoFar(model), string.Join('\n', model.Lines));
    }

    /// <summary>Nobody is called for what was settled meanwhile, or when somebody else is to be called by now.</summary>
    private static async Task<TeamsMessage?> CallAsync(Database database, OutboxMessage message, CancellationToken cancellationToken)
    {
        var (step, contact) = (message.About.GetValueOrDefault(StepId), message.About.GetValueOrDefault(ContactId));
        if (
            !Guid.TryParse(message.About.GetValueOrDefault(IncidentId), out var id)
            || await database
                .Incidents.AsNoTracking()
                .Include(incident => incident.Steps)
                .SingleOrDefaultAsync(incident => incident.Id == id && incident.ClosedAt == null, cancellationToken)
                is not { } incident
            || incident.Steps.Find(known => known.Step == step && known.ContactId.ToString() == contact)
                is not { State: StepState.Open } wanted
        )
            return null;
        var told = await database
            .IncidentEvents.AsNoTracking()
            .Where(happened => happened.IncidentId == id && happened.Kind == IncidentEventKind.ContactTold)
            .OrderByDescending(happened => happened.Number)
            .FirstOrDefaultAsync(cancellationToken);
        var title = IncidentWords.HeadingOf(incident);
        return new TeamsMessage(
            IncidentStepCard.RenderCall(
                title,
                wanted.Title,
                incident.Seen,
                told is { ById.Length: > 0 } ? told.ByName : "",
                new IncidentStepCard.Calling(id.ToString(), wanted.Step, contact!, IncidentStepCard.Reached)
            ),
            IncidentStepCard.CallSummary(title, wanted.Title)
        );
    }

    private static async Task<TeamsMessage?> FollowUpAsync(Database database, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (
            !Guid.TryParse(message.About.GetValueOrDefault(FollowUpId), out var id)
            || await database
                .FollowUps.AsNoTracking()
                .SingleOrDefaultAsync(change => change.Id == id && change.DoneAt == null, cancellationToken)
                is not { } followUp
            || await database.Incidents.AsNoTracking().SingleOrDefaultAsync(known => known.Id == followUp.IncidentId, cancellationToken)
                is not { } incident
        )
            return null;
        var line = IncidentWords.Of(followUp);
        return new TeamsMessage(
            IncidentCloseCard.RenderFollowUp(
                incident.Id.ToString(),
                IncidentWords.HeadingOf(incident),
                new IncidentCloseCard.Change(followUp.Id.ToString(), line, false)
            ),
            $"再発防止の期限です。{line}"
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

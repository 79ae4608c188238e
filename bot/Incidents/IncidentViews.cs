using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>Incidents, made into the models of their cards.</summary>
internal sealed partial class IncidentViews(IDbContextFactory<Database> databases, LiveKnowledge knowledge, TimeProvider clock)
    : ILiveCardArtist
{
    public string Topic => IncidentDesk.Topic;

    /// <summary>The card as everybody sees it.</summary>
    public async Task<(AdaptiveCards.AdaptiveCard Card, string Summary, int State)?> DrawAsync(
        string about,
        string conversation,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (
            !Guid.TryParse(about, out var id)
            || await database
                .Incidents.AsNoTracking()
                .Include(incident => incident.Steps.OrderBy(step => step.Place))
                .Include(incident => incident.Members)
                .AsSplitQuery()
                .SingleOrDefaultAsync(incident => incident.Id == id, cancellationToken)
                is not { } incident
        )
            return null;
        // In a chat of several people nobody's steps come first.
        var reader = await KnownConversations.FindAsync(database, conversation, cancellationToken);
        var model = await CardAsync(incident, null, reader?.PersonId, cancellationToken);
        return (IncidentCard.Render(model), IncidentCard.Summary(model), incident.Version);
    }

    /// <param name="told">What a press brought about.</param>
    /// <param name="reader">The id of the person whose steps come first; null for nobody's.</param>
    public async Task<IncidentCard.Model> CardAsync(Incident incident, string? told, string? reader, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var events = database
            .IncidentEvents.AsNoTracking()
            .Where(happened => happened.IncidentId == incident.Id)
            .OrderByDescending(happened => happened.Number);
        var latest = await events.FirstOrDefaultAsync(cancellationToken);
        var status = await events.FirstOrDefaultAsync(happened => happened.Kind == IncidentEventKind.StatusReported, cancellationToken);
        return new IncidentCard.Model(
            incident.Id.ToString(),
            incident.Title,
            incident.IsDrill,
            IncidentWords.AccountOf(incident),
            incident.Seen,
            incident.Url,
            Local(incident.Since),
            Local(incident.OpenedAt),
            incident.OpenedByName,
            [.. incident.Steps.OrderBy(step => step.Place).Select(step => Step(incident, step, reader))],
            [
                .. incident
                    .Members.Where(member => member.Role != StepRole.Everyone)
                    .OrderBy(member => member.Role)
                    .Select(member => $"{IncidentWords.Of(member.Role)} {member.Name}"),
            ],
            status is null ? null : $"{Time(status.HappenedAt)} {status.ByName}　{IncidentWords.NoteOf(status)}",
            latest is null ? null : $"{Time(latest.HappenedAt)} {latest.ByName}　{IncidentWords.Of(latest)}",
            incident.ClosedAt is { } closed
                ? $"終了 {Wareki.Minute(Local(closed))}　{Plain.Cut(incident.CloseReason, 200)}{Scored(incident)}"
                : null,
            told
                ?? (
                    incident.ClosedAt is null && incident.Steps.TrueForAll(step => step.State == StepState.Open)
                        ? knowledge.Current.ChecklistOf(incident.Checklist)?.Lead
                        : null
                )
        )
        {
            AsOf = incident.ClosedAt is null ? $"{clock.GetLocalNow():HH:mm}" : "",
            Quiet = Quiet(incident),
        };
    }

    private string Scored(Incident incident) => ScoreOf(incident) is { } score ? $"　採点：{score.Sentence}" : "";

    /// <summary>The card, for whoever asked to see it.</summary>
    /// <param name="told">Such as what a typed sentence brought about.</param>
    public async Task<Reply> ShowAsync(IncidentDesk desk, Turn turn, Incident incident, string? told, CancellationToken cancellationToken)
    {
        await desk.KnowCardAsync(turn, incident, isForm: false, isOld: false, cancellationToken);
        var card = await CardAsync(incident, told, turn.From.Id, cancellationToken);
        return turn.Press is null
            ? new Reply.Show(IncidentCard.Render(card), IncidentCard.Summary(card)) { Shown = ShownOf(incident) }
            : new Reply.View(IncidentCard.Render(card));
    }

    /// <summary>What most acts end in: the card, with what became of the act.</summary>
    /// <param name="told">Said where it was done.</param>
    /// <param name="settled">The step that the press has settled: it stands on top, with its way back.</param>
    public async Task<Reply> ReplyAsync(
        IncidentDesk desk,
        Turn turn,
        IncidentResult result,
        string? told,
        CancellationToken cancellationToken,
        string? settled = null
    )
    {
        if (result.Incident is not { } incident)
            return OpenIncident.Unknown;
        await desk.KnowCardAsync(turn, incident, isForm: false, isOld: true, cancellationToken);
        var model = await CardAsync(incident, result.Refusal ?? told, turn.From.Id, cancellationToken) with { JustSettled = settled };
        var card = IncidentCard.Render(model);
        return turn.Press is null ? new Reply.Show(card, IncidentCard.Summary(model)) { Shown = ShownOf(incident) }
            : result.Refusal is null ? new Reply.Update(card) { IsLive = true }
            : new Reply.View(card);
    }

    /// <summary>A form in the card's place.</summary>
    public static async Task<Reply> FormAsync(
        IncidentDesk desk,
        Turn turn,
        Incident incident,
        AdaptiveCards.AdaptiveCard form,
        CancellationToken cancellationToken
    )
    {
        await desk.KnowCardAsync(turn, incident, isForm: true, isOld: false, cancellationToken);
        return new Reply.View(form);
    }

    /// <summary>The same after a change: the message shows that to everybody as soon as the person has left the form.</summary>
    public static async Task<Reply> ChangedFormAsync(
        IncidentDesk desk,
        Turn turn,
        Incident incident,
        AdaptiveCards.AdaptiveCard form,
        CancellationToken cancellationToken
    )
    {
        await desk.KnowCardAsync(turn, incident, isForm: true, isOld: true, cancellationToken);
        return new Reply.Update(form) { IsLive = true };
    }

    /// <summary>
    /// A form that one may want to fill in again was sent: in a chat of one's own it stays, with what became of it; where others wait for the
    /// card, the card comes back at once.
    /// </summary>
    public async Task<Reply> SentAsync(
        IncidentDesk desk,
        Turn turn,
        IncidentResult result,
        string told,
        Func<Task<AdaptiveCards.AdaptiveCard>> form,
        CancellationToken cancellationToken
    ) =>
        result.Incident is { } incident && turn.Conversation.Kind == ConversationKind.Personal
            ? await ChangedFormAsync(desk, turn, incident, await form(), cancellationToken)
            : await ReplyAsync(desk, turn, result, told, cancellationToken);

    /// <summary>The form for a sentence on where things stand.</summary>
    public AdaptiveCards.AdaptiveCard StatusForm(Incident incident, string text = "", string? error = null) =>
        IncidentStatusCard.Render(
            new IncidentStatusCard.Model(
                incident.Id.ToString(),
                IncidentWords.HeadingOf(incident),
                "今の状況を、分かるところまで書いてください。",
                Due(incident, clock.GetUtcNow()),
                text,
                error,
                CanSnooze: incident.StatusDueAt is not null
            )
            {
                AsksForCalm = incident.QuietAt is null && incident.ClosedAt is null,
            }
        );

    public IncidentsCard.Row Row(Incident incident) =>
        new(
            incident.Id.ToString(),
            IncidentWords.HeadingOf(incident),
            incident.ClosedAt is { } closed ? $"終了 {Wareki.Minute(Local(closed))}" : IncidentWords.ProgressOf(incident),
            Local(incident.OpenedAt)
        );

    private static LiveState ShownOf(Incident incident) => new(IncidentDesk.Topic, incident.Id, incident.Version);

    public ChecklistStep? TextOf(Incident incident, string step) => knowledge.Current.ChecklistOf(incident.Checklist)?.Find(step);

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);

    /// <summary>A clause's label and text; null where the guideline in force has none such.</summary>
    public (string Label, string Text)? Quote(ClauseId id) =>
        knowledge.Current.Find(id) is { } clause
            ? (clause.Label, string.Join("\n", ClauseQuote.Paragraphs(knowledge.Current.GuidelineOf(id)!, clause)))
            : null;

    /// <summary>The time alone today, otherwise with the day.</summary>
    public string Time(DateTimeOffset at)
    {
        var local = Local(at);
        return local.Date == clock.GetLocalNow().Date ? $"{local:HH:mm}" : $"{local.Month}月{local.Day}日 {local:HH:mm}";
    }
}

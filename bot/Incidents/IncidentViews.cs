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
internal sealed class IncidentViews(IDbContextFactory<Database> databases, LiveKnowledge knowledge, TimeProvider clock) : ILiveCardArtist
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
        var model = await CardAsync(incident, null, cancellationToken);
        return (IncidentCard.Render(model), IncidentCard.Summary(model), incident.Version);
    }

    /// <param name="told">What a press brought about.</param>
    public async Task<IncidentCard.Model> CardAsync(Incident incident, string? told, CancellationToken cancellationToken)
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
            [.. incident.Steps.OrderBy(step => step.Place).Select(step => Step(incident, step))],
            [
                .. incident
                    .Members.Where(member => member.Role != StepRole.Everyone)
                    .OrderBy(member => member.Role)
                    .Select(member => $"{IncidentWords.Of(member.Role)} {member.Name}"),
            ],
            status is null ? null : $"{Time(status.At)} {status.ByName}　{IncidentWords.NoteOf(status)}",
            latest is null ? null : $"{Time(latest.At)} {latest.ByName}　{IncidentWords.Of(latest)}",
            incident.ClosedAt is { } closed ? $"終了 {Wareki.Minute(Local(closed))}　{Plain.Cut(incident.CloseReason, 200)}" : null,
            told
                ?? (
                    incident.ClosedAt is null && incident.Steps.TrueForAll(step => step.State == StepState.Open)
                        ? knowledge.Current.ChecklistOf(incident.Checklist)?.Lead
                        : null
                )
        );
    }

    /// <summary>The card, for whoever asked to see it.</summary>
    /// <param name="told">Such as what a typed sentence brought about.</param>
    public async Task<Reply> ShowAsync(IncidentDesk desk, Turn turn, Incident incident, string? told, CancellationToken cancellationToken)
    {
        await desk.KnowCardAsync(turn, incident, isForm: false, isOld: false, cancellationToken);
        var card = await CardAsync(incident, told, cancellationToken);
        return turn.Press is null
            ? new Reply.Show(IncidentCard.Render(card), IncidentCard.Summary(card))
            : new Reply.View(IncidentCard.Render(card));
    }

    /// <summary>What most acts end in: the card, with what became of the act.</summary>
    /// <param name="told">Said where it was done.</param>
    public async Task<Reply> ReplyAsync(
        IncidentDesk desk,
        Turn turn,
        IncidentResult result,
        string? told,
        CancellationToken cancellationToken
    )
    {
        if (result.Incident is not { } incident)
            return OpenIncident.Unknown;
        await desk.KnowCardAsync(turn, incident, isForm: false, isOld: true, cancellationToken);
        var model = await CardAsync(incident, result.Refusal ?? told, cancellationToken);
        var card = IncidentCard.Render(model);
        return turn.Press is null ? new Reply.Show(card, IncidentCard.Summary(model))
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
        );

    /// <returns>Null where the incident has no such step.</returns>
    public IncidentStepCard.Model? StepCard(
        Incident incident,
        string step,
        Person reader,
        string note = "",
        string? error = null,
        string? told = null
    )
    {
        if (incident.Steps.Find(known => known.Step == step) is not { } found)
            return null;
        var text = TextOf(incident, step);
        return new IncidentStepCard.Model(
            incident.Id.ToString(),
            IncidentWords.HeadingOf(incident),
            Step(incident, found),
            text?.Clause is { } id ? Quote(id) : null,
            text?.Help ?? "",
            text?.Proof ?? "",
            text is { Wording.Length: > 0 } ? Wording.Fill(text.Wording, Facts(incident)) : "",
            found.SettledAt is { } at ? $"{Wareki.Minute(Local(at))} {found.SettledByName}さん\n{found.Note}" : null,
            found.AssigneeId == reader.Id,
            incident.ClosedAt is not null,
            note,
            error,
            told
        );
    }

    public IncidentsCard.Row Row(Incident incident) =>
        new(
            incident.Id.ToString(),
            IncidentWords.HeadingOf(incident),
            incident.ClosedAt is { } closed ? $"終了 {Wareki.Minute(Local(closed))}" : IncidentWords.ProgressOf(incident),
            Local(incident.OpenedAt)
        );

    /// <summary>The open steps that are late now, or due before <paramref name="until"/>, as 「所属長に知らせる（12分遅れ）」.</summary>
    public IReadOnlyList<string> Due(Incident incident, DateTimeOffset until) =>
        [
            .. from step in incident.Steps
            where step.State == StepState.Open && step.DueAt <= until
            orderby step.Place
            let when = step.DueAt < clock.GetUtcNow()
                ? $"{IncidentWords.Of(clock.GetUtcNow() - step.DueAt)}遅れ"
                : $"{Time(step.DueAt)}まで"
            let who = step.AssigneeName is { } name ? $"{name}さん" : "担当なし"
            select $"{step.Title}（{when}、{who}）",
        ];

    public ChecklistStep? TextOf(Incident incident, string step) => knowledge.Current.ChecklistOf(incident.Checklist)?.Find(step);

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);

    /// <summary>A clause's label and text; null where the guideline in force has none such.</summary>
    public (string Label, string Text)? Quote(ClauseId id) =>
        knowledge.Current.Find(id) is { } clause
            ? (clause.Label, string.Join("\n", ClauseQuote.Paragraphs(knowledge.Current.GuidelineOf(id)!, clause)))
            : null;

    private IncidentCard.Entry Step(Incident incident, IncidentStep step)
    {
        var text = TextOf(incident, step.Step);
        var late = clock.GetUtcNow() - step.DueAt;
        var state = step.State switch
        {
            StepState.Done => IncidentCard.State.Done,
            StepState.Waived => IncidentCard.State.Waived,
            _ when late > TimeSpan.Zero && incident.ClosedAt is null => IncidentCard.State.Late,
            _ => IncidentCard.State.Open,
        };
        return new IncidentCard.Entry(
            step.Step,
            step.Title,
            state,
            IncidentWords.Of(step.Role),
            step.State == StepState.Open ? step.AssigneeName : step.SettledByName,
            step.State == StepState.Open ? $"{Time(step.DueAt)}まで"
                : step.SettledAt is { } at ? Time(at)
                : "",
            state == IncidentCard.State.Late ? $"{IncidentWords.Of(late)}遅れ" : "",
            text?.Clause is { } clause ? knowledge.Current.Find(clause)?.Label : null,
            text?.Condition ?? ""
        );
    }

    /// <summary>The time alone today, otherwise with the day.</summary>
    private string Time(DateTimeOffset at)
    {
        var local = Local(at);
        return local.Date == clock.GetLocalNow().Date ? $"{local:HH:mm}" : $"{local.Month}月{local.Day}日 {local:HH:mm}";
    }

    private Dictionary<string, string> Facts(Incident incident) =>
        new()
        {
            ["アカウント名"] = incident.AccountName,
            ["サービス"] = incident.Service,
            ["所属"] = incident.Section,
            ["URL"] = incident.Url,
            ["発生日時"] = Wareki.Minute(Local(incident.Since)),
            ["状況"] = incident.Seen,
        };
}

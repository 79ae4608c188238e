using GuidelineBot.Cards;
using GuidelineBot.Contacts;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Incidents;

/// <summary>
/// Whom of the 緊急連絡網 a step needs: named one after the other until somebody is reached. What the bot could not send is said and is not in the
/// records.
/// </summary>
internal sealed class IncidentCalls(
    IDbContextFactory<Database> databases,
    ContactBook book,
    IncidentDesk desk,
    IncidentViews views,
    IOptions<IncidentOptions> options,
    TimeProvider clock
)
{
    private static readonly Person Bot = new("", "ガイドラインボット", null, Roles.None);

    private static readonly TimeOnly Opens = new(8, 30);
    private static readonly TimeOnly Closes = new(17, 15);

    /// <summary>The card with those whom to call.</summary>
    /// <param name="turn">Numbers are for whoever pressed, and for one's own chat.</param>
    public async Task<IncidentStepCard.Model> OnCardAsync(
        Turn turn,
        Incident incident,
        IncidentStepCard.Model model,
        CancellationToken cancellationToken
    )
    {
        var step = incident.Steps.Find(known => known.Step == model.Step.Id);
        if (step is not { State: StepState.Open } || SectionOf(incident, step) is not { } section)
            return model;
        var all = await book.OfSectionAsync(section, cancellationToken);
        var isPrivate = turn.Press is not null || turn.Conversation.Kind == ConversationKind.Personal;
        var now = all.FirstOrDefault(contact => contact.Id == step.ContactId) ?? (all is [var first, ..] ? first : null);
        return model with
        {
            Contacts =
            [
                .. all.Select(contact => new IncidentStepCard.Contact(
                    contact.Id.ToString(),
                    contact.Role,
                    contact.PersonName,
                    isPrivate ? contact.Phone : "",
                    contact == now,
                    CanTell(incident, contact) && (step.ContactId != contact.Id || step.ContactSince is null)
                )),
            ],
            ContactsNote = NoteOf(incident, step, section, now),
        };
    }

    /// <summary>Names whoever comes next where nobody was reached in time. Several instances may look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromMinutes(options.Value.NextContactAfterMinutes);
        List<(Guid Incident, string Step)> late;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            var incidents = database.Incidents;
            late =
            [
                .. (
                    await database
                        .IncidentSteps.AsNoTracking()
                        .Where(step => step.State == StepState.Open && step.ContactSince != null && step.ContactSince <= before)
                        .Where(step => incidents.Any(incident => incident.Id == step.IncidentId && incident.ClosedAt == null))
                        .ToListAsync(cancellationToken)
                ).Select(step => (step.IncidentId, step.Step)),
            ];
        }
        if (late.Count == 0)
            return;
        var all = await book.AllAsync(cancellationToken);
        foreach (var (incident, step) in late)
            await desk.ChangeAsync(
                incident,
                Bot,
                change =>
                    change.Incident.Steps.Find(known => known.Step == step) is { State: StepState.Open } found
                    && found.ContactSince <= before
                        ? Next(
                            change,
                            found,
                            Of(all, change.Incident, found),
                            $"{found.Contact?.Name}さんから{options.Value.NextContactAfterMinutes}分返事がない"
                        )
                        : "何もありません。",
                async (change, changed) =>
                {
                    await IncidentReminders.WantAsync(change, changed, cancellationToken);
                    if (changed.Steps.Find(known => known.Step == step) is { } found)
                        await TellAsync(change, changed, found, cancellationToken);
                },
                cancellationToken
            );
    }

    /// <summary>Those whom the step needs, the first one first.</summary>
    public async Task<IReadOnlyList<EmergencyContact>> OfAsync(Incident incident, IncidentStep step, CancellationToken cancellationToken) =>
        SectionOf(incident, step) is { } section ? await book.OfSectionAsync(section, cancellationToken) : [];

    /// <summary>Whoever comes after the one that was named is named, and told where the bot can.</summary>
    /// <param name="why">Goes into the records.</param>
    public static string? Next(IncidentChange change, IncidentStep step, IReadOnlyList<EmergencyContact> all, string why)
    {
        var current = all.Index().FirstOrDefault(one => one.Item.Id == step.ContactId);
        var next = all.ElementAtOrDefault(step.ContactId is null || current.Item is null ? 0 : current.Index + 1);
        change.NameContact(step, next?.Id, next?.Person);
        change.Log(IncidentEventKind.ContactNext, step.Title, why, whom: next?.Person);
        if (next is not null && CanTell(change.Incident, next))
            change.Log(IncidentEventKind.ContactTold, step.Title, whom: next.Person);
        return null;
    }

    /// <summary>In the transaction of what names somebody: the incident's card and the call come into their own chat.</summary>
    public static async Task TellAsync(Change change, Incident incident, IncidentStep step, CancellationToken cancellationToken)
    {
        if (incident.IsDrill || step is not { ContactId: { } contact, Contact: { Id.Length: > 0 } person })
            return;
        await IncidentDesk.ShowToPersonAsync(change, incident, person.Id, cancellationToken);
        await change.TellPersonAsync(
            new Announcement(
                IncidentComposer.Call,
                $"{incident.Id:N}:{step.Step}:{contact:N}:{incident.Version}",
                new()
                {
                    [IncidentComposer.IncidentId] = incident.Id.ToString(),
                    [IncidentComposer.StepId] = step.Step,
                    [IncidentComposer.ContactId] = contact.ToString(),
                }
            ),
            person.Id,
            cancellationToken
        );
    }

    /// <summary>A drill wakes nobody.</summary>
    public static bool CanTell(Incident incident, EmergencyContact contact) => !incident.IsDrill && contact.PersonId.Length > 0;

    private IReadOnlyList<EmergencyContact> Of(IReadOnlyList<EmergencyContact> all, Incident incident, IncidentStep step) =>
        SectionOf(incident, step) is { } section
            ? [.. all.Where(contact => KnownConversations.Folded(contact.Section) == KnownConversations.Folded(section))]
            : [];

    /// <returns>Null where the step needs nobody; empty where nobody knows the account's section.</returns>
    private string? SectionOf(Incident incident, IncidentStep step) =>
        views.TextOf(incident, step.Step)?.Contacts switch
        {
            null or "" => null,
            ChecklistStep.OwnSection => incident.Section,
            var office => office,
        };

    private string NoteOf(Incident incident, IncidentStep step, string section, EmergencyContact? now) =>
        section.Length == 0 ? "アカウントの所属が分からないため、連絡先をお見せできません。「概要を直す」でアカウントを選んでください。"
        : now is null ? $"{section}の連絡先は登録されていません。知っている番号に電話してください。"
        : incident.IsDrill ? "訓練のため、ボットからは知らせません。"
        : now.PersonId.Length == 0 ? $"{now.PersonName}さんには、ボットからは知らせられません。電話してください。"
        : step.ContactId == now.Id && step.ContactSince is { } since
            ? $"{now.PersonName}さんに知らせました（{views.Time(since)}）。{options.Value.NextContactAfterMinutes}分返事がなければ、次の方をご案内します。"
        : IsOfficeHour() ? "いまは開庁時間です。まず職場に連絡してください。"
        : book.IsOld(now) ? $"登録の確認は{Wareki.Day(book.DayOf(now.ConfirmedAt))}です。つながらなければ、次の方へ連絡してください。"
        : "";

    private bool IsOfficeHour()
    {
        var local = clock.GetLocalNow();
        return WorkingDays.Is(DateOnly.FromDateTime(local.DateTime)) && TimeOnly.FromDateTime(local.DateTime).IsBetween(Opens, Closes);
    }
}

/// <summary>ボットから知らせる, 連絡がついた, つながらない.</summary>
internal sealed class CallContact(IncidentDesk desk, IncidentViews views, IncidentCalls calls) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentStepCard.Calling>();
        if (
            await desk.FindAsync(turn, asked.Incident, cancellationToken) is not { } before
            || before.Steps.Find(known => known.Step == asked.Step) is not { } wanted
        )
            return OpenIncident.Unknown;
        var all = await calls.OfAsync(before, wanted, cancellationToken);
        if (all.FirstOrDefault(known => known.Id.ToString() == asked.Contact) is not { } contact)
            return await ShowAsync(turn, before, asked.Step, "この方は、もう緊急連絡網に登録されていません。", cancellationToken);
        if (asked.Does == IncidentStepCard.Tell && !IncidentCalls.CanTell(before, contact))
            return await ShowAsync(
                turn,
                before,
                asked.Step,
                $"{contact.PersonName}さんには、ボットからは知らせられません。電話してください。",
                cancellationToken
            );
        var result = await desk.ChangeAsync(
            turn,
            asked.Incident,
            change =>
                asked.Does switch
                {
                    IncidentStepCard.Tell => change.TellContact(asked.Step, contact.Id, contact.Person),
                    IncidentStepCard.Reached => change.ReachContact(asked.Step, contact.Person),
                    IncidentStepCard.Missed => change.MissContact(
                        asked.Step,
                        contact.Id,
                        step => IncidentCalls.Next(change, step, all, $"{contact.PersonName}さんにつながらない")
                    ),
                    _ => "この操作はできません。",
                },
            cancellationToken,
            tell: async (change, incident) =>
            {
                if (asked.Does != IncidentStepCard.Reached && incident.Steps.Find(known => known.Step == asked.Step) is { } step)
                    await IncidentCalls.TellAsync(change, incident, step, cancellationToken);
            }
        );
        if (asked.Does == IncidentStepCard.Reached)
            return await views.ReplyAsync(
                desk,
                turn,
                result,
                $"{contact.PersonName}さんに連絡がつきました。「{wanted.Title}」を完了にしました。",
                cancellationToken,
                asked.Step
            );
        return result.Incident is not { } incident
            ? OpenIncident.Unknown
            : await ShowAsync(turn, incident, asked.Step, result.Refusal ?? Told(incident, asked, contact), cancellationToken);
    }

    private static string Told(Incident incident, IncidentStepCard.Calling asked, EmergencyContact contact) =>
        asked.Does == IncidentStepCard.Tell ? $"{contact.PersonName}さんのチャットに知らせました。"
        : incident.Steps.Find(known => known.Step == asked.Step)?.Contact is { } next ? $"次は{next.Name}さんです。"
        : "連絡先は、これで全員です。初めの方から、もう一度かけてください。";

    private async Task<Reply> ShowAsync(Turn turn, Incident incident, string step, string told, CancellationToken cancellationToken) =>
        views.StepCard(incident, step, turn.From, told: told) is { } model
            ? await IncidentViews.ChangedFormAsync(
                desk,
                turn,
                incident,
                IncidentStepCard.Render(await calls.OnCardAsync(turn, incident, model, cancellationToken)),
                cancellationToken
            )
            : OpenIncident.Unknown;
}

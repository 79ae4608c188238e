using System.Globalization;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>
/// What one person does to an incident, while nobody else can. Each act writes the timeline; one that cannot be done changes nothing and
/// returns the sentence that says why.
/// </summary>
internal sealed partial class IncidentChange(Incident incident, Person person, DateTimeOffset now, DateTimeOffset? happenedAt = null)
{
    public Incident Incident => incident;

    public bool HasLogged { get; private set; }

    /// <summary>When what is done here happened, where that was before it is written down.</summary>
    public DateTimeOffset HappenedAt => happenedAt ?? now;

    private IncidentMember? Me => incident.Members.Find(member => member.PersonId == person.Id);

    public void Log(
        IncidentEventKind kind,
        string about = "",
        string? note = null,
        int? corrects = null,
        Actor? whom = null,
        string link = ""
    )
    {
        // The change itself has counted once already; a second entry counts once more.
        if (HasLogged)
            incident.Version++;
        HasLogged = true;
        incident.Events.Add(
            new IncidentEvent
            {
                IncidentId = incident.Id,
                Number = incident.Version,
                At = now,
                HappenedAt = HappenedAt,
                By = person.Actor,
                Kind = kind,
                About = about,
                Whom = whom,
                Note = note ?? "",
                Corrects = corrects,
                Link = link,
            }
        );
        // Who leads is told that nobody acts, until somebody does.
        if (person.Id.Length > 0)
            (incident.ActedAt, incident.LeadToldAt, incident.OfficeToldAt) = (now, null, null);
    }

    public string? Take(string step) =>
        WithOpen(
            step,
            found =>
            {
                if (found.AssigneeId == person.Id)
                    return "すでにあなたが担当しています。";
                if (found.AssigneeName is { } other)
                    return $"{other}さんが担当しています。代わるときは、{other}さんか統括が担当を外してください。";
                found.Assignee = person.Actor;
                Join();
                Log(IncidentEventKind.StepTaken, found.Title);
                return null;
            }
        );

    /// <summary>Of one's own step; who leads may take it from anybody.</summary>
    public string? Drop(string step) =>
        WithOpen(
            step,
            found =>
            {
                if (found.AssigneeName is not { } before)
                    return "この手順には担当がいません。";
                if (found.AssigneeId != person.Id && !Leads)
                    return $"{before}さんの担当を外せるのは、{before}さんと統括だけです。";
                var another = found.AssigneeId == person.Id ? null : found.Assignee;
                Log(IncidentEventKind.StepDropped, found.Title, whom: another);
                found.Assignee = null;
                return null;
            }
        );

    public string? Settle(string step, StepState state, string note) =>
        WithOpen(
            step,
            found =>
            {
                (found.State, found.SettledAt, found.SettledBy, found.Note) = (state, HappenedAt, person.Actor, note);
                found.WaitsUntil = null;
                Join();
                Log(KindOf(state), found.Title, note);
                return null;
            }
        );

    /// <summary>Nothing can be done about it before this moment: an answer from outside is awaited.</summary>
    public string? Wait(string step, TimeSpan pause, string note) =>
        WithOpen(
            step,
            found =>
            {
                found.WaitsUntil = now + pause;
                found.OverdueToldAt = null;
                Join();
                Log(IncidentEventKind.StepWaits, found.Title, note);
                return null;
            }
        );

    public string? Undo(string step)
    {
        IncidentStep? found = null;
        if ((Refusal ?? Find(step, out found)) is { } refusal)
            return refusal;
        if (found!.State == StepState.Open)
            return "この手順は、まだ済んでいません。";
        var undone = found.State == StepState.Done ? IncidentEventKind.DoneUndone : IncidentEventKind.WaivedUndone;
        Log(undone, found.Title, found.Note, whom: found.SettledBy);
        (found.State, found.SettledAt, found.SettledBy, found.Note) = (StepState.Open, null, null, null);
        return null;
    }

    public string? Write(string text, int? corrects)
    {
        Join();
        Log(corrects is null ? IncidentEventKind.Noted : IncidentEventKind.Corrected, note: text, corrects: corrects);
        return null;
    }

    /// <summary>Takes back what was just written; it stays in the timeline.</summary>
    public string? Retract(int number)
    {
        if (number < 1 || number > incident.Version - 1)
            return "この記録は見つかりません。";
        Log(IncidentEventKind.Retracted, corrects: number);
        if (incident.QuietEntry == number)
            (incident.QuietAt, incident.QuietEntry) = (null, null);
        return null;
    }

    /// <summary>落ち着いた; said again, the later one counts.</summary>
    public string? CalmDown(string text)
    {
        Join();
        Log(IncidentEventKind.CalmedDown, note: text);
        (incident.QuietAt, incident.QuietEntry) = (HappenedAt, incident.Version);
        return null;
    }

    public string? Report(string text)
    {
        if (Refusal is { } refusal)
            return refusal;
        incident.StatusDueAt = now + incident.StatusEvery;
        Join();
        Log(IncidentEventKind.StatusReported, note: text);
        return null;
    }

    public string? Snooze(TimeSpan pause)
    {
        if (Refusal is { } refusal)
            return refusal;
        incident.StatusDueAt = now + pause;
        Log(IncidentEventKind.StatusSnoozed, pause.TotalMinutes.ToString("0", CultureInfo.InvariantCulture));
        return null;
    }

    /// <param name="done">The open steps that were done all the same; the others were not, for the same reason.</param>
    /// <param name="quietAt">When it calmed down, where that is said with the end.</param>
    public string? Close(string reason, IReadOnlySet<string> done, DateTimeOffset? quietAt = null)
    {
        if (Refusal is { } refusal)
            return refusal;
        foreach (var step in incident.Steps.Where(step => step.State == StepState.Open).OrderBy(step => step.Place))
        {
            var isDone = done.Contains(step.Step);
            // When it was done, nobody has said.
            (step.State, step.SettledAt) = isDone ? (StepState.Done, (DateTimeOffset?)null) : (StepState.Waived, now);
            (step.SettledBy, step.Note) = (person.Actor, isDone ? ConfirmedAtEnd : reason);
            Log(KindOf(step.State), step.Title, step.Note);
        }
        (incident.ClosedAt, incident.CloseReason, incident.StatusDueAt) = (now, reason, null);
        Join();
        Log(IncidentEventKind.Closed, note: reason);
        if (quietAt is { } quiet)
            (incident.QuietAt, incident.QuietEntry) = (quiet, incident.Version);
        return null;
    }

    public const string ConfirmedAtEnd = "終了のときに確認";

    /// <summary>間違って始めた: closed, and no part of any figure.</summary>
    public string? Mistake()
    {
        if (Refusal is { } refusal)
            return refusal;
        (incident.ClosedAt, incident.CloseReason, incident.StatusDueAt) = (now, "間違えて始めたため", null);
        incident.IsMistaken = true;
        Join();
        Log(IncidentEventKind.Mistaken);
        return null;
    }

    public string? Reopen()
    {
        if (incident.ClosedAt is null)
            return "このチェックリストは、まだ終了していません。";
        (incident.ClosedAt, incident.CloseReason, incident.StatusDueAt) = (null, "", now + incident.StatusEvery);
        incident.IsMistaken = false;
        Log(IncidentEventKind.Reopened);
        return null;
    }

    private static IncidentEventKind KindOf(StepState settled) =>
        settled == StepState.Done ? IncidentEventKind.StepDone : IncidentEventKind.StepWaived;

    private string? WithOpen(string step, Func<IncidentStep, string?> act)
    {
        IncidentStep? found = null;
        if ((Refusal ?? Find(step, out found)) is { } refusal)
            return refusal;
        return found!.State == StepState.Open
            ? act(found)
            : $"先に{found.SettledByName}さんが「{IncidentWords.Of(found.State)}」にしました。";
    }

    private string? Find(string step, out IncidentStep? found)
    {
        found = incident.Steps.Find(known => known.Step == step);
        return found is null ? "この手順は、このチェックリストにありません。" : null;
    }

    private string? Refusal =>
        incident.ClosedAt is null ? null : "このチェックリストは終了しています。続けるときは「再開する」を押してください。";
}

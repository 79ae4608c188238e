using System.Globalization;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>
/// What one person does to an incident, while nobody else can. Each act writes the timeline; one that cannot be done changes nothing and
/// returns the sentence that says why.
/// </summary>
internal sealed class IncidentChange(Incident incident, Person person, DateTimeOffset now)
{
    public Incident Incident => incident;

    public bool HasLogged { get; private set; }

    private IncidentMember? Me => incident.Members.Find(member => member.PersonId == person.Id);

    public void Log(IncidentEventKind kind, string about = "", string? note = null, int? corrects = null, Actor? whom = null)
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
                By = person.Actor,
                Kind = kind,
                About = about,
                Whom = whom,
                Note = note ?? "",
                Corrects = corrects,
            }
        );
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
                (found.State, found.SettledAt, found.SettledBy, found.Note) = (state, now, person.Actor, note);
                Join();
                Log(KindOf(state), found.Title, note);
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

    public string? TakeRole(StepRole role)
    {
        if (Refusal is { } refusal)
            return refusal;
        if (Me?.Role == role)
            return $"すでに{IncidentWords.Of(role)}です。";
        if (role == StepRole.Lead && incident.Members.Find(member => member.Role == StepRole.Lead) is { } leading)
            return $"統括は{leading.Name}さんです。代わるときは、{leading.Name}さんが引き継いでください。";
        Join().Role = role;
        Log(IncidentEventKind.RoleTaken, role.ToString());
        return null;
    }

    /// <summary>Gives all of one's open steps and one's role to another member.</summary>
    public string? HandOver(string to)
    {
        if (Refusal is { } refusal)
            return refusal;
        if (incident.Members.Find(member => member.PersonId == to && to != person.Id) is not { } next)
            return "引き継ぐ相手を選んでください。まだ加わっていない人は、先に「担当する」か役割を押してもらってください。";
        var mine = incident.Steps.FindAll(step => step.AssigneeId == person.Id && step.State == StepState.Open);
        foreach (var step in mine)
            step.Assignee = next.Who;
        if (Me is { Role: not StepRole.Everyone } me)
            (next.Role, me.Role) = (me.Role, StepRole.Everyone);
        Log(IncidentEventKind.HandedOver, note: string.Join("、", mine.Select(step => step.Title)), whom: next.Who);
        return null;
    }

    public string? Write(string text, int? corrects)
    {
        Join();
        Log(corrects is null ? IncidentEventKind.Noted : IncidentEventKind.Corrected, note: text, corrects: corrects);
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

    /// <param name="answers">What became of each open step.</param>
    public string? Close(string reason, IReadOnlyDictionary<string, StepState> answers)
    {
        if (Refusal is { } refusal)
            return refusal;
        foreach (var step in incident.Steps.Where(step => step.State == StepState.Open).OrderBy(step => step.Place))
        {
            if (!answers.TryGetValue(step.Step, out var state))
                return $"「{step.Title}」が済んだか、対象外かを選んでください。";
            (step.State, step.SettledAt, step.SettledBy, step.Note) = (
                state,
                now,
                person.Actor,
                state == StepState.Waived ? reason : "終了のときに確認"
            );
            Log(KindOf(state), step.Title, step.Note);
        }
        (incident.ClosedAt, incident.CloseReason, incident.StatusDueAt) = (now, reason, null);
        Join();
        Log(IncidentEventKind.Closed, note: reason);
        return null;
    }

    /// <summary>For whoever ends it in words: what is open is not done.</summary>
    public IReadOnlyDictionary<string, StepState> AllWaived =>
        incident.Steps.Where(step => step.State == StepState.Open).ToDictionary(step => step.Step, _ => StepState.Waived);

    public string? Reopen()
    {
        if (incident.ClosedAt is null)
            return "このチェックリストは、まだ終了していません。";
        (incident.ClosedAt, incident.CloseReason, incident.StatusDueAt) = (null, "", now + incident.StatusEvery);
        Log(IncidentEventKind.Reopened);
        return null;
    }

    public IncidentMember Join()
    {
        if (Me is { } known)
            return known;
        var joined = new IncidentMember { IncidentId = incident.Id, Who = person.Actor };
        incident.Members.Add(joined);
        return joined;
    }

    public bool Leads => Me?.Role == StepRole.Lead || person.Is(Roles.Reviewer);

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

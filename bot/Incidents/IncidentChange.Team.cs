using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;

namespace GuidelineBot.Incidents;

/// <content>Who does what.</content>
internal sealed partial class IncidentChange
{
    /// <summary>Who came in by this change, and is told how things stand.</summary>
    public List<Actor> Joined { get; } = [];

    public string? TakeRole(StepRole role)
    {
        if (Refusal is { } refusal)
            return refusal;
        if (Me?.Role == role)
            return $"すでに{IncidentWords.Of(role)}です。";
        if (OtherLead(role, person.Id) is { } led)
            return led;
        Join().Role = role;
        Log(IncidentEventKind.RoleTaken, role.ToString());
        return null;
    }

    /// <param name="role"><see cref="StepRole.Everyone"/> for none: they only join.</param>
    public string? GiveRole(Actor who, StepRole role)
    {
        if (Refusal is { } refusal)
            return refusal;
        if (OtherLead(role, who.Id) is { } led)
            return led;
        Join();
        var member = Join(who);
        if (role != StepRole.Everyone)
            member.Role = role;
        Log(IncidentEventKind.RoleGiven, role.ToString(), whom: who);
        return null;
    }

    /// <summary>Gives all of one's open steps and one's role to another member.</summary>
    /// <param name="line">How things stand, in one line.</param>
    public string? HandOver(string to, string line)
    {
        if (Refusal is { } refusal)
            return refusal;
        if (incident.Members.Find(member => member.PersonId == to && to != person.Id) is not { } next)
            return "引き継ぐ相手を選んでください。まだ加わっていない人は、先に「ほかの人に頼む・加える」で加えてください。";
        var mine = incident.Steps.FindAll(step => step.AssigneeId == person.Id && step.State == StepState.Open);
        foreach (var step in mine)
            step.Assignee = next.Who;
        if (Me is { Role: not StepRole.Everyone } me)
            (next.Role, me.Role) = (me.Role, StepRole.Everyone);
        var steps = string.Join("、", mine.Select(step => step.Title));
        Log(IncidentEventKind.HandedOver, note: line.Length > 0 && steps.Length > 0 ? $"{line}（{steps}）" : line + steps, whom: next.Who);
        return null;
    }

    public IncidentMember Join() => Join(person.Actor);

    public bool Leads => Me?.Role == StepRole.Lead || person.Is(Turns.Roles.Reviewer);

    private IncidentMember Join(Actor who)
    {
        if (incident.Members.Find(member => member.PersonId == who.Id) is { } known)
            return known;
        var joined = new IncidentMember { IncidentId = incident.Id, Who = who };
        incident.Members.Add(joined);
        Joined.Add(who);
        return joined;
    }

    private string? OtherLead(StepRole role, string who) =>
        role == StepRole.Lead && incident.Members.Find(member => member.Role == StepRole.Lead && member.PersonId != who) is { } leading
            ? $"統括は{leading.Name}さんです。代わるときは、{leading.Name}さんが引き継いでください。"
            : null;
}

using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Which of several running incidents something is about: the one that is meant, or the question which.</summary>
internal sealed class IncidentMeant(RunningIncidents running, IncidentDesk desk, IncidentViews views, TimeProvider clock)
{
    /// <returns>The incident, or what is said instead.</returns>
    public async Task<(Incident? Incident, Reply? Instead)> OfAsync(Turn turn, CancellationToken cancellationToken)
    {
        var all = await running.AllAsync(turn, cancellationToken);
        if (all.Count == 0)
            return (null, new Reply.Say("進行中のチェックリストはありません。「チェックリスト」と入力すると始められます。"));
        if (running.Meant(turn, all) is not { } meant)
            return (null, await AskAsync(turn, all, cancellationToken));
        turn.Memory.Working = new(meant.Id, clock.GetUtcNow());
        return await desk.FindAsync(turn, meant.Id.ToString(), cancellationToken) is { } incident
            ? (incident, null)
            : (null, OpenIncident.Unknown);
    }

    private async Task<Reply> AskAsync(Turn turn, IReadOnlyList<RunningIncidents.Found> all, CancellationToken cancellationToken)
    {
        List<IncidentsCard.Row> rows = [];
        foreach (var found in all.Take(IncidentsCard.PageLength))
            if (await desk.FindAsync(turn, found.Id.ToString(), cancellationToken) is { } incident)
                rows.Add(views.Row(incident));
        return Which(Plain.Cut(turn.Text, IncidentsCard.LongestWords), turn.Act?.Route.Name ?? "", rows);
    }

    /// <summary>The question which of the running incidents files belong to.</summary>
    /// <param name="sending">By which they are found again.</param>
    public async Task<Reply> AskForFilesAsync(Turn turn, string names, Guid sending, CancellationToken cancellationToken)
    {
        List<IncidentsCard.Row> rows = [];
        foreach (var found in (await running.AllAsync(turn, cancellationToken)).Take(IncidentsCard.PageLength))
            if (await desk.FindAsync(turn, found.Id.ToString(), cancellationToken) is { } incident)
                rows.Add(views.Row(incident));
        return Which(sending.ToString(), KeepEvidence.Waiting, rows, Plain.Cut(names, IncidentsCard.LongestWords));
    }

    private static Reply.Show Which(string words, string does, IReadOnlyList<IncidentsCard.Row> rows, string? shown = null)
    {
        const string Question = "どのチェックリストのことですか？";
        return new Reply.Show(IncidentsCard.RenderWhich(Question, shown ?? words, words, does, rows), Question);
    }
}

/// <summary>The answer to that question: what was typed goes there, and for a while what is typed next.</summary>
internal sealed class PickIncident(IncidentDesk desk, TalkOfIncident talk, IncidentGuide guide, KeepEvidence keep, TimeProvider clock)
    : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var picked = turn.Read<IncidentsCard.Which>();
        if (await desk.FindAsync(turn, picked.Incident, cancellationToken) is not { ClosedAt: null } incident)
            return OpenIncident.Unknown;
        turn.Memory.Working = new(incident.Id, clock.GetUtcNow());
        var typed = turn with
        {
            Press = null,
            Text = picked.Words,
            Act = new Act(new Route(picked.Does), 1) { Text = picked.Words },
        };
        typed = typed with { Understood = typed.Act!.Understood };
        return picked.Does switch
        {
            KeepEvidence.Waiting => await keep.KeepWaitingAsync(incident, turn, picked.Words, cancellationToken),
            "incident:done" or "incident:next" or "incident:later" or IncidentGuide.Done or IncidentGuide.Next or IncidentGuide.Later =>
                await guide.HandleAsync(incident, typed, cancellationToken),
            _ => await talk.HandleAsync(incident, typed, cancellationToken),
        };
    }
}

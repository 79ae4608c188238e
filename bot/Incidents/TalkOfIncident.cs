using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Words about the running incident that stand for no step: a note with what happened, how things stand, the end.</summary>
internal sealed class TalkOfIncident(RunningIncidents running, IncidentDesk desk, IncidentViews views, TellIncident tell) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        // Before it is started, what is told goes into its form.
        if (turn.Situation.IncidentForm is not null && turn.Act!.Route.Name is "incident:note" or "incident:change")
            return await tell.HandleAsync(turn, cancellationToken);
        if (
            await running.OfAsync(turn, cancellationToken) is not { } found
            || await desk.FindAsync(turn, found.Id.ToString(), cancellationToken) is not { } incident
        )
            return new Reply.Say("進行中のチェックリストはありません。「チェックリスト」と入力すると始められます。");
        var id = incident.Id.ToString();
        switch (turn.Act!.Route.Name)
        {
            case "incident:note" or "incident:change":
                return await views.ReplyAsync(
                    desk,
                    turn,
                    await desk.ChangeAsync(turn, id, change => change.Write(turn.Text, null), cancellationToken),
                    $"記録しました。「{Plain.Cut(turn.Text, 60)}」",
                    cancellationToken
                );
            case "incident:close":
                return await CloseAsync(turn, incident, cancellationToken);
            default:
                return await views.ReplyAsync(desk, turn, new IncidentResult(incident, null), null, cancellationToken);
        }
    }

    /// <summary>What is still open is named, for the one who ends it answers for it.</summary>
    private async Task<Reply> CloseAsync(Turn turn, Incident incident, CancellationToken cancellationToken)
    {
        var open = incident.Steps.Count(step => step.State == StepState.Open);
        return await views.ReplyAsync(
            desk,
            turn,
            await desk.ChangeAsync(
                turn,
                incident.Id.ToString(),
                change => change.Close(Plain.Cut(turn.Text, 200), change.AllWaived),
                cancellationToken
            ),
            open == 0
                ? "終了しました。続けて、振り返りを残してください。"
                : $"終了しました。残っていた{open}件の手順は「対象外」にしました。続けるときは「再開する」を押してください。",
            cancellationToken
        );
    }
}

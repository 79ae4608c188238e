using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Puts the next question off.</summary>
internal sealed class SnoozeStatus(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentStatusCard.Snooze>();
        return IncidentStatusCard.Snoozes.Contains(asked.Minutes)
            ? await views.ReplyAsync(
                desk,
                turn,
                await desk.ChangeAsync(
                    turn,
                    asked.Incident,
                    change => change.Snooze(TimeSpan.FromMinutes(asked.Minutes)),
                    cancellationToken
                ),
                $"{asked.Minutes}分後にもう一度お尋ねします。",
                cancellationToken
            )
            : OpenIncident.Unknown;
    }
}

using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>再開する.</summary>
internal sealed class ReopenIncident(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await views.ReplyAsync(
            desk,
            turn,
            await desk.ChangeAsync(turn, turn.Read<IncidentCard.Ref>().Incident, change => change.Reopen(), cancellationToken),
            "再開しました。",
            cancellationToken
        );
}

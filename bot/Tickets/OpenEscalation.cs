using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>Someone wants to put a question to 広報広聴課.</summary>
internal sealed class OpenEscalation : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        Task.FromResult<Reply>(new Reply.Redraw(EscalateCard.Render(new EscalateCard.Model(turn.Read<NoneCard.Escalate>().Question))));
}

using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>None of the candidates was meant.</summary>
internal sealed class RefuseCandidates : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        Task.FromResult<Reply>(
            new Reply.Redraw(NoneCard.Render(new NoneCard.Model(turn.Read<CandidatesCard.NoneOfThem>().Question, CanEscalate: true)))
        );
}

using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>None of the candidates was meant.</summary>
internal sealed class RefuseCandidates(AnswerCards cards) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        Task.FromResult(cards.NoneAgain(turn.Read<CandidatesCard.NoneOfThem>().Question));
}

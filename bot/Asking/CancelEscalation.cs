using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>The form to 広報広聴課 was left.</summary>
internal sealed class CancelEscalation : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) => Task.FromResult(AnswerCards.NoneAgain());
}

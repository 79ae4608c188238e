using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Someone said whether the answer helped.</summary>
internal sealed class RateAnswer(AnswerCards cards, Feedback feedback) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var rate = turn.Read<AnswerCard.Rate>();
        if (cards.Open(rate.Clause, rate.Question) is not { } model)
            return new Reply.Say("この条文は今のガイドラインにはありません。");

        await feedback.AddAsync(turn, rate.Question, rate.Clause, rate.Helpful, null, cancellationToken);
        return cards.Rated(model with { Rated = rate.Helpful ? AnswerCard.Rating.Helpful : AnswerCard.Rating.NotHelpful }, turn);
    }
}

using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>The form to the office was left: what stood there before comes back.</summary>
internal sealed class CancelEscalation(LiveKnowledge knowledge, AnswerCards cards) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var question = turn.Read<EscalateCard.Leave>().Of ?? "";
        var found = question.Length == 0 ? null : knowledge.Current.Search(question);
        return Task.FromResult(
            found?.Route == Route.Answer && cards.Open(found.Clauses[0].Id.ToString(), question) is { } model
                ? new Reply.View(AnswerCard.Render(model))
                : cards.NoneAgain(question)
        );
    }
}

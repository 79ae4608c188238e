using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Someone pressed a clause: a candidate, a related one, the one before or after, or one in the contents.</summary>
internal sealed class OpenClause(AnswerCards cards, TimeProvider clock) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var open = turn.Read<AnswerCard.Open>();
        turn.Memory.Topic = new(open.Clause, open.Question ?? "", clock.GetUtcNow());
        return Task.FromResult<Reply>(
            cards.Open(open.Clause, open.Question) is { } model
                ? new Reply.View(AnswerCard.Render(model))
                : new Reply.Say("この条文は今のガイドラインにはありません。「目次」と入力すると、今の条文をご覧いただけます。")
        );
    }
}

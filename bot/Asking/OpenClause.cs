using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Someone pressed a clause: a candidate, a related one, the one before or after, or one in the contents.</summary>
internal sealed class OpenClause(AnswerCards cards, TimeProvider clock) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var open = turn.Read<AnswerCard.Open>();
        if (cards.Open(open.Clause, open.Question) is not { } model)
            return Task.FromResult<Reply>(
                new Reply.Say("この条文は今のガイドラインにはありません。「目次」と入力すると、今の条文をご覧いただけます。")
            );
        turn.Memory.Topic = new(open.Clause, open.Question ?? "", clock.GetUtcNow());
        return Task.FromResult<Reply>(new Reply.View(AnswerCard.Render(model)));
    }
}

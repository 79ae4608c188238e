using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Someone pressed a clause: a candidate, a related one, the one before or after, or one in the contents.</summary>
internal sealed class OpenClause(LiveKnowledge knowledge, AnswerCards cards, TimeProvider clock) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var open = turn.Read<AnswerCard.Open>();
        if (cards.Open(open.Clause, open.Question) is not { } model)
            return Task.FromResult<Reply>(
                new Reply.Say("この条文は今のガイドラインにはありません。「目次」と入力すると、今の条文をご覧いただけます。")
            );
        var procedure = open.Procedure is { } key ? knowledge.Current.ProcedureOf(key) : null;
        turn.Memory.Topic = new(open.Clause, open.Question ?? "", clock.GetUtcNow()) { Procedure = procedure?.Key };
        if (procedure is not null)
            model = model with { Starts = [BackTo(procedure), .. model.Starts.Where(start => start.Verb != ProcedureCard.OpenVerb)] };
        return Task.FromResult<Reply>(new Reply.View(AnswerCard.Render(model)));
    }

    private static Start BackTo(Procedure procedure) => new("手順に戻る", ProcedureCard.OpenVerb, new ProcedureCard.Open(procedure.Key));
}

using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Someone asked for all that is to be done on an occasion, or pressed the way to it.</summary>
internal sealed class ShowProcedure(LiveKnowledge knowledge, ProcedureCards cards, QuestionLog log, TimeProvider clock) : ITurnHandler
{
    public static readonly IReadOnlyList<Route> Routes = [.. Procedure.Keys.Select(key => new Route(Procedure.Acts + key))];

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var key = turn.Press is null ? turn.Act!.Route.Name[Procedure.Acts.Length..] : turn.Read<ProcedureCard.Open>().Procedure;
        if (knowledge.Current.ProcedureOf(key) is not { } procedure)
            return new Reply.Say("この手順は今はありません。「目次」と入力すると、今の条文をご覧いただけます。");
        turn.Memory.Topic = new(procedure.Main.ToString(), turn.Text, clock.GetUtcNow()) { Procedure = key };
        if (turn.Press is not null)
            return new Reply.View(ProcedureCard.Render(cards.Model(procedure, null)));
        await log.AddAsync(turn, turn.Act!.Understood, cancellationToken);
        turn.Outcome.Clauses = [.. procedure.Shown.Select(clause => clause.ToString())];
        return cards.Whole(procedure, turn.Text);
    }
}

using GuidelineBot.Cards;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Asking;

/// <summary>Beneath the clause that a procedure is about, the whole procedure.</summary>
internal sealed class ProcedureOffer(LiveKnowledge knowledge) : IOffer
{
    public IEnumerable<Start> For(ClauseId clause)
    {
        var procedures = knowledge.Current.Procedures.Where(procedure => procedure.Clauses.Contains(clause)).ToList();
        return procedures.Select(procedure => new Start(
            procedures.Count == 1 ? "手順を見る" : procedure.Title,
            ProcedureCard.OpenVerb,
            new ProcedureCard.Open(procedure.Key)
        ));
    }
}

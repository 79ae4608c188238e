using GuidelineBot.Cards;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Asking;

/// <summary>Beneath the clause that a procedure is about, the whole procedure.</summary>
internal sealed class ProcedureOffer(LiveKnowledge knowledge) : IOffer
{
    public IEnumerable<Start> For(ClauseId clause) =>
        from procedure in knowledge.Current.Procedures
        where procedure.Clauses.Contains(clause)
        select new Start("手順を見る", ProcedureCard.OpenVerb, new ProcedureCard.Open(procedure.Key));
}

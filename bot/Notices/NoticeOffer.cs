using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Notices;

/// <summary>Beneath a clause that demands a paper, that paper; beneath those around it, all of them.</summary>
internal sealed class NoticeOffer(LiveKnowledge knowledge) : IOffer
{
    public IEnumerable<Start> For(ClauseId clause)
    {
        foreach (var form in knowledge.Current.Forms.Where(form => form.Clauses.Contains(clause)))
            yield return new Start($"{form.ShortTitle}を作る", NoticesCard.StartVerb, new NoticesCard.Begin(NoticeKinds.NameOf(form.Kind)));
        if (IsAround(clause))
            yield return new Start("届出・申請", NoticesCard.OpenVerb);
    }

    /// <summary>Above what demands a paper, or about papers in general.</summary>
    private bool IsAround(ClauseId clause) =>
        knowledge
            .Current.Forms.SelectMany(form => form.Clauses)
            .Any(demanding =>
                demanding.Guideline == clause.Guideline && demanding.Path.StartsWith($"{clause.Path}-", StringComparison.Ordinal)
            )
        || ((Demand[])[Demand.FileEachAccount, Demand.ShareCopies]).Any(demand => knowledge.Current.Offices.ReasonOf(demand) == clause);
}

using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Notices;

/// <summary>Beneath a clause that demands a paper, that paper; beneath those around it, all of them.</summary>
internal sealed class NoticeOffer(LiveKnowledge knowledge) : IOffer
{
    private static readonly string[] Around = ["4-2", "6", "6-1", "6-2", "6-2-エ"];

    public IEnumerable<Start> For(ClauseId clause)
    {
        foreach (var form in knowledge.Current.Forms.Where(form => form.Clauses.Contains(clause)))
            yield return new Start($"{form.ShortTitle}を作る", NoticesCard.StartVerb, new NoticesCard.Begin(NoticeKinds.NameOf(form.Kind)));
        if (Around.Contains(clause.ToString()))
            yield return new Start("届出・申請", NoticesCard.OpenVerb);
    }
}

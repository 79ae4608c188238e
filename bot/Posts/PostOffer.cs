using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Posts;

/// <summary>Beneath a clause that a draft can be checked against, the check.</summary>
internal sealed class PostOffer(LiveKnowledge knowledge) : IOffer
{
    public IEnumerable<Start> For(ClauseId clause) =>
        knowledge.Current.Drafts.Rules.Any(rule =>
            rule.Clause == clause || rule.Clause is { } of && knowledge.Current.Find(of)?.Parent == clause
        )
            ? [new Start("投稿チェック", PostCheckCard.FormVerb)]
            : [];
}

using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

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

/// <summary>Posts on the home card: the check, and those kept.</summary>
internal sealed class PostsHome : IHomeRows
{
    public async Task<IReadOnlyList<HomeCard.Row>> OfAsync(Turn turn, Database database, CancellationToken cancellationToken)
    {
        var kept =
            turn.Conversation.Kind == ConversationKind.Personal
                ? await database.KeptPosts.CountAsync(post => post.PersonId == turn.From.Id, cancellationToken)
                : 0;
        return
        [
            new(HomeCard.Place.Offer, "投稿チェック", "出す前の文を確かめます", PostCheckCard.FormVerb) { Order = 2 },
            new(HomeCard.Place.More, "保存した投稿", "取っておいた文を開きます", KeptPostsCard.ListVerb, Count: kept),
        ];
    }
}

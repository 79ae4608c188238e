using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>The papers to choose from.</summary>
internal sealed class ShowNotices(LiveKnowledge knowledge, NoticeDrafts drafts) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var papers = knowledge
            .Current.Forms.OrderBy(form => form.Kind)
            .Select(form => new NoticesCard.Paper(
                NoticeKinds.NameOf(form.Kind),
                form.ShortTitle,
                form.FullTitle,
                $"{form.Addressee}へ　ガイドライン {string.Join("、", form.Clauses.Select(clause => knowledge.Current.Find(clause)?.Label))}"
            ));
        var begun = await drafts.OfAsync(turn, cancellationToken);
        return new Reply.Show(NoticesCard.Render(new NoticesCard.Model([.. papers], begun.Count)), "作成する届出・申請を選んでください。");
    }
}

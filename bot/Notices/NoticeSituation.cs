using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>The paper that the talk is about, and the person's other unfinished ones.</summary>
internal sealed class NoticeSituation(NoticeDrafts drafts) : ISituationPart
{
    public async Task<Situation> AddAsync(Situation situation, Turn turn, CancellationToken cancellationToken)
    {
        var all = await drafts.OfAsync(turn, cancellationToken);
        var open = turn.Open is { } dialog ? all.FirstOrDefault(draft => draft.Id.ToString() == dialog.Draft) : null;
        return situation with
        {
            Drafts = [.. all.Select(draft => new BegunPaper(draft.Id.ToString(), draft.Kind, draft.Fields))],
            Draft = open is null ? null : new OpenPaper(open.Kind, open.Fields, turn.Open!.Field) { Id = open.Id.ToString() },
        };
    }
}

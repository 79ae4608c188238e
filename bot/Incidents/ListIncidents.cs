using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>「チェックリスト」: what can be started, and one's own; all of them for the office.</summary>
internal sealed class ListIncidents(IncidentDesk desk, IncidentViews views, LiveKnowledge knowledge) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Press is null ? new IncidentsCard.Page(IncidentsCard.Running, 0) : turn.Read<IncidentsCard.Page>();
        bool? running = asked.Show switch
        {
            IncidentsCard.Running => true,
            IncidentsCard.Closed => false,
            _ => null,
        };
        var (incidents, page, total) = await desk.ListAsync(turn.From, running, asked.Number, IncidentsCard.PageLength, cancellationToken);
        var card = IncidentsCard.Render(
            new IncidentsCard.Model(
                turn.From.Is(Roles.Reviewer) ? "すべてのチェックリスト" : "参加しているチェックリスト",
                [.. knowledge.Current.Checklists.Select(checklist => new IncidentsCard.Kind(checklist.Key, checklist.Title))],
                new IncidentsCard.Page(asked.Show is IncidentsCard.Running or IncidentsCard.Closed ? asked.Show : IncidentsCard.All, page),
                [.. incidents.Select(views.Row)],
                total
            )
        );
        return turn.Press is null ? new Reply.Show(card, $"チェックリスト（{total}件）") : new Reply.View(card);
    }
}

/// <summary>Beneath a clause that says what to do when something goes wrong: the checklist.</summary>
internal sealed class IncidentOffer(LiveKnowledge knowledge) : IOffer
{
    public IEnumerable<Start> For(ClauseId clause) =>
        from checklist in knowledge.Current.Checklists
        where checklist.Clauses.Any(offered => offered == clause || clause.ToString().StartsWith($"{offered}-", StringComparison.Ordinal))
        select new Start($"{checklist.Title}のチェックリスト", IncidentStartCard.OpenVerb, new IncidentStartCard.Open(checklist.Key));
}

using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Insights;

/// <summary>For the office, what is asked and handed in.</summary>
internal sealed class InsightsHome(TimeProvider clock) : IHomeRows
{
    public Task<IReadOnlyList<HomeCard.Row>> OfAsync(Turn turn, Database database, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HomeCard.Row>>(
            (turn.From.Roles & (Roles.Reviewer | Roles.Administrator)) == 0
                ? []
                :
                [
                    new(
                        HomeCard.Place.More,
                        "利用状況",
                        "よくある質問と答えられない質問",
                        InsightsCard.OpenVerb,
                        ShowInsights.PageOf(DateOnly.FromDateTime(clock.GetLocalNow().DateTime))
                    ),
                ]
        );
}

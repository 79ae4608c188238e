using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Insights;

/// <summary>「利用状況」, month by month.</summary>
internal sealed class ShowInsights(InsightsReport report, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var present = PresentMonth(clock);
        var month = turn.Press is null ? present : MonthOf(turn.Read<InsightsCard.Page>(), clock);
        var rows = await report.OfAsync(month, cancellationToken);
        var card = InsightsCard.Render(
            new InsightsCard.Model(
                NameOf(month),
                PageOf(month),
                PageOf(month.AddMonths(-1)),
                month < present ? PageOf(month.AddMonths(1)) : null,
                [
                    .. report.Parts.Select(part => new InsightsCard.Part(
                        part,
                        [.. rows.Where(row => row.Part == part).Select(row => new InsightsCard.Row(row.What, row.Count, row.Note))]
                    )),
                ],
                turn.From.Is(Roles.Reviewer)
            )
        );
        return turn.Press is null ? new Reply.Show(card, $"{NameOf(month)}の利用状況") : new Reply.View(card);
    }

    /// <summary>The month that a card asks for; the present one for any that is not there yet.</summary>
    public static DateOnly MonthOf(InsightsCard.Page page, TimeProvider clock) =>
        PresentMonth(clock) is var present && InsightsReport.MonthOf(page.Month) is { } month && month < present ? month : present;

    public static InsightsCard.Page PageOf(DateOnly month) => new(month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static string NameOf(DateOnly month) => Wareki.Day(month)[..^2];

    private static DateOnly PresentMonth(TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        return new DateOnly(today.Year, today.Month, 1);
    }
}

using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Turns;

namespace GuidelineBot.Insights;

/// <summary>Links to a month as a file.</summary>
internal sealed class ExportInsights(InsightsReport report, DownloadLinks links, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var month = ShowInsights.MonthOf(turn.Read<InsightsCard.Page>(), clock);
        var page = ShowInsights.PageOf(month);
        return DownloadLinks.Show(
            DownloadCard.Render(
                new DownloadCard.Model(
                    "利用状況",
                    ShowInsights.NameOf(month),
                    [new DownloadCard.Link("CSV", await links.MakeAsync(turn.From, report.Source, page.Month, cancellationToken))],
                    (int)DownloadLinks.GoodFor.TotalMinutes,
                    new Start("戻る", InsightsCard.OpenVerb, page)
                )
            )
        );
    }
}

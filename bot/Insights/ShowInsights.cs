using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Insights;

/// <summary>「利用状況」, month by month, on a card and as a file.</summary>
internal sealed class ShowInsights(InsightsReport report, DownloadLinks links, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var present = new DateOnly(today.Year, today.Month, 1);
        var month = turn.Press is null ? present : InsightsReport.MonthOf(turn.Read<InsightsCard.Page>().Month) ?? present;
        if (month > present)
            month = present;
        if (turn.Press?.Verb == InsightsCard.FileVerb)
            return new Reply.Redraw(
                DownloadCard.Render(
                    new DownloadCard.Model(
                        "利用状況",
                        NameOf(month),
                        [
                            new DownloadCard.Link(
                                "CSV",
                                await links.MakeAsync(turn.From, report.Source, PageOf(month).Month, cancellationToken)
                            ),
                        ],
                        (int)DownloadLinks.GoodFor.TotalMinutes,
                        new Start("戻る", InsightsCard.OpenVerb, PageOf(month))
                    )
                )
            );

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
                ]
            )
        );
        return turn.Press is null ? new Reply.Show(card, $"{NameOf(month)}の利用状況") : new Reply.Redraw(card);
    }

    private static InsightsCard.Page PageOf(DateOnly month) => new(month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string NameOf(DateOnly month) => Wareki.Day(month)[..^2];
}

internal static class InsightsSetup
{
    public static IServiceCollection AddInsights(this IServiceCollection services)
    {
        services.AddSingleton<ShowInsights>();
        services.AddSingleton<InsightsReport>();
        services.AddSingleton<IDownloads>(provider => provider.GetRequiredService<InsightsReport>());
        return services;
    }

    public static void AddInsights(this Routes routes)
    {
        routes.OnMessage<ShowInsights>(Route.Command("insights"), Roles.Reviewer | Roles.Administrator);
        routes.OnPress<ShowInsights>(InsightsCard.OpenVerb, Roles.Reviewer | Roles.Administrator);
        routes.OnPress<ShowInsights>(InsightsCard.FileVerb, Roles.Reviewer | Roles.Administrator);
    }
}

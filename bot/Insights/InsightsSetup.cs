using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Insights;

/// <summary>What staff ask and hand in, counted: what leads here, and who answers.</summary>
internal static class InsightsSetup
{
    public static IServiceCollection AddInsights(this IServiceCollection services)
    {
        services.AddSingleton<InsightsReport>();
        services.AddSingleton<IHomeRows, InsightsHome>();
        services.AddSingleton<IDownloads>(provider => provider.GetRequiredService<InsightsReport>());
        return services;
    }

    public static void AddInsights(this Routes routes)
    {
        routes.OnMessage<ShowInsights>(Route.Command("insights"), Roles.Reviewer | Roles.Administrator);
        routes.OnPress<ShowInsights>(InsightsCard.OpenVerb, Roles.Reviewer | Roles.Administrator);
        routes.OnPress<ExportInsights>(InsightsCard.FileVerb, Roles.Reviewer | Roles.Administrator);
    }
}

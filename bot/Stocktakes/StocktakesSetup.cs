using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Stocktakes;

/// <summary>棚卸し: once a year each account's operator is asked whether it is in use and in hand.</summary>
internal static class StocktakesSetup
{
    public static IServiceCollection AddStocktakes(this IServiceCollection services)
    {
        services.AddOptions<StocktakeOptions>().BindConfiguration(StocktakeOptions.Section);
        services.AddSingleton<StocktakeBook>();
        services.AddSingleton<StocktakeCards>();
        services.AddSingleton<StocktakeComposer>();
        services.AddSingleton<IComposer>(provider => provider.GetRequiredService<StocktakeComposer>());
        services.AddSingleton<ILiveCardArtist>(provider => provider.GetRequiredService<StocktakeComposer>());
        services.AddSingleton<IDownloads, StocktakesExport>();
        services.AddSingleton<IHomeRows, StocktakesHome>();
        services.AddHostedService<StocktakeClock>();
        return services;
    }

    public static void AddStocktakes(this Routes routes)
    {
        routes.OnMessage<ListStocktakes>(Route.Command("stocktake"));

        routes.OnPress<ListStocktakes>(StocktakesCard.PageVerb);
        routes.OnPress<BeginStocktake>(StocktakesCard.BeginVerb, AccountCards.Editors);
        routes.OnPress<ExportStocktakes>(StocktakesCard.ExportVerb, AccountCards.Editors);
        routes.OnPress<OpenStocktake>(StocktakeCard.OpenVerb);
        routes.OnPress<AnswerStocktake>(StocktakeCard.SaveVerb);
    }
}

using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Files;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Handovers;

/// <summary>異動: all 様式2 of a person or a section at once, from a sentence or a file, submitted and decided together.</summary>
internal static class HandoversSetup
{
    public static IServiceCollection AddHandovers(this IServiceCollection services)
    {
        services.AddSingleton<HandoverForm>();
        services.AddSingleton<ITakesFiles, ReadHandoverFile>();
        services.AddSingleton<HandoverCards>();
        services.AddSingleton<IComposer>(provider => provider.GetRequiredService<HandoverCards>());
        services.AddSingleton<ILiveCardArtist>(provider => provider.GetRequiredService<HandoverCards>());
        services.AddSingleton<HandoverTelling>();
        return services;
    }

    public static void AddHandovers(this Routes routes)
    {
        routes.OnMessage<PlanHandover>(Route.Command("handovers"), new Route("handover"));

        routes.OnPress<PlanHandover>(HandoverCard.FindVerb);
        routes.OnPress<SubmitHandover>(HandoverCard.SubmitVerb);
        routes.OnPress<AskBatch>(NoticeBatchCard.AskVerb);
        routes.OnPress<DecideBatch>(NoticeBatchCard.DecideVerb);
        routes.OnPress<OpenBatch>(NoticeBatchCard.OpenVerb);
    }
}

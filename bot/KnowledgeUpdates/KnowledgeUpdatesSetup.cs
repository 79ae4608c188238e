using GuidelineBot.Knowledge;

namespace GuidelineBot.KnowledgeUpdates;

/// <summary>The knowledge in the running bot: loaded at start, renewed when a file or the day changes or the office adds to it.</summary>
internal static class KnowledgeUpdatesSetup
{
    public static IServiceCollection AddKnowledgeUpdates(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        services.AddSingleton(provider => new LiveKnowledge(
            KnowledgeFolder.Of(null, configuration, environment.ContentRootPath),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<Supplements>();
        services.AddHostedService<KnowledgeWatch>();
        return services;
    }
}

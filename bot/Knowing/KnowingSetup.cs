using GuidelineBot.CommandLine;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Knowing;

/// <summary>The knowledge in the running bot: loaded at start, renewed when a file changes.</summary>
internal static class KnowingSetup
{
    public static IServiceCollection AddKnowing(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(_ => new LiveKnowledge(KnowledgeFolder.Of(null, configuration, environment.ContentRootPath)));
        services.AddHostedService<KnowledgeWatch>();
        return services;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuidelineBot.Storage;

/// <summary>What the bot remembers: PostgreSQL when <c>ConnectionStrings:Postgres</c> is set, otherwise an SQLite file.</summary>
internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IDbContextFactory<Database>, DatabasePool>();
        services.AddSingleton<Statements>();
        services.AddSingleton<ProcessedActivities>();
        services.AddSingleton<BotStates>();
        services.AddHostedService<UpgradeAtStart>();

        services
            .AddOptions<RetentionOptions>()
            .Bind(configuration.GetSection(RetentionOptions.Section))
            .Validate(options => options.QuestionLogDays > 0, "Retention:QuestionLogDays には 1 以上の日数を指定してください。")
            .Validate(options => options.EvidenceDays > 0, "Retention:EvidenceDays には 1 以上の日数を指定してください。")
            .ValidateOnStart();
        services.AddHostedService<Retention>();
        return services;
    }
}

namespace GuidelineBot.Playground;

/// <summary>Microsoft 365 Agents Playground beside the bot: a Teams-like client in the browser, for a developer's machine.</summary>
internal sealed class PlaygroundOptions
{
    public const string Section = "Playground";

    /// <summary>Null: on in Development, off elsewhere.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Where the Playground is asked to listen; it takes another port if this one is taken.</summary>
    public int Port { get; init; } = 56150;
}

internal static class PlaygroundSetup
{
    public static IServiceCollection AddPlayground(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        services.AddOptions<PlaygroundOptions>().BindConfiguration(PlaygroundOptions.Section);
        if (configuration.GetSection(PlaygroundOptions.Section).Get<PlaygroundOptions>()?.Enabled ?? environment.IsDevelopment())
            services.AddHostedService<PlaygroundProcess>();
        return services;
    }
}

using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Turns;

/// <summary>The way in: <c>/api/messages</c>, who may call it, and how an activity becomes a turn.</summary>
internal static class TurnsSetup
{
    public static IServiceCollection AddTurns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ChannelOptions>().Bind(configuration).ValidateOnStart();
        services
            .AddOptions<TenantOptions>()
            .BindConfiguration(TenantOptions.Section)
            .Validate(
                options => options.Allowed.Length <= 1,
                "Tenants:Allowed には、テナントを1つだけ指定してください。データベースの中身（届出、台帳、質問）は1つの市のものとして扱われ、テナントごとに分かれません。別の市には、別のデータベースで別のボットを動かしてください。"
            )
            .ValidateOnStart();
        services.AddOptions<AllowedChannelsOptions>().BindConfiguration(AllowedChannelsOptions.Section);
        services
            .AddOptions<LimitOptions>()
            .BindConfiguration(LimitOptions.Section)
            .Validate(options => options.ActsInTenSeconds >= 0, "Limits:ActsInTenSeconds には 0 以上の数を指定してください。")
            .ValidateOnStart();
        services.AddOptions<RoleOptions>().BindConfiguration(RoleOptions.Section);
        services.AddSingleton<IValidateOptions<ChannelOptions>, ChannelOptionsCheck>();

        // The SDK's own lines have ids of conversations in them.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Bot", LogLevel.Warning));
        services.AddTransient<PatientCalls>();
        // One client is kept, so it is the connections that are renewed, for the channel may move to other machines. Traces and metrics say
        // more than the factory's own lines, which every call would prepare though nobody reads them.
        services
            .AddHttpClient(nameof(Connectors))
            .RemoveAllLoggers()
            .AddHttpMessageHandler<PatientCalls>()
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        // Where a file is said to lie is not to send us elsewhere.
        services
            .AddHttpClient(SentFiles.Client)
            .RemoveAllLoggers()
            .UseSocketsHttpHandler((handler, _) => handler.AllowAutoRedirect = false);
        services.AddHttpContextAccessor();
        // Nothing here is protected by keys of our own, so none need be kept on disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.ConfigureOptions<CallerCheck>();
        services.AddAuthorizationBuilder();
        services
            .AddOptions<Microsoft.AspNetCore.Authorization.AuthorizationOptions>()
            .Configure<IOptions<ChannelOptions>>(
                (authorization, channel) =>
                    authorization.AddPolicy(CallerCheck.Policy, policy => CallerCheck.Authorize(policy, channel.Value))
            );

        services.AddSingleton<BotFrameworkAuthentication, VerifiedCaller>();
        services.AddSingleton<AppCredential>();
        services.AddSingleton<Connectors>();
        services.AddSingleton<ChatMembers>();
        services.AddSingleton<Admission>();
        services.AddSingleton<SentFiles>();
        services.AddSingleton<GivenFiles>();
        services.AddSingleton<TeamsAdapter>();
        services.AddSingleton<IBot, TeamsBot>();
        services.AddSingleton<IStorage, BotStateStorage>();
        services.AddSingleton<TalkState>();
        services.AddSingleton<Talks>();
        services.AddSingleton<PersonLimit>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<TurnReader>();
        services.AddSingleton<Replies>();
        services.AddSingleton<PersonalChats>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<Hearing>();
        services.AddSingleton<RoleBook>();
        services.AddSingleton<TeamRosters>();
        services.AddHostedService(provider => provider.GetRequiredService<TeamRosters>());
        services.AddSingleton<Once>();
        services.AddSingleton<Apology>();
        return services;
    }

    public static void MapTurns(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) =>
        app.MapPost("/api/messages", (HttpContext http, MessagesEndpoint endpoint) => endpoint.HandleAsync(http))
            .RequireAuthorization(CallerCheck.Policy);
}

using System.Security.Claims;
using System.Text.Json;
using GuidelineBot.Observability;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace GuidelineBot.Turns;

/// <summary>
/// Who may call <c>/api/messages</c>: a bearer token of the channel's service for this bot, signed by a published key.
/// Every other caller gets 401, whatever is wrong with the token.
/// </summary>
internal sealed class CallerCheck(IOptions<ChannelOptions> channel, IHttpClientFactory clients, Instruments instruments)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    public const string Policy = "channel";

    /// <summary>The claim under which the endorsements of the key that signed the token are kept for <see cref="IsEndorsed"/>.</summary>
    private const string Endorsement = "endorsement";

    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        options.MetadataAddress = channel.Value.ToBotFromChannelOpenIdMetadataUrl;
        options.RequireHttpsMetadata = !new Uri(options.MetadataAddress).IsLoopback;
        options.Backchannel = clients.CreateClient(nameof(CallerCheck));
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = channel.Value.ToBotFromChannelTokenIssuer,
            ValidAudience = channel.Value.MicrosoftAppId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(5),
        };
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = KeepEndorsementsAsync,
            OnChallenge = _ => Count(StatusCodes.Status401Unauthorized),
            OnForbidden = _ => Count(StatusCodes.Status403Forbidden),
            // Also when the metadata cannot be fetched: a caller nobody can check is refused, not answered with a server error.
            OnAuthenticationFailed = context =>
            {
                context.Fail(context.Exception);
                return Task.CompletedTask;
            },
        };
    }

    private Task Count(int status)
    {
        instruments.Refused(status);
        return Task.CompletedTask;
    }

    public static void Authorize(AuthorizationPolicyBuilder policy, ChannelOptions channel)
    {
        if (channel.IsOpen)
            policy.RequireAssertion(context => context.Resource is not HttpContext http || IsThisMachine(http));
        else
            policy.AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme).RequireAuthenticatedUser();
    }

    /// <summary>Whether the token was given out for calls about this channel and with this service URL.</summary>
    public static bool IsEndorsed(ClaimsPrincipal caller, string channelId, string serviceUrl) =>
        caller.HasClaim(Endorsement, channelId)
        && caller.FindFirstValue("serviceurl") is { } claimed
        && string.Equals(claimed.TrimEnd('/'), serviceUrl.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static async Task KeepEndorsementsAsync(TokenValidatedContext context)
    {
        var metadata = context.Options.ConfigurationManager is { } manager
            ? await manager.GetConfigurationAsync(context.HttpContext.RequestAborted)
            : new OpenIdConnectConfiguration();
        var key = metadata.JsonWebKeySet?.Keys.FirstOrDefault(key => key.Kid == context.SecurityToken.SigningKey?.KeyId);
        if (
            key?.AdditionalData.TryGetValue("endorsements", out var endorsements) == true
            && endorsements is JsonElement { ValueKind: JsonValueKind.Array } channels
        )
        {
            var claims = channels.EnumerateArray().Select(channel => new Claim(Endorsement, channel.ToString()));
            context.Principal?.AddIdentity(new ClaimsIdentity(claims));
        }
    }

    /// <summary>
    /// Without an app id anybody could write in anybody's name; so only the developer's own machine is let in, and there no page that a
    /// browser has from elsewhere: neither as itself (<c>Origin</c>) nor under a name of its own for this machine (<c>Host</c>).
    /// </summary>
    private static bool IsThisMachine(HttpContext http) =>
        (http.Connection.RemoteIpAddress is not { } address || System.Net.IPAddress.IsLoopback(address))
        && IsLoopback($"http://{http.Request.Host}")
        && http.Request.Headers.Origin.All(origin => origin is not null && IsLoopback(origin));

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;
}

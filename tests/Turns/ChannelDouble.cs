using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GuidelineBot.Tests.Turns;

/// <summary>Stands in for the channel's token service: publishes keys with endorsements on loopback and signs tokens with them.</summary>
public sealed class ChannelDouble : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    public const string AppId = "22222222-2222-4222-8222-222222222222";

    private readonly WebApplication app;
    private readonly RSA published = RSA.Create(2048);
    private readonly RSA unpublished = RSA.Create(2048);

    private ChannelDouble(WebApplication app) => this.app = app;

    public string MetadataUrl => $"{app.Urls.First()}/metadata";

    public static async Task<ChannelDouble> StartAsync(params string[] endorsements)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var channel = new ChannelDouble(builder.Build());
        channel.app.MapGet("/metadata", () => Results.Json(new { issuer = Issuer, jwks_uri = $"{channel.app.Urls.First()}/keys" }));
        channel.app.MapGet("/keys", () => Results.Text(channel.Keys(endorsements).ToJsonString(), "application/json"));
        await channel.app.StartAsync();
        return channel;
    }

    /// <summary>A token as the channel gives it, but for what the test changes.</summary>
    public string Token(
        string serviceUrl,
        string issuer = Issuer,
        string audience = AppId,
        TimeSpan? starts = null,
        TimeSpan? ends = null,
        bool byUnpublishedKey = false,
        bool byPublishedNameOnly = false
    )
    {
        var key = new RsaSecurityKey(byUnpublishedKey || byPublishedNameOnly ? unpublished : published)
        {
            KeyId = byUnpublishedKey ? "unknown" : "published",
        };
        return "Bearer "
            + new JsonWebTokenHandler().CreateToken(
                new SecurityTokenDescriptor
                {
                    Issuer = issuer,
                    Audience = audience,
                    NotBefore = DateTime.UtcNow + (starts ?? TimeSpan.FromMinutes(-1)),
                    Expires = DateTime.UtcNow + (ends ?? TimeSpan.FromHours(1)),
                    IssuedAt = DateTime.UtcNow,
                    Subject = new ClaimsIdentity([new Claim("serviceurl", serviceUrl)]),
                    SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
                }
            );
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        published.Dispose();
        unpublished.Dispose();
    }

    private JsonObject Keys(string[] endorsements)
    {
        var parameters = published.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["kid"] = "published",
                    ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                    ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                    ["endorsements"] = new JsonArray([.. endorsements.Select(endorsement => JsonValue.Create(endorsement))]),
                }
            ),
        };
    }
}

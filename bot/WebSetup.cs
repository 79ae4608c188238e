using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GuidelineBot;

/// <summary>What holds for every request: under which names this host is reached, and what its answers tell a browser.</summary>
internal static class WebSetup
{
    public static void AddWeb(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        string[] allowed =
            configuration["AllowedHosts"] is { Length: > 0 } set ? set.Split(';', StringSplitOptions.RemoveEmptyEntries)
            // A page whose own name leads to this machine is not the developer (DNS rebinding).
            : environment.IsDevelopment() ? ["localhost", "127.0.0.1", "[::1]"]
            : ["*"];
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = allowed);
        // A proxy on this machine tells who really called, and under which address.
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.AllowedHosts = allowed.Contains("*") ? [] : allowed;
        });
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.Use(
            (http, next) =>
            {
                http.Response.Headers.XContentTypeOptions = "nosniff";
                // The address of a download is its key.
                http.Response.Headers["Referrer-Policy"] = "no-referrer";
                return next(http);
            }
        );
    }
}

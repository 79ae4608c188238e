using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidelineBot.Load;

/// <summary>What every other figure is compared with: an ASP.NET Core endpoint that parses the activity and posts one fixed reply, and nothing else.</summary>
internal static class BareEndpoint
{
    public const string Listening = "bare endpoint on ";

    private static readonly byte[] Reply = """{"type":"message","text":"こんにちは"}"""u8.ToArray();

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        using var client = new HttpClient();
        app.MapPost(
            "/api/messages",
            async (HttpContext http) =>
            {
                using var activity = await JsonDocument.ParseAsync(http.Request.Body);
                var root = activity.RootElement;
                var reply = new ByteArrayContent(Reply);
                reply.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                var conversation = Uri.EscapeDataString(root.GetProperty("conversation").GetProperty("id").GetString()!);
                var path = $"v3/conversations/{conversation}/activities/{root.GetProperty("id").GetString()}";
                using var answer = await client.PostAsync(new Uri($"{root.GetProperty("serviceUrl").GetString()}{path}"), reply);
                http.Response.StatusCode = (int)answer.StatusCode == 201 ? 200 : 500;
            }
        );
        await app.StartAsync(cancellationToken);
        Console.Out.WriteLine(Listening + app.Urls.First());
        await app.WaitForShutdownAsync(cancellationToken);
    }
}

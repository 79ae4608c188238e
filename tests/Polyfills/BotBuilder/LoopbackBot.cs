using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Polyfills;

/// <summary>A bot behind <c>POST /api/messages</c> on a loopback port, and a channel for its replies.</summary>
internal sealed class LoopbackBot(WebApplication app, LoopbackChannel channel) : IAsyncDisposable
{
    private static readonly HttpClient Http = new();

    public LoopbackChannel Channel => channel;

    public static async Task<LoopbackBot> StartAsync(CloudAdapter adapter, BotCallbackHandler turn)
    {
        var app = LoopbackChannel.Host();
        var bot = new Delegated(turn);
        app.Run(context => adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted));
        await app.StartAsync();
        return new LoopbackBot(app, await LoopbackChannel.StartAsync());
    }

    public JObject Incoming(string type, object? more = null)
    {
        var activity = JObject.FromObject(new
        {
            type,
            id = "in-1",
            channelId = "msteams",
            serviceUrl = channel.Url,
            from = new { id = "29:user", name = "岡本" },
            recipient = new { id = "28:bot", name = "ガイドライン" },
            conversation = new { id = "a:chat;1" },
        });
        activity.Merge(JObject.FromObject(more ?? new { }));
        return activity;
    }

    public Task<(HttpStatusCode Status, string Body)> PostAsync(JObject activity) => PostAsync(activity.ToString());

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri($"{app.Urls.Single()}/api/messages"), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await channel.DisposeAsync();
    }

    private sealed class Delegated(BotCallbackHandler turn) : IBot
    {
        public Task OnTurnAsync(
            ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
    }
}

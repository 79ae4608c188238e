using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidelineBot.Load;

/// <summary>
/// The echo bot of Microsoft's samples: what the Bot Framework costs by itself, as it comes, and with its connector client kept from turn
/// to turn.
/// </summary>
internal static class GenuineEcho
{
    public const string Listening = "genuine echo on ";

    public static async Task RunAsync(bool isKept, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHttpClient();
        builder.Services.AddSingleton<BotFrameworkAuthentication>(services =>
            isKept
                ? new KeptConnector(services.GetRequiredService<IHttpClientFactory>())
                : new ConfigurationBotFrameworkAuthentication(
                    builder.Configuration,
                    httpClientFactory: services.GetRequiredService<IHttpClientFactory>()
                )
        );
        builder.Services.AddSingleton(services => new CloudAdapter(services.GetRequiredService<BotFrameworkAuthentication>()));
        builder.Services.AddSingleton<Echo>();
        await using var app = builder.Build();
        app.MapPost(
            "/api/messages",
            (HttpContext http, CloudAdapter adapter, Echo echo) => adapter.ProcessAsync(http.Request, http.Response, echo)
        );
        await app.StartAsync(cancellationToken);
        Console.Out.WriteLine(Listening + app.Urls.First());
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private sealed class Echo : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync(MessageFactory.Text($"Echo: {turnContext.Activity.Text}"), cancellationToken);
    }

    private sealed class KeptConnector(IHttpClientFactory clients)
        : ConfigurationBotFrameworkAuthentication(new Microsoft.Extensions.Configuration.ConfigurationManager(), httpClientFactory: clients)
    {
        private readonly Factory factory = new(clients.CreateClient());

        public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
            Activity activity,
            string authHeader,
            CancellationToken cancellationToken
        )
        {
            var result = await base.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
            result.ConnectorFactory = factory;
            return result;
        }

        public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => factory;

        private sealed class Factory(HttpClient http) : ConnectorFactory
        {
            private volatile Kept? kept;

            public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
                Task.FromResult<IConnectorClient>(kept ??= new Kept(new Uri(serviceUrl), http));
        }

        private sealed class Kept(Uri service, HttpClient http) : ConnectorClient(service, MicrosoftAppCredentials.Empty, http)
        {
#pragma warning disable CA2215 // The SDK disposes of the client at the end of each turn; here it goes on.
            protected override void Dispose(bool disposing)
#pragma warning restore CA2215
            { }
        }
    }
}

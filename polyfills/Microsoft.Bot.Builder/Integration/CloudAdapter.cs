using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Takes activities from HTTP requests.</summary>
public interface IBotFrameworkHttpAdapter
{
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}

/// <summary>The adapter behind <c>POST /api/messages</c>.</summary>
public class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    public CloudAdapter()
        : this(new ConfigurationBuilder().Build())
    {
    }

    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    public async Task ProcessAsync(
        HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);

        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var activity = await ReadAsync(httpRequest, cancellationToken);
        if (string.IsNullOrEmpty(activity?.Type))
        {
            httpResponse.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        try
        {
            var answer = await ProcessActivityAsync(httpRequest.Headers.Authorization, activity, bot.OnTurnAsync, cancellationToken);
            await WriteAsync(httpResponse, answer, cancellationToken);
        }
        catch (UnauthorizedAccessException)
        {
            httpResponse.StatusCode = StatusCodes.Status401Unauthorized;
        }
    }

    private static async Task<Activity> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new PooledStream();
        await body.FillAsync(request.Body, cancellationToken);
        try
        {
            return WireJson.Read<Activity>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(HttpResponse response, InvokeResponse answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (answer?.Body is null)
            return;

        using var body = new PooledStream();
        WireJson.Write(body, answer.Body);
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        await body.CopyToAsync(response.Body, cancellationToken);
    }
}

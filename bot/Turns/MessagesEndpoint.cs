using System.Buffers;
using GuidelineBot.Observability;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Turns;

/// <summary><c>POST /api/messages</c>: everything that can be refused is refused here, with a reason, before the Bot Framework sees it.</summary>
internal sealed partial class MessagesEndpoint(
    TeamsAdapter adapter,
    IBot bot,
    IOptions<ChannelOptions> channel,
    IOptions<AllowedChannelsOptions> channels,
    IOptions<TenantOptions> tenants,
    PersonLimit limit,
    IHostEnvironment environment,
    Instruments instruments,
    ILogger<MessagesEndpoint> logger
)
{
    /// <summary>Largest body, in bytes. A message with a card of the largest size Teams takes (28 KB) stays far below.</summary>
    public const int LargestBody = 256 * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, "The body is not announced as JSON.");
            return;
        }
        if (await ReadBodyAsync(http.Request) is not { } body)
        {
            await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, $"The body is larger than {LargestBody} bytes.");
            return;
        }

        var (activity, reason) = ActivityCheck.Read(body);
        if (activity is null)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, reason);
            return;
        }
        if (Stranger(http, activity) is { } stranger)
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, stranger);
            return;
        }
        if (!limit.Takes(activity))
        {
            await HoldBackAsync(http, activity);
            return;
        }
        await AnswerAsync(http.Response, await adapter.RunAsync(activity, bot));
    }

    /// <summary>Without a line in the log: a flood is not to become one of lines.</summary>
    private async Task HoldBackAsync(HttpContext http, Activity activity)
    {
        instruments.Refused(StatusCodes.Status429TooManyRequests);
        if (Refusal.Of(activity, StatusCodes.Status429TooManyRequests, "Busy", PersonLimit.Sentence) is { } refusal)
        {
            await AnswerAsync(http.Response, refusal);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = $"{PersonLimit.Window.TotalSeconds:0}";
        await http.Response.WriteAsJsonAsync(new { error = PersonLimit.Sentence }, http.RequestAborted);
    }

    /// <returns>Why the caller may not bring this activity; null if it may.</returns>
    private string? Stranger(HttpContext http, Activity activity) =>
        !channel.Value.IsOpen && !CallerCheck.IsEndorsed(http.User, activity.ChannelId, activity.ServiceUrl)
            ? "The token was not given out for this channel and serviceUrl."
        : !channels.Value.Allows(activity.ChannelId, environment) ? "The activity's channel is not among Channels:Allowed."
        : !tenants.Value.Allows([.. ActivityCheck.TenantsOf(activity)], environment)
            ? "The activity's tenants are not the one of Tenants:Allowed."
        : null;

    private static async Task AnswerAsync(HttpResponse response, InvokeResponse? answer)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (answer?.Body is null)
            return;
        var body = ChannelJson.Write(answer.Body);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }

    /// <returns>The whole body; null if it is too large.</returns>
    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestBody)
            return null;
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > LargestBody)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }
            var whole = read.IsCompleted ? read.Buffer.ToArray() : null;
            reader.AdvanceTo(whole is null ? read.Buffer.Start : read.Buffer.End, read.Buffer.End);
            if (whole is not null)
                return whole;
        }
    }

    private async Task RefuseAsync(HttpContext http, int status, string reason)
    {
        instruments.Refused(status);
        LogRefused(status, reason);
        http.Response.StatusCode = status;
        await http.Response.WriteAsJsonAsync(new { error = reason }, http.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused with {Status}: {Reason}")]
    private partial void LogRefused(int status, string reason);
}

using System.Buffers;
using GuidelineBot.Observability;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;

namespace GuidelineBot.Turns;

/// <summary><c>POST /api/messages</c>: everything that can be refused is refused here, with a reason, before the Bot Framework sees it.</summary>
internal sealed partial class MessagesEndpoint(
    TeamsAdapter adapter,
    IBot bot,
    IOptions<ChannelOptions> channel,
    IOptions<TenantOptions> tenants,
    IHostEnvironment environment,
    Instruments instruments,
    ILogger<MessagesEndpoint> logger
)
{
    /// <summary>Largest body, in bytes. A message with a card of the largest size Teams takes (28 KB) stays far below.</summary>
    public const int LargestBody = 256 * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        if (await ReadBodyAsync(http.Request) is not { } body)
        {
            await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, $"The body is larger than {LargestBody} bytes.");
            return;
        }

        var (envelope, reason) = ActivityCheck.Read(body);
        if (envelope is null)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, reason);
            return;
        }
        if (!channel.Value.IsOpen && !CallerCheck.IsEndorsed(http.User, envelope.ChannelId, envelope.ServiceUrl))
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, "The token was not given out for this channel and serviceUrl.");
            return;
        }
        if (!tenants.Value.Allows(envelope.TenantId, environment))
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, "The activity's tenant is not among Tenants:Allowed.");
            return;
        }

        if (Read(body) is not { } activity)
        {
            await RefuseAsync(
                http,
                StatusCodes.Status400BadRequest,
                "The activity has a member of another shape than the Bot Framework's schema."
            );
            return;
        }
        await AnswerAsync(http.Response, await adapter.RunAsync(activity, bot));
    }

    private static Activity? Read(byte[] body)
    {
        try
        {
            using var json = new MemoryStream(body, writable: false);
            return ChannelJson.Read<Activity>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

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

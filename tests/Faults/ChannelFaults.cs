using Microsoft.AspNetCore.Http;

namespace GuidelineBot.Tests.Faults;

/// <summary>What Teams' connector does instead of taking a call.</summary>
internal static class ChannelFaults
{
    public static Dictionary<string, IResult> All { get; } =
        new()
        {
            ["429 Retry-After"] = new Fault(http =>
            {
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = "1";
                return Task.CompletedTask;
            }),
            ["500"] = Results.StatusCode(StatusCodes.Status500InternalServerError),
            ["403 MessageWritesBlocked"] = Results.Json(
                new { error = new { code = "MessageWritesBlocked", message = "Message writes are blocked." } },
                statusCode: StatusCodes.Status403Forbidden
            ),
            ["time-out"] = new Fault(http => Task.Delay(Timeout.Infinite, http.RequestAborted)),
            ["closed mid-response"] = new Fault(async http =>
            {
                http.Response.StatusCode = StatusCodes.Status201Created;
                http.Response.ContentLength = 100;
                await http.Response.WriteAsync("{\"id\":\"");
                await http.Response.Body.FlushAsync();
                http.Abort();
            }),
        };

    private sealed class Fault(Func<HttpContext, Task> answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => answer(httpContext);
    }
}

using System.Net;

namespace GuidelineBot.Turns;

/// <summary>
/// Calls to the channel. One that is silent is given up before anybody has forgotten the question; within a turn, a channel that says
/// "later" is asked again when it says.
/// </summary>
internal sealed class PatientCalls(IHttpContextAccessor http, TimeProvider clock) : DelegatingHandler
{
    /// <summary>Teams gives a turn up after 10 to 15 seconds.</summary>
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        while (true)
        {
            var response = await CallAsync(request, cancellationToken);
            // Only 429 says for certain that nothing was posted. What no turn sends, the outbox tries again by itself.
            if (
                response.StatusCode != HttpStatusCode.TooManyRequests
                || http.HttpContext is null
                || response.Headers.RetryAfter is not { } after
                || (after.Delta ?? after.Date - clock.GetUtcNow()) is not { } wait
                || (waited += wait) > LongestWait
            )
                return response;
            response.Dispose();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> CallAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, either.Token);
            // The whole answer: one that stops half-way is silence, too.
            await response.Content.LoadIntoBufferAsync(either.Token);
            return response;
        }
        catch (OperationCanceledException fault) when (silence.IsCancellationRequested)
        {
            throw new HttpRequestException($"{Silence.TotalSeconds:0}秒以内に応答がありませんでした。", fault);
        }
    }
}

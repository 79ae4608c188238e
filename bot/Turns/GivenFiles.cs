using System.Net.Http.Headers;

namespace GuidelineBot.Turns;

/// <summary>Puts a file where somebody has agreed to take it: only where Teams keeps people's files, over HTTPS, with no token of ours.</summary>
internal sealed partial class GivenFiles(IHttpClientFactory clients, ILogger<GivenFiles> log)
{
    /// <summary>Teams waits 5 s for the answer to an invoke.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <param name="url">The client's word.</param>
    /// <returns>Whether it lies there now.</returns>
    public async Task<bool> PutAsync(string url, byte[] content, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !SentFiles.IsOfTeams(address))
            return false;
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var http = clients.CreateClient(SentFiles.Client);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (!response.IsSuccessStatusCode)
                LogRefused(address.Host, (int)response.StatusCode);
            return response.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogNotPut(fault, address.Host);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A file could not be put at {Host}: {Status}")]
    private partial void LogRefused(string host, int status);

    [LoggerMessage(LogLevel.Warning, "A file could not be put at {Host}")]
    private partial void LogNotPut(Exception fault, string host);
}

namespace GuidelineBot.Turns;

/// <summary>What became of fetching a file.</summary>
/// <param name="Content">Null where it could not be had.</param>
/// <param name="Refusal">Why not, for the person who sent it.</param>
internal sealed record FetchedFile(byte[]? Content, string? Refusal);

/// <summary>
/// Fetches what was sent. The address is the client's word: only the channel's own service (with the bot's token) and the hosts on which Teams
/// keeps files are called, never another.
/// </summary>
internal sealed partial class SentFiles(Connectors connectors, IHttpClientFactory clients, ILogger<SentFiles> log)
{
    public const string Client = "files";

    /// <summary>Where OneDrive and SharePoint hand out the files of chats.</summary>
    private static readonly string[] Hosts = ["sharepoint.com", "sharepoint-df.com"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="limit">In bytes.</param>
    public async Task<FetchedFile> FetchAsync(SentFile file, int limit, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.Url, UriKind.Absolute, out var address))
            return new FetchedFile(null, "場所が分からないため、取り込めませんでした。");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            if (IsOfService(address, file.Service))
                await connectors.AuthorizeAsync(new Uri(file.Service), request, patience.Token);
            else if (!IsOfTeams(address))
                return new FetchedFile(null, "Teamsの外にあるため、取り込めませんでした。");
            using var http = clients.CreateClient(Client);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (!response.IsSuccessStatusCode)
                return new FetchedFile(null, "Teamsから受け取れませんでした。もう一度送ってください。");
            await using var stream = await response.Content.ReadAsStreamAsync(patience.Token);
            return await ReadAsync(stream, limit, patience.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogNotFetched(fault, address.Host);
            return new FetchedFile(null, "Teamsから受け取れませんでした。もう一度送ってください。");
        }
    }

    /// <summary>As much as is allowed, whatever length was announced.</summary>
    private static async Task<FetchedFile> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (content.Length + read > limit)
                return new FetchedFile(null, $"{limit / (1024 * 1024)}MBを超えるため、取り込めませんでした。");
            content.Write(buffer, 0, read);
        }
        return content.Length == 0
            ? new FetchedFile(null, "中身が空のため、取り込めませんでした。")
            : new FetchedFile(content.ToArray(), null);
    }

    private static bool IsOfService(Uri address, string service) =>
        Uri.TryCreate(service, UriKind.Absolute, out var own) && address.Scheme == own.Scheme && address.Authority == own.Authority;

    /// <summary>Whether people's files of Teams lie there.</summary>
    internal static bool IsOfTeams(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && Hosts.Any(host => address.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(LogLevel.Warning, "A file that was sent could not be fetched from {Host}")]
    private partial void LogNotFetched(Exception fault, string host);
}

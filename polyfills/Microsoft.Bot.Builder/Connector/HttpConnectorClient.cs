using System.Net.Http.Headers;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>Calls a channel over a shared <see cref="HttpClient"/>.</summary>
internal sealed class HttpConnectorClient(
    Uri serviceUrl, HttpClient http, ServiceClientCredentials credentials) : IConnectorClient, IConversations
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    public Uri BaseUri { get; set; } = serviceUrl;

    public IConversations Conversations => this;

    async Task<T> IConversations.CallAsync<T>(HttpMethod method, string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"{BaseUri.AbsoluteUri.TrimEnd('/')}/{path}");
        request.Headers.Accept.Add(Json);
        if (body is not null)
            request.Content = new WireJson.Content(body);

        if (credentials is not null)
            await credentials.ProcessHttpRequestAsync(request, cancellationToken);

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var answer = new PooledStream();
        await answer.FillAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken);

        if (!response.IsSuccessStatusCode)
            throw Refused(request, response, answer);

        return answer.Length == 0 ? default : WireJson.Read<T>(answer);
    }

    public void Dispose()
    {
        // The HttpClient outlives the turn.
    }

    private static ErrorResponseException Refused(HttpRequestMessage request, HttpResponseMessage response, PooledStream answer)
    {
        using var reader = new StreamReader(answer);
        var text = reader.ReadToEnd();
        return new ErrorResponseException($"Operation returned an invalid status code '{response.StatusCode}'")
        {
            Request = new HttpRequestMessageWrapper(request, null),
            Response = new HttpResponseMessageWrapper(response, text),
            Body = ReadError(text),
        };
    }

    private static ErrorResponse ReadError(string text)
    {
        try
        {
            return JsonConvert.DeserializeObject<ErrorResponse>(text);
        }
        catch (JsonException)
        {
            // A proxy's page, for example: the status says enough.
            return null;
        }
    }
}

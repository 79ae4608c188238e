using System.Net;

namespace Microsoft.Rest;

/// <summary>Puts credentials on a request.</summary>
public abstract class ServiceClientCredentials
{
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A REST call failed.</summary>
public class RestException(string message, Exception innerException) : Exception(message, innerException);

/// <summary>Headers and content of a request or response, kept after it is disposed.</summary>
public abstract class HttpMessageWrapper
{
    public string Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; } =
        new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A request that failed.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string content)
    {
        Method = httpRequest.Method;
        RequestUri = httpRequest.RequestUri;
        Content = content;
    }

    public HttpMethod Method { get; protected set; }

    public Uri RequestUri { get; protected set; }
}

/// <summary>A response that is no success.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
        Content = content;
        foreach (var (name, values) in httpResponse.Headers)
            Headers[name] = values;
    }

    public HttpStatusCode StatusCode { get; protected set; }

    public string ReasonPhrase { get; protected set; }
}

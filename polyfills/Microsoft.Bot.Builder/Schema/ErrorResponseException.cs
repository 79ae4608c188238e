using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>A channel refused a call.</summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException()
        : this(null)
    {
    }

    public ErrorResponseException(string message)
        : this(message, null)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper Request { get; set; }

    public HttpResponseMessageWrapper Response { get; set; }

    public ErrorResponse Body { get; set; }
}

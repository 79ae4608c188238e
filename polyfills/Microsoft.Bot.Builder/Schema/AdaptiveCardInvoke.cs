using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The Action.Execute that was pressed.</summary>
public class AdaptiveCardInvokeAction
{
    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("verb")]
    public string Verb { get; set; }

    [JsonProperty("data")]
    public object Data { get; set; }
}

/// <summary>What an adaptiveCard/action invoke carries.</summary>
public class AdaptiveCardInvokeValue
{
    [JsonProperty("action")]
    public AdaptiveCardInvokeAction Action { get; set; }

    [JsonProperty("state")]
    public string State { get; set; }
}

/// <summary>The card, message or error that answers an Action.Execute.</summary>
public class AdaptiveCardInvokeResponse
{
    [JsonProperty("statusCode")]
    public int StatusCode { get; set; }

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonProperty("value")]
    public object Value { get; set; }
}

/// <summary>An error as the protocol writes it.</summary>
public class Error
{
    public Error()
    {
    }

    public Error(string code = default, string message = default)
    {
        Code = code;
        Message = message;
    }

    [JsonProperty("code")]
    public string Code { get; set; }

    [JsonProperty("message")]
    public string Message { get; set; }
}

/// <summary>The body of a failed call to a channel.</summary>
public class ErrorResponse
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(Error error = default)
    {
        Error = error;
    }

    [JsonProperty("error")]
    public Error Error { get; set; }
}

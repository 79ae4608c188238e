using System.Net;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Invokes: the caller waits for a status and a body.</summary>
public partial class ActivityHandler
{
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            switch (turnContext.Activity.Name)
            {
                case "adaptiveCard/action":
                    var value = ReadAdaptiveCardInvokeValue(turnContext.Activity);
                    return CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, value, cancellationToken));

                case "signin/verifyState" or "signin/tokenExchange":
                    await OnSignInInvokeAsync(turnContext, cancellationToken);
                    return CreateInvokeResponse();

                default:
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            }
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    protected virtual Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(new TypedTurnContext<IInvokeActivity>(turnContext), cancellationToken);

        // The bot may have sent its answer itself.
        if (response is not null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is null)
            await turnContext.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = response }, cancellationToken);
    }

    private static AdaptiveCardInvokeValue ReadAdaptiveCardInvokeValue(IInvokeActivity activity)
    {
        if (activity.Value is null)
            throw BadCardAction("BadRequest", "Missing value property");

        if (activity.Value is not JObject json)
            throw BadCardAction("BadRequest", "Value property is not properly formed");

        AdaptiveCardInvokeValue value;
        try
        {
            value = json.ToObject<AdaptiveCardInvokeValue>();
        }
        catch (JsonException)
        {
            throw BadCardAction("BadRequest", "Value property is not properly formed");
        }

        if (value?.Action is null)
            throw BadCardAction("BadRequest", "Missing action property");

        if (value.Action.Type != "Action.Execute")
            throw BadCardAction("NotSupported", $"The action '{value.Action.Type}' is not supported.");

        return value;
    }

    private static InvokeResponseException BadCardAction(string code, string message) => new(
        HttpStatusCode.BadRequest,
        new AdaptiveCardInvokeResponse
        {
            StatusCode = (int)HttpStatusCode.BadRequest,
            Type = "application/vnd.microsoft.error",
            Value = new Error(code, message),
        });

    /// <summary>Leaves a handler with a status, and perhaps a body, for the caller.</summary>
    protected class InvokeResponseException(HttpStatusCode statusCode, object body = null) : Exception
    {
        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)statusCode, Body = body };
    }
}

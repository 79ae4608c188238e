using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Connects a bot to something that sends it activities.</summary>
public abstract class BotAdapter
{
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";
    public const string BotIdentityKey = "BotIdentity";
    public const string OAuthScopeKey = "Microsoft.Bot.Builder.BotAdapter.OAuthScope";

    /// <summary>Handles what a turn throws; without it the exception reaches the caller.</summary>
    public Func<ITurnContext, Exception, Task> OnTurnError { get; set; }

    public MiddlewareSet MiddlewareSet { get; } = new();

    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    public virtual async Task ContinueConversationAsync(
        string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var context = new TurnContext(this, reference.GetContinuationActivity());
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        ConversationReference reference,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    public virtual Task ContinueConversationAsync(
        string botId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    public virtual Task CreateConversationAsync(
        string botAppId,
        string channelId,
        string serviceUrl,
        string audience,
        ConversationParameters conversationParameters,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    public virtual Task<InvokeResponse> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        SetCulture(turnContext.Activity.Locale);

        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken);
        }
        catch (Exception e) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, e);
        }
    }

    private static void SetCulture(string locale)
    {
        if (string.IsNullOrEmpty(locale))
            return;

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(locale);
        }
        catch (CultureNotFoundException)
        {
            // The locale is the sender's word; an unknown one leaves the culture as it was.
        }
    }
}

using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder;

/// <summary>Runs turns whose replies go to the channel over HTTP.</summary>
public abstract class CloudAdapterBase : BotAdapter
{
    protected CloudAdapterBase(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(botFrameworkAuthentication);
        BotFrameworkAuthentication = botFrameworkAuthentication;
        Logger = logger ?? NullLogger.Instance;
    }

    protected BotFrameworkAuthentication BotFrameworkAuthentication { get; }

    protected ILogger Logger { get; }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
            responses[i] = await SendAsync(turnContext, activities[i], cancellationToken) ?? new ResourceResponse(string.Empty);

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        ConversationsOf(turnContext).UpdateActivityAsync(activity, cancellationToken);

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        ConversationsOf(turnContext).DeleteActivityAsync(reference.Conversation.Id, reference.ActivityId, cancellationToken);

    public override Task ContinueConversationAsync(
        string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessProactiveAsync(CreateClaimsIdentity(botAppId), reference.GetContinuationActivity(), null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessProactiveAsync(claimsIdentity, reference.GetContinuationActivity(), null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        ConversationReference reference,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) =>
        ProcessProactiveAsync(claimsIdentity, reference.GetContinuationActivity(), audience, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        string botAppId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessProactiveAsync(CreateClaimsIdentity(botAppId), continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessProactiveAsync(claimsIdentity, continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) =>
        ProcessProactiveAsync(claimsIdentity, continuationActivity, audience, callback, cancellationToken);

    public override async Task CreateConversationAsync(
        string botAppId,
        string channelId,
        string serviceUrl,
        string audience,
        ConversationParameters conversationParameters,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        var identity = CreateClaimsIdentity(botAppId);
        var factory = BotFrameworkAuthentication.CreateConnectorFactory(identity);
        var client = await factory.CreateAsync(serviceUrl, audience, cancellationToken);
        var created = await client.Conversations.CreateConversationAsync(conversationParameters, cancellationToken);

        var opening = new Activity(ActivityTypes.Event)
        {
            Name = ActivityEventNames.CreateConversation,
            Id = created.ActivityId ?? Guid.NewGuid().ToString("n"),
            ChannelId = channelId,
            ServiceUrl = serviceUrl,
            Conversation = new ConversationAccount(conversationParameters.IsGroup, id: created.Id, tenantId: conversationParameters.TenantId),
            ChannelData = conversationParameters.ChannelData,
            Recipient = conversationParameters.Bot,
        };
        await RunAsync(opening, identity, audience, client, factory, callback, cancellationToken);
    }

    protected async Task ProcessProactiveAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var factory = BotFrameworkAuthentication.CreateConnectorFactory(claimsIdentity);
        var client = await factory.CreateAsync(continuationActivity.ServiceUrl, audience, cancellationToken);
        await RunAsync(continuationActivity, claimsIdentity, audience, client, factory, callback, cancellationToken);
    }

    protected async Task<InvokeResponse> ProcessActivityAsync(
        string authHeader, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var caller = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        activity.CallerId = caller.CallerId;
        var client = await caller.ConnectorFactory.CreateAsync(activity.ServiceUrl, caller.Audience, cancellationToken);
        return await RunAsync(activity, caller.ClaimsIdentity, caller.Audience, client, caller.ConnectorFactory, callback, cancellationToken);
    }

    private async Task<InvokeResponse> RunAsync(
        Activity activity,
        ClaimsIdentity identity,
        string audience,
        IConnectorClient client,
        ConnectorFactory factory,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        var userTokens = await BotFrameworkAuthentication.CreateUserTokenClientAsync(identity, cancellationToken);

        // Disposing the context disposes what is in its state, the two clients included.
        using var context = new TurnContext(this, activity);
        context.TurnState.Add<IIdentity>(BotIdentityKey, identity);
        context.TurnState.Add(client);
        context.TurnState.Set(userTokens);
        context.TurnState.Add(callback);
        context.TurnState.Add(factory);
        context.TurnState.Set(OAuthScopeKey, audience);

        await RunPipelineAsync(context, callback, cancellationToken);
        return Result(context);
    }

    private static InvokeResponse Result(TurnContext context)
    {
        if (context.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
            return new InvokeResponse { Status = (int)HttpStatusCode.OK, Body = new ExpectedReplies(context.BufferedReplyActivities) };

        if (context.Activity.Type != ActivityTypes.Invoke)
            return null;

        return context.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse
            ?? new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented };
    }

    private static async Task<ResourceResponse> SendAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        activity.Id = null;
        switch (activity.Type)
        {
            case ActivityTypesEx.Delay:
                await Task.Delay(Convert.ToInt32(activity.Value, System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
                return null;

            case ActivityTypesEx.InvokeResponse:
                turnContext.TurnState.Add(InvokeResponseKey, activity);
                return null;

            case ActivityTypes.Trace when activity.ChannelId != Channels.Emulator:
                return null;

            default:
                return string.IsNullOrWhiteSpace(activity.ReplyToId)
                    ? await ConversationsOf(turnContext).SendToConversationAsync(activity, cancellationToken)
                    : await ConversationsOf(turnContext).ReplyToActivityAsync(activity, cancellationToken);
        }
    }

    private static IConversations ConversationsOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>()?.Conversations
        ?? throw new InvalidOperationException("This turn has no connector client.");

    private static ClaimsIdentity CreateClaimsIdentity(string botAppId)
    {
        ArgumentException.ThrowIfNullOrEmpty(botAppId);
        return new ClaimsIdentity([new(AuthenticationConstants.AudienceClaim, botAppId), new(AuthenticationConstants.AppIdClaim, botAppId)]);
    }
}

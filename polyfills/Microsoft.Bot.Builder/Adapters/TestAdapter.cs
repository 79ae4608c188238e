using System.Globalization;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>Puts what the bot says into a queue.</summary>
public partial class TestAdapter : BotAdapter
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource<IActivity>> waiting = new();
    private int nextId;

    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(CreateConversation("Convo1"), sendTraceActivity)
    {
        Conversation.ChannelId = channelId;
    }

    public TestAdapter(ConversationReference conversation = null, bool sendTraceActivity = false)
    {
        EnableTrace = sendTraceActivity;
        Conversation = conversation ?? CreateConversation("Convo1");
    }

    public bool EnableTrace { get; set; }

    public string Locale { get; set; } = "en-us";

    public Queue<Activity> ActiveQueue { get; } = new();

    public ConversationReference Conversation { get; set; }

    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot")
    {
#pragma warning disable CA1308 // Ids are the names in lower case, as tests written for the genuine adapter expect.
        return new ConversationReference
        {
            ChannelId = Channels.Test,
            ServiceUrl = "https://test.com",
            Conversation = new ConversationAccount(false, id: name.ToLowerInvariant(), name: name),
            User = new ChannelAccount(user.ToLowerInvariant(), user),
            Bot = new ChannelAccount(bot.ToLowerInvariant(), bot),
            Locale = "en-us",
        };
#pragma warning restore CA1308
    }

    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    public async Task ProcessActivityAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        Address(activity);
        using var context = CreateTurnContext(activity);
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    public override async Task<InvokeResponse> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        Address(activity);
        using var context = CreateTurnContext(activity);
        context.TurnState.Add<IIdentity>(BotIdentityKey, claimsIdentity);
        await RunPipelineAsync(context, callback, cancellationToken);
        return context.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse;
    }

    public async Task CreateConversationAsync(string channelId, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ActiveQueue.Clear();
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.ChannelId = channelId;
        update.Conversation = new ConversationAccount(id: Guid.NewGuid().ToString("n"));
        using var context = CreateTurnContext(update);
        await callback(context, cancellationToken);
    }

    public Activity MakeActivity(string text = null) => new(ActivityTypes.Message)
    {
        Locale = Locale,
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl,
        Id = NextId(),
        Text = text,
    };

    public virtual Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private void Address(Activity activity)
    {
        lock (gate)
        {
            activity.Type ??= ActivityTypes.Message;
            activity.ChannelId ??= Conversation.ChannelId;
            if (activity.From is null || activity.From.Id == "unknown" || activity.From.Role == RoleTypes.Bot)
                activity.From = Conversation.User;

            activity.Recipient = Conversation.Bot;
            activity.Conversation = Conversation.Conversation;
            activity.ServiceUrl = Conversation.ServiceUrl;
            activity.Id = NextId();
            activity.Timestamp ??= DateTimeOffset.UtcNow;
        }
    }

    private string NextId() => (nextId++).ToString(CultureInfo.InvariantCulture);
}

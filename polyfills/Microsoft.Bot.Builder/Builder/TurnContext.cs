using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Routes what a bot says through the registered handlers to the adapter.</summary>
public class TurnContext : ITurnContext, IDisposable
{
    private readonly List<SendActivitiesHandler> onSend = [];
    private readonly List<UpdateActivityHandler> onUpdate = [];
    private readonly List<DeleteActivityHandler> onDelete = [];

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; } = new();

    public string Locale
    {
        get => Activity.Locale;
        set => Activity.Locale = value;
    }

    public Activity Activity { get; }

    public bool Responded { get; private set; }

    /// <summary>Replies kept back because the sender asked for them in the HTTP response.</summary>
    public List<Activity> BufferedReplyActivities { get; } = [];

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        onSend.Add(handler);
        return this;
    }

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        onUpdate.Add(handler);
        return this;
    }

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        onDelete.Add(handler);
        return this;
    }

    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(textReplyToSend))
            throw new ArgumentNullException(nameof(textReplyToSend));

        var message = new Activity(ActivityTypes.Message) { Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak))
            message.Speak = speak;

        if (!string.IsNullOrEmpty(inputHint))
            message.InputHint = inputHint;

        return SendActivityAsync(message, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken);

        // A handler may have kept the activity back.
        return responses is { Length: > 0 } ? responses[0] : new ResourceResponse();
    }

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("At least one activity is needed.", nameof(activities));

        var reference = Activity.GetConversationReference();
        var outgoing = activities.Select(activity => activity.ApplyConversationReference(reference)).ToList();
        return SendFrom(0);

        Task<ResourceResponse[]> SendFrom(int handler) =>
            handler < onSend.Count ? onSend[handler](this, outgoing, () =>
                SendFrom(handler + 1)) : SendToAdapterAsync(outgoing, cancellationToken);
    }

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var replacement = activity.ApplyConversationReference(Activity.GetConversationReference());
        return UpdateFrom(0);

        Task<ResourceResponse> UpdateFrom(int handler) => handler < onUpdate.Count
            ? onUpdate[handler](this, replacement, () => UpdateFrom(handler + 1))
            : Adapter.UpdateActivityAsync(this, replacement, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(activityId))
            throw new ArgumentNullException(nameof(activityId));

        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteFrom(0);

        Task DeleteFrom(int handler) => handler < onDelete.Count
            ? onDelete[handler](this, conversationReference, () => DeleteFrom(handler + 1))
            : Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            TurnState.Dispose();
    }

    private async Task<ResourceResponse[]> SendToAdapterAsync(List<Activity> outgoing, CancellationToken cancellationToken)
    {
        var responses = Activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? Buffer(outgoing)
            : await Adapter.SendActivitiesAsync(this, [.. outgoing], cancellationToken);

        for (var i = 0; i < responses.Length; i++)
            outgoing[i].Id = responses[i].Id;

        Responded |= outgoing.Exists(activity => activity.Type != ActivityTypes.Trace);
        return responses;
    }

    private ResourceResponse[] Buffer(List<Activity> outgoing)
    {
        foreach (var activity in outgoing)
        {
            if (activity.Type == ActivityTypesEx.InvokeResponse)
                TurnState[BotAdapter.InvokeResponseKey] = activity;

            BufferedReplyActivities.Add(activity);
        }

        return [.. outgoing.Select(_ => new ResourceResponse())];
    }
}

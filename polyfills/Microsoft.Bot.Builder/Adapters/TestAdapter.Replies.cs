using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>The queue of what the bot has said.</summary>
public partial class TestAdapter
{
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            activity.Id = string.IsNullOrEmpty(activity.Id) ? Guid.NewGuid().ToString("n") : activity.Id;
            activity.Timestamp ??= DateTimeOffset.UtcNow;
            responses[i] = new ResourceResponse(activity.Id);

            if (activity.Type == ActivityTypesEx.Delay)
                await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), cancellationToken);
            else if (activity.Type == ActivityTypesEx.InvokeResponse)
                turnContext.TurnState.Add(InvokeResponseKey, activity);
            else if (activity.Type != ActivityTypes.Trace || EnableTrace)
                Enqueue(activity);
        }

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        var isFound = Rewrite(activity.Id, activity);
        return Task.FromResult(isFound ? new ResourceResponse(activity.Id) : new ResourceResponse());
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Rewrite(reference.ActivityId, null);
        return Task.CompletedTask;
    }

    public IActivity GetNextReply()
    {
        lock (gate)
            return ActiveQueue.TryDequeue(out var reply) ? reply : null;
    }

    /// <summary>Waits for a reply if there is none yet.</summary>
    public Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (ActiveQueue.TryDequeue(out var reply))
                return Task.FromResult<IActivity>(reply);

            var next = new TaskCompletionSource<IActivity>(TaskCreationOptions.RunContinuationsAsynchronously);
            cancellationToken.Register(() => next.TrySetCanceled(cancellationToken));
            waiting.Enqueue(next);
            return next.Task;
        }
    }

    private void Enqueue(Activity activity)
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult(activity))
                    return;
            }

            ActiveQueue.Enqueue(activity);
        }
    }

    private bool Rewrite(string id, Activity replacement)
    {
        lock (gate)
        {
            var replies = ActiveQueue.ToList();
            var index = replies.FindIndex(reply => reply.Id == id);
            if (index < 0)
                return false;

            if (replacement is null)
                replies.RemoveAt(index);
            else
                replies[index] = replacement;

            ActiveQueue.Clear();
            replies.ForEach(ActiveQueue.Enqueue);
            return true;
        }
    }
}

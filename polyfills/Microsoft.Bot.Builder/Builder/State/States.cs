namespace Microsoft.Bot.Builder;

/// <summary>State of a conversation, whoever speaks in it.</summary>
public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        var channelId = turnContext.Activity.ChannelId ?? throw new InvalidOperationException("invalid activity-missing channelId");
        var conversationId = turnContext.Activity.Conversation?.Id
            ?? throw new InvalidOperationException("invalid activity-missing Conversation.Id");
        return $"{channelId}/conversations/{conversationId}";
    }
}

/// <summary>State of a person, in whatever conversation.</summary>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        var channelId = turnContext.Activity.ChannelId ?? throw new InvalidOperationException("invalid activity-missing channelId");
        var userId = turnContext.Activity.From?.Id ?? throw new InvalidOperationException("invalid activity-missing From.Id");
        return $"{channelId}/users/{userId}";
    }
}

/// <summary>Saves states when the turn is over.</summary>
public class AutoSaveStateMiddleware(params BotState[] botStates) : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        await next(cancellationToken);
        foreach (var state in botStates)
            await state.SaveChangesAsync(turnContext, false, cancellationToken);
    }
}

using System.Net;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Dispatches a turn by the type of its activity.</summary>
public partial class ActivityHandler : IBot
{
    public virtual Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity?.Type is null)
            throw new ArgumentException("The turn needs an activity with a type.", nameof(turnContext));

        return turnContext.Activity.Type switch
        {
            ActivityTypes.Message => OnMessageActivityAsync(new TypedTurnContext<IMessageActivity>(turnContext), cancellationToken),
            ActivityTypes.MessageUpdate =>
                OnMessageUpdateActivityAsync(new TypedTurnContext<IMessageUpdateActivity>(turnContext), cancellationToken),
            ActivityTypes.MessageDelete =>
                OnMessageDeleteActivityAsync(new TypedTurnContext<IMessageDeleteActivity>(turnContext), cancellationToken),
            ActivityTypes.ConversationUpdate =>
                OnConversationUpdateActivityAsync(new TypedTurnContext<IConversationUpdateActivity>(turnContext), cancellationToken),
            ActivityTypes.MessageReaction =>
                OnMessageReactionActivityAsync(new TypedTurnContext<IMessageReactionActivity>(turnContext), cancellationToken),
            ActivityTypes.Event => OnEventActivityAsync(new TypedTurnContext<IEventActivity>(turnContext), cancellationToken),
            ActivityTypes.Invoke => AnswerInvokeAsync(turnContext, cancellationToken),
            ActivityTypes.EndOfConversation =>
                OnEndOfConversationActivityAsync(new TypedTurnContext<IEndOfConversationActivity>(turnContext), cancellationToken),
            ActivityTypes.Typing => OnTypingActivityAsync(new TypedTurnContext<ITypingActivity>(turnContext), cancellationToken),
            ActivityTypes.InstallationUpdate =>
                OnInstallationUpdateActivityAsync(new TypedTurnContext<IInstallationUpdateActivity>(turnContext), cancellationToken),
            ActivityTypes.Command => OnCommandActivityAsync(new TypedTurnContext<ICommandActivity>(turnContext), cancellationToken),
            ActivityTypes.CommandResult =>
                OnCommandResultActivityAsync(new TypedTurnContext<ICommandResultActivity>(turnContext), cancellationToken),
            _ => OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken),
        };
    }

    protected static InvokeResponse CreateInvokeResponse(object body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    protected virtual Task OnMessageActivityAsync(
        ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.MembersAdded is { } added)
            return HasOthers(added) ? OnMembersAddedAsync(added, turnContext, cancellationToken) : Task.CompletedTask;

        if (activity.MembersRemoved is { } removed)
            return HasOthers(removed) ? OnMembersRemovedAsync(removed, turnContext, cancellationToken) : Task.CompletedTask;

        return Task.CompletedTask;

        bool HasOthers(IList<ChannelAccount> members) => members.Any(member => member.Id != activity.Recipient?.Id);
    }

    protected virtual Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnMembersRemovedAsync(
        IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual async Task OnMessageReactionActivityAsync(
        ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.ReactionsAdded is { } added)
            await OnReactionsAddedAsync(added, turnContext, cancellationToken);

        if (turnContext.Activity.ReactionsRemoved is { } removed)
            await OnReactionsRemovedAsync(removed, turnContext, cancellationToken);
    }

    protected virtual Task OnReactionsAddedAsync(
        IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnReactionsRemovedAsync(
        IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Name == "tokens/response"
            ? OnTokenResponseEventAsync(turnContext, cancellationToken)
            : OnEventAsync(turnContext, cancellationToken);

    protected virtual Task OnTokenResponseEventAsync(
        ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnEventAsync(
        ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnEndOfConversationActivityAsync(
        ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTypingActivityAsync(
        ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnInstallationUpdateActivityAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Action switch
        {
            "add" or "add-upgrade" => OnInstallationUpdateAddAsync(turnContext, cancellationToken),
            "remove" or "remove-upgrade" => OnInstallationUpdateRemoveAsync(turnContext, cancellationToken),
            _ => Task.CompletedTask,
        };

    protected virtual Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnCommandActivityAsync(
        ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnCommandResultActivityAsync(
        ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnUnrecognizedActivityTypeAsync(
        ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;
}

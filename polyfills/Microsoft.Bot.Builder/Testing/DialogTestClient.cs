using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Testing;

/// <summary>Runs one dialog, with its state stored between turns.</summary>
public class DialogTestClient
{
    private readonly TestAdapter adapter;
    private readonly BotCallbackHandler callback;

    public DialogTestClient(
        string channelId,
        Dialog targetDialog,
        object initialDialogOptions = null,
        IEnumerable<IMiddleware> middlewares = null,
        ConversationState conversationState = null)
        : this(new TestAdapter(channelId), targetDialog, initialDialogOptions, middlewares, conversationState)
    {
    }

    public DialogTestClient(
        TestAdapter testAdapter,
        Dialog targetDialog,
        object initialDialogOptions = null,
        IEnumerable<IMiddleware> middlewares = null,
        ConversationState conversationState = null)
    {
        ConversationState = conversationState ?? new ConversationState(new MemoryStorage());
        adapter = testAdapter.Use(new AutoSaveStateMiddleware(ConversationState));
        foreach (var middleware in middlewares ?? [])
            adapter.Use(middleware);

        var stack = ConversationState.CreateProperty<DialogState>("DialogState");
        callback = async (turnContext, cancellationToken) =>
        {
            DialogContext = await new DialogSet(stack).Add(targetDialog).CreateContextAsync(turnContext, cancellationToken);
            DialogTurnResult = await DialogContext.ContinueDialogAsync(cancellationToken);
            if (DialogTurnResult.Status == DialogTurnStatus.Empty)
                DialogTurnResult = await DialogContext.BeginDialogAsync(targetDialog.Id, initialDialogOptions, cancellationToken);
        };
    }

    public DialogContext DialogContext { get; private set; }

    public DialogTurnResult DialogTurnResult { get; private set; }

    public ConversationState ConversationState { get; }

    /// <summary>Returns the first reply; more come from <see cref="GetNextReply{T}"/>.</summary>
    public virtual async Task<T> SendActivityAsync<T>(Activity activity, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await adapter.ProcessActivityAsync(activity, callback, cancellationToken);
        return GetNextReply<T>();
    }

    public virtual async Task<T> SendActivityAsync<T>(string text, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await adapter.SendTextToBotAsync(text, callback, cancellationToken);
        return GetNextReply<T>();
    }

    public virtual T GetNextReply<T>()
        where T : IActivity => (T)adapter.GetNextReply();
}

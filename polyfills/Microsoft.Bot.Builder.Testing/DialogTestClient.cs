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
        ConversationState conversationState = null
    )
    {
        conversationState ??= new ConversationState(new MemoryStorage());
        adapter = new TestAdapter(channelId).Use(new AutoSaveStateMiddleware(conversationState));
        foreach (var middleware in middlewares ?? [])
            adapter.Use(middleware);

        var stack = conversationState.CreateProperty<DialogState>("DialogState");
        callback = async (turnContext, cancellationToken) =>
        {
            var dialogs = await new DialogSet(stack).Add(targetDialog).CreateContextAsync(turnContext, cancellationToken);
            DialogTurnResult = await dialogs.ContinueDialogAsync(cancellationToken);
            if (DialogTurnResult.Status == DialogTurnStatus.Empty)
                DialogTurnResult = await dialogs.BeginDialogAsync(targetDialog.Id, initialDialogOptions, cancellationToken);
        };
    }

    public DialogTurnResult DialogTurnResult { get; private set; }

    /// <summary>Returns the first reply; more come from <see cref="GetNextReply{T}"/>.</summary>
    public virtual async Task<T> SendActivityAsync<T>(string text, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await adapter.SendTextToBotAsync(text, callback, cancellationToken);
        return GetNextReply<T>();
    }

    public virtual T GetNextReply<T>()
        where T : IActivity => (T)adapter.GetNextReply();
}

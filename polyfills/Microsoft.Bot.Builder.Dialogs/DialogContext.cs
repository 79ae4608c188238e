namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A turn together with the stack of dialogs it meets.</summary>
public class DialogContext
{
    private readonly DialogSet dialogs;

    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(state);
        this.dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack;
    }

    public ITurnContext Context { get; }

    public List<DialogInstance> Stack { get; }

    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(dialogId);
        var dialog = Required(dialogId);
        Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is { } active
            ? await Required(active.Id).ContinueDialogAsync(this, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Empty);

    /// <summary>Ends the active dialog. The genuine one would go on with the one below; here dialogs stand one at a time.</summary>
    /// <exception cref="NotSupportedException">Another dialog lies below.</exception>
    public Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        if (Stack.Count > 1)
            throw new NotSupportedException("This stand-in does not resume a dialog below another.");
        Stack.Clear();
        return Task.FromResult(new DialogTurnResult(DialogTurnStatus.Complete, result));
    }

    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default)
    {
        var status = Stack.Count == 0 ? DialogTurnStatus.Empty : DialogTurnStatus.Cancelled;
        Stack.Clear();
        return Task.FromResult(new DialogTurnResult(status));
    }

    public Task RepromptDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is { } active ? Required(active.Id).RepromptDialogAsync(Context, active, cancellationToken) : Task.CompletedTask;

    private Dialog Required(string dialogId) =>
        dialogs.Find(dialogId) ?? throw new InvalidOperationException($"A dialog with an id of '{dialogId}' wasn't found.");
}

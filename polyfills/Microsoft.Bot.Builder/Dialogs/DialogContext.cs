namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A turn together with the stack of dialogs it meets.</summary>
public class DialogContext
{
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(state);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack;
    }

    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, parentDialogContext.Context, state)
    {
        Parent = parentDialogContext;
    }

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    public List<DialogInstance> Stack { get; }

    public DialogContext Parent { get; set; }

    public DialogContext Child => ActiveDialog is { } active && FindDialog(active.Id) is DialogContainer container
        ? container.CreateChildContext(this)
        : null;

    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(dialogId);
        RefuseToken(options, nameof(options));

        var dialog = Required(dialogId);
        Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>(), Version = dialog.GetVersion() });
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return BeginDialogAsync(dialogId, options, cancellationToken);
    }

    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) => ActiveDialog is { } active
        ? await Required(active.Id).ContinueDialogAsync(this, cancellationToken)
        : new DialogTurnResult(DialogTurnStatus.Empty);

    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        RefuseToken(result, nameof(result));
        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog is { } below
            ? await Required(below.Id).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Complete, result);
    }

    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(false, null, null, cancellationToken);

    public async Task<DialogTurnResult> CancelAllDialogsAsync(
        bool cancelParents, string eventName = null, object eventValue = null, CancellationToken cancellationToken = default)
    {
        if (Stack.Count == 0 && Parent is null)
            return new DialogTurnResult(DialogTurnStatus.Empty);

        var context = this;
        var isFirst = true;
        while (context is not null)
        {
            if (context.Stack.Count > 0)
            {
                // The first one asked for it; those below it are told, and may say no.
                if (!isFirst && await context.EmitEventAsync(eventName ?? DialogEvents.CancelDialog, eventValue, false, false, cancellationToken))
                    break;

                isFirst = false;
                await context.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
            }
            else
            {
                context = cancelParents ? context.Parent : null;
            }
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    public async Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        RefuseToken(options, nameof(options));
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    public Task RepromptDialogAsync(CancellationToken cancellationToken = default) => ActiveDialog is { } active
        ? Required(active.Id).RepromptDialogAsync(Context, active, cancellationToken)
        : Task.CompletedTask;

    /// <summary>Looks here, then in the parents.</summary>
    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    public async Task<bool> EmitEventAsync(
        string name, object value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        var context = this;
        while (fromLeaf && context.Child is { } child)
            context = child;

        return context.ActiveDialog is { } active
            && await context.Required(active.Id)
                .OnDialogEventAsync(context, new DialogEvent { Name = name, Value = value, Bubble = bubble }, cancellationToken);
    }

    public string GetLocale() => Context.Activity.Locale ?? System.Globalization.CultureInfo.CurrentCulture.Name;

    private Dialog Required(string dialogId) =>
        FindDialog(dialogId) ?? throw new InvalidOperationException($"A dialog with an id of '{dialogId}' wasn't found.");

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active)
            return;

        if (FindDialog(active.Id) is { } dialog)
            await dialog.EndDialogAsync(Context, active, reason, cancellationToken);

        Stack.RemoveAt(0);
    }

    // It slips in easily where an optional object comes before the token.
    private static void RefuseToken(object given, string parameter)
    {
        if (given is CancellationToken)
            throw new ArgumentException($"{parameter} cannot be a cancellation token", parameter);
    }
}

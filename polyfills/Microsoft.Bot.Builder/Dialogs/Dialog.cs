namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A part of a conversation with its own state on the stack.</summary>
public abstract class Dialog
{
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    private string id;

    protected Dialog(string dialogId = null)
    {
        id = dialogId;
    }

    public string Id
    {
        get => id ??= OnComputeId();
        set => id = value;
    }

    public abstract Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object options = null, CancellationToken cancellationToken = default);

    /// <summary>By default a dialog without a continuation ends.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(null, cancellationToken);

    /// <summary>By default the result of the dialog above is passed on.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(result, cancellationToken);

    public virtual Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    public virtual string GetVersion() => Id;

    public virtual async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        if (await OnPreBubbleEventAsync(dc, e, cancellationToken))
            return true;

        if (e.Bubble && dc.Parent is not null && await dc.Parent.EmitEventAsync(e.Name, e.Value, true, false, cancellationToken))
            return true;

        return await OnPostBubbleEventAsync(dc, e, cancellationToken);
    }

    protected virtual Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    protected virtual Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    protected virtual string OnComputeId() => GetType().Name;
}

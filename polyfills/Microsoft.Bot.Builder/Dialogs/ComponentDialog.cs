namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Several dialogs that look like one from outside.</summary>
public class ComponentDialog(string dialogId = null) : DialogContainer(dialogId)
{
    public const string PersistedDialogState = "dialogs";

    private bool isInitialized;

    public string InitialDialogId { get; set; }

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext outerDc, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        await EnsureInitializedAsync(outerDc);
        var result = await OnBeginDialogAsync(CreateChildContext(outerDc), options, cancellationToken);
        return await AfterInnerTurnAsync(outerDc, result, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext outerDc, CancellationToken cancellationToken = default)
    {
        await EnsureInitializedAsync(outerDc);
        var result = await OnContinueDialogAsync(CreateChildContext(outerDc), cancellationToken);
        return await AfterInnerTurnAsync(outerDc, result, cancellationToken);
    }

    /// <summary>Something was put on top of this container and has ended: the question inside is asked again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext outerDc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        await EnsureInitializedAsync(outerDc);
        await RepromptDialogAsync(outerDc.Context, outerDc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        await new DialogContext(Dialogs, turnContext, InnerState(instance)).RepromptDialogAsync(cancellationToken);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken);
    }

    public override async Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
            await new DialogContext(Dialogs, turnContext, InnerState(instance)).CancelAllDialogsAsync(cancellationToken);

        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken);
    }

    /// <summary>The first dialog added is the one that starts, unless <see cref="InitialDialogId"/> says otherwise.</summary>
    public ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    public override DialogContext CreateChildContext(DialogContext dc) => new(Dialogs, dc, InnerState(dc.ActiveDialog));

    protected async Task EnsureInitializedAsync(DialogContext outerDc)
    {
        if (isInitialized)
            return;

        isInitialized = true;
        await OnInitializeAsync(outerDc);
    }

    protected virtual Task OnInitializeAsync(DialogContext dc)
    {
        InitialDialogId ??= Dialogs.GetDialogs().FirstOrDefault()?.Id;
        return Task.CompletedTask;
    }

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object options, CancellationToken cancellationToken = default) =>
        innerDc.BeginDialogAsync(InitialDialogId, options, cancellationToken);

    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        innerDc.ContinueDialogAsync(cancellationToken);

    protected virtual Task OnEndDialogAsync(
        ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
            Task.CompletedTask;

    protected virtual Task OnRepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    protected virtual Task<DialogTurnResult> EndComponentAsync(DialogContext outerDc, object result, CancellationToken cancellationToken) =>
        outerDc.EndDialogAsync(result, cancellationToken);

    private async Task<DialogTurnResult> AfterInnerTurnAsync(
        DialogContext outerDc, DialogTurnResult inner, CancellationToken cancellationToken)
    {
        if (inner.Status == DialogTurnStatus.Waiting)
            return EndOfTurn;

        var outer = await EndComponentAsync(outerDc, inner.Result, cancellationToken);
        return inner.Status == DialogTurnStatus.Cancelled ? new DialogTurnResult(DialogTurnStatus.Cancelled, inner.Result) : outer;
    }

    private static DialogState InnerState(DialogInstance instance)
    {
        if (instance.State.Read<DialogState>(PersistedDialogState) is { } state)
        {
            state.DialogStack ??= [];
            return state;
        }

        var created = new DialogState();
        instance.State[PersistedDialogState] = created;
        return created;
    }
}

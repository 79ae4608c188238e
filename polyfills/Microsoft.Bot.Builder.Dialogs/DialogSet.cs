namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs by id.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> dialogs = [];
    private readonly IStatePropertyAccessor<DialogState> state;

    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        state = dialogState;
    }

    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        dialogs.Add(dialog.Id, dialog);
        return this;
    }

    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return new DialogContext(this, turnContext, await state.GetAsync(turnContext, () => new DialogState(), cancellationToken));
    }

    public Dialog Find(string dialogId) => dialogs.GetValueOrDefault(dialogId);
}

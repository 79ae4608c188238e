using System.Globalization;

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

    /// <summary>A set inside a container, which keeps the state.</summary>
    public DialogSet()
    {
    }

    public virtual string GetVersion() => string.Join('|', dialogs.Select(entry => $"{entry.Key}={entry.Value.GetVersion()}"));

    /// <summary>Another dialog of the same id gets the next free number behind its id.</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var id = dialog.Id;
        for (var number = 2; dialogs.TryGetValue(dialog.Id, out var present); number++)
        {
            if (present == dialog)
                return this;

            dialog.Id = string.Create(CultureInfo.InvariantCulture, $"{id}{number}");
        }

        dialogs.Add(dialog.Id, dialog);
        return this;
    }

    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (state is null)
            throw new InvalidOperationException("This set was created without a state property.");

        return new DialogContext(this, turnContext, await state.GetAsync(turnContext, () => new DialogState(), cancellationToken));
    }

    public Dialog Find(string dialogId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dialogId);
        return dialogs.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => dialogs.Values;
}

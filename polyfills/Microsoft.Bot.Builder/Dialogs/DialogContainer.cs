namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog with a stack of its own inside.</summary>
public abstract class DialogContainer : Dialog
{
    protected DialogContainer(string dialogId = null)
        : base(dialogId)
    {
    }

    public DialogSet Dialogs { get; set; } = new();

    public abstract DialogContext CreateChildContext(DialogContext dc);

    public virtual Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId);
}

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as the whole conversation.</summary>
public static class DialogExtensions
{
    public static async Task RunAsync(
        this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        var context = await new DialogSet(accessor).Add(dialog).CreateContextAsync(turnContext, cancellationToken);
        var result = await context.ContinueDialogAsync(cancellationToken);
        if (result.Status == DialogTurnStatus.Empty)
            await context.BeginDialogAsync(dialog.Id, null, cancellationToken);
    }
}

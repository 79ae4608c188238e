using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace GuidelineBot.Turns;

/// <summary>Conversations that go on over several turns: begins, continues and ends the Bot Framework's dialogs.</summary>
internal sealed class Talks(TalkState state, IEnumerable<Dialog> dialogs)
{
    /// <summary>The dialog about a draft.</summary>
    public const string AboutADraft = "draft";

    /// <summary>What a dialog is begun with.</summary>
    public sealed record About(string Draft, string? Field);

    private readonly IStatePropertyAccessor<DialogState> stack = state.CreateProperty<DialogState>("dialogs");
    private readonly IStatePropertyAccessor<Memory> memory = state.CreateProperty<Memory>("memory");

    /// <summary>What was spoken of before, and the draft that the talk is about.</summary>
    public async Task<Turn> RecallAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(context, cancellationToken);
        return turn with
        {
            Memory = await memory.GetAsync(context, cancellationToken: cancellationToken) ?? new Memory(),
            Open = open.ActiveDialog is { } active
                ? new OpenDialog(
                    (string)active.State[nameof(About.Draft)],
                    active.State.TryGetValue(nameof(About.Field), out var field) ? field as string : null
                )
                : null,
        };
    }

    /// <summary>Keeps what a turn left to go on from.</summary>
    public async Task KeepAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Memory.IsEmpty)
            await memory.DeleteAsync(context, cancellationToken);
        else
            await memory.SetAsync(context, turn.Memory, cancellationToken);
        await state.SaveChangesAsync(context, false, cancellationToken);
    }

    /// <summary>Lets the open dialog, if there is one, have the message.</summary>
    /// <returns>Whether it dealt with it; otherwise it is to be answered like any other, and <see cref="GoOnAsync"/> called after that.</returns>
    public async Task<bool> HearAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(context, cancellationToken);
        if (open.ActiveDialog is null)
            return false;
        context.TurnState.Set(turn);
        var result = await open.ContinueDialogAsync(cancellationToken);
        await state.SaveChangesAsync(context, false, cancellationToken);
        return result is not { Result: Declined };
    }

    /// <summary>Asks again what was open before something else was answered.</summary>
    public async Task GoOnAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(context, cancellationToken);
        if (open.ActiveDialog is not null)
            await open.RepromptDialogAsync(cancellationToken);
    }

    /// <summary>Begins or ends the dialog that a reply speaks of.</summary>
    /// <returns>What is to be shown now.</returns>
    public async Task<Reply> TakeAsync(ITurnContext context, Reply reply, CancellationToken cancellationToken)
    {
        if (reply is not (Reply.Converse or Reply.Leave))
            return reply;
        var open = await OpenAsync(context, cancellationToken);
        if (reply is Reply.Leave leave)
        {
            if (IsAbout(open, leave.Draft))
                await open.CancelAllDialogsAsync(cancellationToken);
            await state.SaveChangesAsync(context, false, cancellationToken);
            return leave.Last;
        }
        var converse = (Reply.Converse)reply;
        await open.CancelAllDialogsAsync(cancellationToken);
        await open.BeginDialogAsync(AboutADraft, new About(converse.Draft, converse.Field), cancellationToken);
        await state.SaveChangesAsync(context, false, cancellationToken);
        return converse.First;
    }

    private static bool IsAbout(DialogContext open, string draft) =>
        open.ActiveDialog?.State.TryGetValue(nameof(About.Draft), out var about) == true && (string)about == draft;

    private async Task<DialogContext> OpenAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var set = new DialogSet(stack);
        foreach (var dialog in dialogs)
            set.Add(dialog);
        var open = await set.CreateContextAsync(context, cancellationToken);
        // Of what was stored the state hands out a copy; what the dialogs change in it would be lost.
        await stack.SetAsync(context, new DialogState(open.Stack), cancellationToken);
        return open;
    }

    /// <summary>The result of a dialog's turn that was not meant for it.</summary>
    public sealed record Declined;
}

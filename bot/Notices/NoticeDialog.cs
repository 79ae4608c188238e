using GuidelineBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace GuidelineBot.Notices;

/// <summary>
/// The conversation about a draft. It holds which draft and which field; the facts are in the database, so a restart, another device or the
/// card form lose nothing.
/// </summary>
internal sealed class NoticeDialog(NoticeTalk talk, TurnReader reader, Replies replies) : Dialog(Talks.AboutADraft)
{
    private const string Draft = nameof(Talks.About.Draft);
    private const string Field = nameof(Talks.About.Field);

    public static IServiceCollection AddTo(IServiceCollection services) => services.AddSingleton<Dialog, NoticeDialog>();

    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var about = (Talks.About)options!;
        dc.ActiveDialog.State[Draft] = about.Draft;
        Remember(dc.ActiveDialog, about.Field);
        return Task.FromResult(EndOfTurn);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var heard = await talk.HearAsync(
            TurnOf(dc.Context),
            (string)dc.ActiveDialog.State[Draft],
            FieldOf(dc.ActiveDialog),
            cancellationToken
        );
        if (heard.Reply is { } reply)
            await replies.SendAsync(dc.Context, reply, cancellationToken);
        if (heard.IsOver)
        {
            await dc.EndDialogAsync(null, cancellationToken);
            return new DialogTurnResult(DialogTurnStatus.Complete, heard.Reply is null ? new Talks.Declined() : null);
        }
        Remember(dc.ActiveDialog, heard.Field);
        return new DialogTurnResult(DialogTurnStatus.Waiting, heard.Reply is null ? new Talks.Declined() : null);
    }

    public override async Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    )
    {
        if (
            FieldOf(instance) is { } field
            && await talk.AskAgainAsync(TurnOf(turnContext), (string)instance.State[Draft], field, cancellationToken) is { } question
        )
            await replies.SendAsync(turnContext, question, cancellationToken);
    }

    private Turn TurnOf(ITurnContext context) => context.TurnState.Get<Turn>() ?? reader.Read(context.Activity);

    private static string? FieldOf(DialogInstance instance) => instance.State.TryGetValue(Field, out var field) ? (string?)field : null;

    private static void Remember(DialogInstance instance, string? field)
    {
        if (field is null)
            instance.State.Remove(Field);
        else
            instance.State[Field] = field;
    }
}

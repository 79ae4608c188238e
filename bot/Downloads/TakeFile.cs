using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Downloads;

/// <summary>Somebody agreed, or did not, to take a file that was offered to them in Teams.</summary>
internal sealed class TakeFile(DownloadLinks links, GivenFiles given) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var consent = turn.Consent!;
        if (!consent.IsAccepted)
            return new Reply.Say("受け取らないことにしました。必要なときは「書類」のリンクからも開けます。");
        if (
            turn.Conversation.Kind != ConversationKind.Personal
            || await links.FetchAsync(consent.Ticket, cancellationToken, turn.From.Id) is not { } file
        )
            return new Reply.Say("この書類は、もう渡せません（30分か、3回まで）。「書類」から、もう一度お試しください。");
        return await given.PutAsync(consent.Upload, file.Content, cancellationToken)
            ? new Reply.Given($"「{file.Name}」をOneDriveに保存しました。", consent with { Name = file.Name })
            : new Reply.Say($"「{file.Name}」をTeamsに保存できませんでした。「書類」のリンクからお開きください。");
    }
}

using System.Security.Cryptography;
using GuidelineBot.Knowledge;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Turns;

/// <summary>The one place where a fault ends: the person gets a short apology with a reference number, the log gets the fault with the same number.</summary>
internal sealed partial class Apology(LiveKnowledge knowledge, ILogger<Apology> logger)
{
    // No letters or digits that are easily misread over the telephone.
    private const string Letters = "ACDEFGHJKLMNPQRTUVWXY3479";

    public async Task SayAsync(ITurnContext context, Exception fault)
    {
        if (fault is UnreadablePressException)
        {
            LogUnreadable(context.Activity.Id, fault.Message);
            await TellAsync(
                context,
                400,
                "このボタンの内容を読み取れませんでした。お手数ですが、新しく表示したカードからもう一度お試しください。"
            );
            return;
        }

        var reference = RandomNumberGenerator.GetString(Letters, 8).Insert(4, "-");
        // Every other line and span of this request carries the trace's id.
        var trace = System.Diagnostics.Activity.Current;
        trace?.SetTag("guidelinebot.reference", reference);
        LogFault(fault, reference, context.Activity.Type, context.Activity.Id, trace?.TraceId.ToString());
        await TellAsync(
            context,
            500,
            "申し訳ありません。うまく処理できませんでした。少し待ってから、もう一度お試しください。"
                + $"続くときは、受付番号 {reference} を{knowledge.Current.Offices.PublicRelations.Name}にお知らせください。"
        );
    }

    private async Task TellAsync(ITurnContext context, int status, string sentence)
    {
        var told =
            context.Activity.Type == ActivityTypes.Invoke
                ? new Activity(
                    type: "invokeResponse",
                    value: new InvokeResponse { Status = 200, Body = ReplyWriter.Refusal(status, "Fault", sentence) }
                )
                : MessageFactory.Text(sentence);
        try
        {
            await context.SendActivityAsync(told);
        }
        catch (Exception fault)
        {
            // The fault may be that nothing can be sent at all; then the log is all there is.
            LogUntold(fault, context.Activity.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The apology could not be sent either ({Id})")]
    private partial void LogUntold(Exception fault, string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn failed, reference {Reference} ({Type} {Id}, trace {Trace})")]
    private partial void LogFault(Exception fault, string reference, string type, string id, string? trace);

    // Not the fault beneath: its message has the client's words in it, with whatever line ends they have.
    [LoggerMessage(Level = LogLevel.Warning, Message = "A press could not be read ({Id}): {Reason}")]
    private partial void LogUnreadable(string id, string reason);
}

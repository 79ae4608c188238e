using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Turns;

/// <summary>Tells somebody in words that something is not done, where the protocol has a place for words.</summary>
internal static class Refusal
{
    /// <param name="status">As in HTTP; within an answer to a press, which Teams shows only if HTTP itself says 200.</param>
    /// <returns>Null where nothing is shown to anybody.</returns>
    public static InvokeResponse? Of(IActivity activity, int status, string code, string sentence) =>
        (activity as Activity)?.Name switch
        {
            "adaptiveCard/action" => Body(ReplyWriter.Refusal(status, code, sentence)),
            "composeExtension/query" => Body(ExtensionWriter.Results(new Reply.Say(sentence))),
            "composeExtension/fetchTask" or "composeExtension/submitAction" => Body(ExtensionWriter.Window(new Reply.Say(sentence))),
            _ => null,
        };

    private static InvokeResponse Body(object body) => new() { Status = StatusCodes.Status200OK, Body = body };
}

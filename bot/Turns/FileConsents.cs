using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>A file that somebody may take into their own files, if they agree. Teams asks them, in one-to-one chats alone.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Ticket">Comes back with the answer.</param>
internal sealed record OfferedFile(string Name, string Description, long Size, string Ticket);

/// <summary>What somebody answered to an <see cref="OfferedFile"/>. All of it is the client's word.</summary>
/// <param name="Upload">Where the file is to be put.</param>
/// <param name="Url">Where it will be seen.</param>
internal sealed record FileConsent(bool IsAccepted, string Ticket, string Name, string Upload, string Url, string Id, string Type);

/// <summary>File consent as Teams speaks it: the question, the answer to it, and the file that was put there.</summary>
internal static class FileConsents
{
    /// <summary>The name of the invoke by which the answer comes.</summary>
    public const string Invoke = "fileConsent/invoke";

    private const string TicketName = "ticket";

    public static Activity Ask(OfferedFile file) =>
        (Activity)
            MessageFactory.Attachment(
                new Attachment
                {
                    ContentType = FileConsentCard.ContentType,
                    Name = file.Name,
                    Content = new JObject
                    {
                        ["description"] = file.Description,
                        ["sizeInBytes"] = file.Size,
                        ["acceptContext"] = new JObject { [TicketName] = file.Ticket },
                        ["declineContext"] = new JObject { [TicketName] = file.Ticket },
                    },
                }
            );

    /// <returns>Null where it has not the shape of an answer.</returns>
    public static FileConsent? Read(Activity invoke)
    {
        if (invoke.Value is not JObject answer || Text(answer["type"]) is not ("fileUpload" or ""))
            return null;
        var place = answer["uploadInfo"] as JObject;
        return new FileConsent(
            Text(answer["action"]) == "accept",
            Text((answer["context"] as JObject)?[TicketName]),
            Typed.Name(Text(place?["name"])),
            Text(place?["uploadUrl"]),
            Text(place?["contentUrl"]),
            Text(place?["uniqueId"]),
            Text(place?["fileType"])
        );
    }

    /// <summary>Shows the file where it was put.</summary>
    public static Activity Given(Reply.Given given)
    {
        var activity = (Activity)
            MessageFactory.Attachment(
                new Attachment
                {
                    ContentType = FileInfoCard.ContentType,
                    Name = given.Consent.Name,
                    ContentUrl = given.Consent.Url,
                    Content = new JObject { ["uniqueId"] = given.Consent.Id, ["fileType"] = given.Consent.Type },
                },
                given.Text
            );
        activity.TextFormat = TextFormatTypes.Plain;
        return activity;
    }

    private static string Text(JToken? token) => token is { Type: JTokenType.String } ? token.Value<string>()! : "";
}

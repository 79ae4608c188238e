using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>A picture or file that came with a message, not fetched yet.</summary>
/// <param name="Name">As the client calls it; empty for a picture that was pasted.</param>
/// <param name="Url">Where it is to be fetched.</param>
/// <param name="Service">The service URL of the turn: what is fetched there needs the bot's token.</param>
internal sealed record SentFile(string Name, string Url, string Service)
{
    /// <summary>More in one message are said to be too many.</summary>
    public const int Most = 10;

    /// <summary>The pictures and files among what came with a message; Teams also sends its text and cards that way.</summary>
    public static IReadOnlyList<SentFile> Of(Activity activity) =>
        [
            .. (activity.Attachments ?? [])
                .Where(attachment => attachment is not null)
                .Select(attachment => Of(attachment, activity.ServiceUrl ?? ""))
                .OfType<SentFile>()
                .Take(Most + 1),
        ];

    private static SentFile? Of(Attachment attachment, string service)
    {
        var name = Typed.Name(attachment.Name);
        // In a one-to-one chat Teams gives a link to a file that needs no token.
        if (attachment.ContentType == FileDownloadInfo.ContentType)
            return (attachment.Content as JObject)?["downloadUrl"] is JValue { Value: string download }
                ? new SentFile(name, download, service)
                : null;
        return
            attachment.ContentType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
            && attachment.ContentUrl is { Length: > 0 } url
            ? new SentFile(name, url, service)
            : null;
    }
}

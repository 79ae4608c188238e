using AdaptiveCards;
using GuidelineBot.Cards;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>Turns a <see cref="Reply"/> into what the message extension shows: a list of results, or a window.</summary>
internal static class ExtensionWriter
{
    public static MessagingExtensionResponse Results(Reply reply) => new(reply switch
    {
        Reply.Found { Hits.Count: > 0 } found => new MessagingExtensionResult("list", "result", [.. found.Hits.Select(Attach)]),
        Reply.Found => new MessagingExtensionResult(type: "message", text: "見つかりませんでした。ことばを変えてお試しください。"),
        Reply.Say say => new MessagingExtensionResult(type: "message", text: say.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, null),
    });

    public static MessagingExtensionActionResponse Window(Reply reply) => new(reply switch
    {
        Reply.Redraw redraw => Window(redraw.Card),
        Reply.Show show => Window(show.Card),
        Reply.Say say => new TaskModuleMessageResponse(say.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, null),
    });

    private static TaskModuleContinueResponse Window(AdaptiveCard card) => new(new TaskModuleTaskInfo(
        "ガイドラインボット", "large", "medium", card: new Attachment(AdaptiveCard.ContentType, content: Submitting(card))));

    /// <summary>Windows know no Action.Execute: what stands behind each as its fallback does the same.</summary>
    private static JObject Submitting(AdaptiveCard card)
    {
        CardKeys.Stamp(card, Guid.CreateVersion7().ToString("N"));
        var json = JObject.FromObject(card);
        foreach (var action in json.DescendantsAndSelf().OfType<JObject>().Where(node => node.Value<string>("type") == "Action.Execute").ToList())
            action.Replace(action["fallback"]!);
        return json;
    }

    private static MessagingExtensionAttachment Attach(Hit hit) => new(
        AdaptiveCard.ContentType, content: hit.Card, preview: new HeroCard { Title = hit.Title, Text = hit.Text }.ToAttachment());
}

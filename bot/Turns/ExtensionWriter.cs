using AdaptiveCards;
using GuidelineBot.Cards;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>Turns a <see cref="Reply"/> into what the message extension shows: a list of results, or a window.</summary>
internal static class ExtensionWriter
{
    private const string Elsewhere = "この操作は、ここではできません。ボットとのチャットでお試しください。";

    public static MessagingExtensionResponse Results(Reply reply) =>
        new(
            reply switch
            {
                Reply.Found { Hits.Count: > 0 } found => new MessagingExtensionResult("list", "result", [.. found.Hits.Select(Attach)]),
                Reply.Found => new MessagingExtensionResult(type: "message", text: "見つかりませんでした。ことばを変えてお試しください。"),
                Reply.Say say => new MessagingExtensionResult(type: "message", text: say.Text),
                // A command of the other kind, as no client of ours calls it.
                _ => new MessagingExtensionResult(type: "message", text: Elsewhere),
            }
        );

    public static MessagingExtensionActionResponse Window(Reply reply) =>
        new(
            reply switch
            {
                Reply.View view => Window(view.Card),
                Reply.Update update => Window(update.Card),
                Reply.Show show => Window(show.Card),
                Reply.Say say => new TaskModuleMessageResponse(say.Text),
                _ => new TaskModuleMessageResponse(Elsewhere),
            }
        );

    private static TaskModuleContinueResponse Window(AdaptiveCard card) =>
        new(
            new TaskModuleTaskInfo(
                "ガイドラインボット",
                "large",
                "medium",
                card: new Attachment(AdaptiveCard.ContentType, content: Submitting(card))
            )
        );

    /// <summary>Windows know no Action.Execute: what stands behind each as its fallback does the same.</summary>
    private static JObject Submitting(AdaptiveCard card)
    {
        CardKeys.Stamp(card, Guid.CreateVersion7().ToString("N"));
        var json = JObject.FromObject(card);
        foreach (
            var action in json.DescendantsAndSelf().OfType<JObject>().Where(node => node.Value<string>("type") == "Action.Execute").ToList()
        )
            action.Replace(action["fallback"]!);
        return json;
    }

    private static MessagingExtensionAttachment Attach(Hit hit) =>
        new(AdaptiveCard.ContentType, content: hit.Card, preview: new HeroCard { Title = hit.Title, Text = hit.Text }.ToAttachment());
}

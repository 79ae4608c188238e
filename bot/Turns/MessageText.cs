using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Bot.Schema.Teams;

namespace GuidelineBot.Turns;

/// <summary>What a message of Teams, which is HTML, says in plain text.</summary>
internal static class MessageText
{
    private static readonly HashSet<string> OfOwnLine = ["P", "DIV", "BR", "LI", "TR", "BLOCKQUOTE", "H1", "H2", "H3"];

    /// <summary>No message that a person wrote is nested deeper; one that was made to be would exhaust the stack.</summary>
    private const int Deepest = 100;

    public static string Of(MessageActionsPayload? message) =>
        message?.Body switch
        {
            { Content: { } content, ContentType: "text" } => content.Trim(),
            { Content: { } content } => Read(content),
            _ => "",
        };

    private static string Read(string html)
    {
        var text = new StringBuilder();
        Append(new HtmlParser().ParseDocument(html).Body!, text, 0);
        return text.ToString().Replace('\u00a0', ' ').Trim();
    }

    private static void Append(INode node, StringBuilder text, int depth)
    {
        if (depth > Deepest)
            return;
        switch (node)
        {
            case IText words:
                text.Append(words.Data);
                return;
            // Emoji come as pictures.
            case IElement { LocalName: "img" or "emoji" } picture:
                text.Append(picture.GetAttribute("alt"));
                return;
            case IElement { LocalName: "attachment" or "script" or "style" }:
                return;
        }
        if (node is IElement element && OfOwnLine.Contains(element.TagName) && text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
        foreach (var child in node.ChildNodes)
            Append(child, text, depth + 1);
        if (node is IElement { TagName: "P" or "DIV" } && text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
    }
}

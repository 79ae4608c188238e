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

    /// <summary>With its subject, as a post has no other place for it.</summary>
    public static string Of(MessageActionsPayload? message)
    {
        var body = message?.Body switch
        {
            { Content: { } content, ContentType: "text" } => content.Trim(),
            { Content: { } content } => Read(content),
            _ => "",
        };
        return string.IsNullOrWhiteSpace(message?.Subject) ? body : $"{message.Subject.Trim()}\n{body}".Trim();
    }

    /// <summary>What the message answers to, where Teams has put it into a block of quotation; empty where there is none.</summary>
    public static string Quoted(string html)
    {
        var quote = new HtmlParser().ParseDocument(html).QuerySelector("blockquote");
        return (quote?.QuerySelector("[itemprop=preview]") ?? quote) is { } words ? Read(words.InnerHtml) : "";
    }

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
            case IElement { LocalName: "a" } link when Address(link) is { } address:
                text.Append(address);
                return;
        }
        if (node is IElement element && OfOwnLine.Contains(element.TagName) && text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
        if (node is IElement { LocalName: "td" or "th", PreviousElementSibling: not null })
            text.Append('　');
        foreach (var child in node.ChildNodes)
            Append(child, text, depth + 1);
        if (node is IElement { TagName: "P" or "DIV" } && text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
    }

    /// <summary>
    /// Where a link leads is part of what is published: behind its words, or, where these are an address of their own, in Markdown, which tells
    /// the two apart. Null where the words are the address.
    /// </summary>
    private static string? Address(IElement link)
    {
        var (words, target) = (link.TextContent.Trim(), link.GetAttribute("href")?.Trim() ?? "");
        if (!target.StartsWith("http", StringComparison.OrdinalIgnoreCase) || Bare(words) == Bare(target))
            return null;
        return words.Length == 0 ? target
            : words.Contains("://", StringComparison.Ordinal) || words.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
                ? $"[{words}]({target})"
            : $"{words}（{target}）";
    }

    private static string Bare(string address) =>
        address
            .Replace("https://", "", StringComparison.OrdinalIgnoreCase)
            .Replace("http://", "", StringComparison.OrdinalIgnoreCase)
            .TrimEnd('/');
}

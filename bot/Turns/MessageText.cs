using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Microsoft.Bot.Schema.Teams;

namespace GuidelineBot.Turns;

/// <summary>What a message of Teams, which is HTML, says in plain text.</summary>
/// <remarks>
/// Read tag by tag, at a cost that grows with its length alone: making a tree of it would cost a hostile message's length squared.
/// </remarks>
internal static class MessageText
{
    private static readonly FrozenSet<string> OfOwnLine = Names("p", "div", "br", "li", "tr", "blockquote", "h1", "h2", "h3");

    private static readonly FrozenSet<string> Closing = Names("p", "div");

    private static readonly FrozenSet<string> Unread = Names("attachment", "script", "style");

    /// <summary>With its subject, as a post has no other place for it.</summary>
    public static string Of(MessageActionsPayload? message)
    {
        var body = message?.Body switch
        {
            { Content: { } content, ContentType: "text" } => Cards.Plain.Cut(content, ActivityCheck.LongestText).Trim(),
            { Content: { } content } => Read(content),
            _ => "",
        };
        return string.IsNullOrWhiteSpace(message?.Subject) ? body : $"{message.Subject.Trim()}\n{body}".Trim();
    }

    /// <summary>What the message answers to, where Teams has put it into a block of quotation; empty where there is none.</summary>
    public static string Quoted(string html)
    {
        var (quote, preview) = (new StringBuilder(), new StringBuilder());
        string? marked = null;
        var depth = 0;
        foreach (var token in Tokens(html))
        {
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag, IsSelfClosing: false } tag)
            {
                depth += tag.Name == "blockquote" ? 1 : 0;
                if (depth > 0 && marked is null && tag.GetAttribute("itemprop") == "preview")
                    marked = tag.Name;
            }
            if (depth > 0)
                Append(token, quote);
            if (marked is not null)
                Append(token, preview);
            if (token.Type != HtmlTokenType.EndTag)
                continue;
            if (token.Name == marked)
                break;
            if (token.Name == "blockquote" && --depth <= 0)
                break;
        }
        return Plain(preview.Length > 0 ? preview : quote);
    }

    /// <summary>What is said outside of what is quoted.</summary>
    public static string Written(string html)
    {
        var text = new StringBuilder();
        var depth = 0;
        foreach (var token in Tokens(html))
        {
            var isQuote = token.Name == "blockquote";
            depth += isQuote && token.Type == HtmlTokenType.StartTag ? 1 : 0;
            if (depth == 0)
                Append(token, text);
            depth -= isQuote && token.Type == HtmlTokenType.EndTag && depth > 0 ? 1 : 0;
        }
        return Plain(text);
    }

    private static string Read(string html)
    {
        var text = new StringBuilder();
        (int Start, string Target)? link = null;
        foreach (var token in Tokens(html))
        {
            if (text.Length > ActivityCheck.LongestText)
                break;
            Append(token, text);
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag, Name: "a" } begun)
                link = (text.Length, begun.GetAttribute("href")?.Trim() ?? "");
            else if (token is { Type: HtmlTokenType.EndTag, Name: "a" } && link is { } ended)
            {
                if (Address(text.ToString(ended.Start, text.Length - ended.Start).Trim(), ended.Target) is { } address)
                    text.Remove(ended.Start, text.Length - ended.Start).Append(address);
                link = null;
            }
        }
        return Plain(text);
    }

    private static string Plain(StringBuilder text) =>
        Cards.Plain.Cut(text.ToString().Replace('\u00a0', ' ').Trim(), ActivityCheck.LongestText);

    /// <summary>Without what is in attachments, scripts and styles.</summary>
    private static IEnumerable<HtmlToken> Tokens(string html)
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        string? within = null;
        while (tokens.Get() is { Type: not HtmlTokenType.EndOfFile } token)
            if (
                within is null
                && token is HtmlTagToken { Type: HtmlTokenType.StartTag, IsSelfClosing: false } tag
                && Unread.Contains(tag.Name)
            )
            {
                within = tag.Name;
                // Up to its own end everything else in it is text.
                tokens.State = tag.Name == "attachment" ? tokens.State : HtmlParseMode.Rawtext;
            }
            else if (within is null)
                yield return token;
            else if (token.Type == HtmlTokenType.EndTag && token.Name == within)
                within = null;
    }

    private static void Append(HtmlToken token, StringBuilder text)
    {
        switch (token)
        {
            case { Type: HtmlTokenType.Character }:
                text.Append(token.Data);
                break;
            // Emoji come as pictures.
            case HtmlTagToken { Type: HtmlTokenType.StartTag, Name: "img" or "emoji" } picture:
                text.Append(picture.GetAttribute("alt"));
                break;
            case { Type: HtmlTokenType.StartTag, Name: "td" or "th" } when text.Length > 0 && text[^1] != '\n':
                text.Append('　');
                break;
            case { Type: HtmlTokenType.StartTag } when OfOwnLine.Contains(token.Name):
            case { Type: HtmlTokenType.EndTag } when Closing.Contains(token.Name):
                if (text.Length > 0 && text[^1] != '\n')
                    text.Append('\n');
                break;
        }
    }

    /// <summary>
    /// Where a link leads is part of what is published: behind its words, or, where these are an address of their own, in Markdown, which tells
    /// the two apart. Null where the words are the address.
    /// </summary>
    private static string? Address(string words, string target)
    {
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

    private static FrozenSet<string> Names(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}

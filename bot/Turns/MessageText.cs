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

    public static string Of(MessageActionsPayload? message) =>
        message?.Body switch
        {
            { Content: { } content, ContentType: "text" } => Cards.Plain.Cut(content, ActivityCheck.LongestText).Trim(),
            { Content: { } content } => Read(content),
            _ => "",
        };

    private static string Read(string html)
    {
        var text = new StringBuilder();
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        string? within = null;
        while (text.Length <= ActivityCheck.LongestText && tokens.Get() is { Type: not HtmlTokenType.EndOfFile } token)
            switch (token)
            {
                case HtmlTagToken { Type: HtmlTokenType.StartTag, IsSelfClosing: false } tag
                    when within is null && Unread.Contains(tag.Name):
                    within = tag.Name;
                    // Up to its own end everything else in it is text.
                    tokens.State = tag.Name == "attachment" ? tokens.State : HtmlParseMode.Rawtext;
                    break;
                case { Type: HtmlTokenType.EndTag } when within == token.Name:
                    within = null;
                    break;
                case not null when within is not null:
                    break;
                case { Type: HtmlTokenType.Character }:
                    text.Append(token.Data);
                    break;
                // Emoji come as pictures.
                case HtmlTagToken { Type: HtmlTokenType.StartTag, Name: "img" or "emoji" } picture:
                    text.Append(picture.GetAttribute("alt"));
                    break;
                case { Type: HtmlTokenType.StartTag } when OfOwnLine.Contains(token.Name):
                case { Type: HtmlTokenType.EndTag } when Closing.Contains(token.Name):
                    if (text.Length > 0 && text[^1] != '\n')
                        text.Append('\n');
                    break;
            }
        return Cards.Plain.Cut(text.ToString().Replace('\u00a0', ' ').Trim(), ActivityCheck.LongestText);
    }

    private static FrozenSet<string> Names(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}

using System.Globalization;
using System.Text;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Shows choices as text or buttons.</summary>
public class ChoiceFactory
{
    private const int LongTitle = 20;

    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        list ??= [];
        var hasLongTitles = list.Any(choice => Title(choice).Length > LongTitle);
        var hasSuggestedActions = channelId is Channels.Emulator or Channels.Directline or Channels.Webchat;
        var hasCards = hasSuggestedActions || channelId is Channels.Msteams;

        return hasLongTitles || !(hasCards || list.Count <= 3) ? List(list, text, speak, options)
            : hasSuggestedActions ? SuggestedAction(list, text, speak)
            : hasCards ? HeroCard(list, text, speak)
            : Inline(list, text, speak, options);
    }

    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var separator = options?.InlineSeparator ?? ", ";
        var or = options?.InlineOr ?? " or ";
        var orMore = options?.InlineOrMore ?? ", or ";
        var isNumbered = options?.IncludeNumbers ?? true;

        var sentence = new StringBuilder(text).Append(string.IsNullOrEmpty(text) ? string.Empty : " ");
        for (var i = 0; i < choices.Count; i++)
        {
            sentence.Append(i == 0 ? string.Empty : i < choices.Count - 1 ? separator : i == 1 ? or : orMore);
            if (isNumbered)
                sentence.Append(CultureInfo.InvariantCulture, $"({i + 1}) ");

            sentence.Append(Title(choices[i]));
        }

        return MessageFactory.Text(sentence.ToString(), speak, InputHints.ExpectingInput);
    }

    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var isNumbered = options?.IncludeNumbers ?? true;
        var lines = choices.Select((choice, i) =>
            isNumbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Title(choice)}") : $"- {Title(choice)}");
        return MessageFactory.Text($"{text}\n\n   {string.Join("\n   ", lines)}", speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null) =>
        MessageFactory.SuggestedActions(Actions(choices), text, speak, InputHints.ExpectingInput);

    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var card = new HeroCard { Text = text, Buttons = Actions(choices) };
        return MessageFactory.Attachment(card.ToAttachment(), null, speak, InputHints.ExpectingInput);
    }

    public static IList<Choice> ToChoices(
        IList<string> choices) => choices is null ? [] : [.. choices.Select(choice => new Choice(choice))];

    private static List<CardAction> Actions(IList<Choice> choices) =>
        [.. (choices ?? []).Select(choice => choice.Action ?? new CardAction(ActionTypes.ImBack, choice.Value, value: choice.Value))];

    private static string Title(Choice choice) => choice.Action?.Title ?? choice.Value;
}

using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Takes yes or no, in Japanese or English, a press of one of the two buttons, or the number of one.</summary>
public class ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
    : Prompt<bool>(dialogId, validator)
{
    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string DefaultLocale { get; set; } = defaultLocale;

    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default)
    {
        var language = YesNo.For(turnContext.Activity.Locale ?? DefaultLocale);
        var (yes, no) = ConfirmChoices ?? language.Choices;
        var prompt = isRetry && options.RetryPrompt is not null ? options.RetryPrompt : options.Prompt;
        var message = AppendChoices(
            prompt, turnContext.Activity.ChannelId, [yes, no], options.Style ?? Style, ChoiceOptions ?? language.Options, cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var said = turnContext.Activity.Type == ActivityTypes.Message ? turnContext.Activity.Text?.Trim() : null;
        var language = YesNo.For(options.RecognizeLanguage ?? turnContext.Activity.Locale ?? DefaultLocale);
        var answer = string.IsNullOrEmpty(said) ? null : language.Understand(said) ?? Chosen(said, ConfirmChoices ?? language.Choices);
        return Task.FromResult(new PromptRecognizerResult<bool> { Succeeded = answer is not null, Value = answer ?? false });
    }

    private static bool? Chosen(string said, Tuple<Choice, Choice> choices) =>
        Means(choices.Item1, "1", said) ? true
        : Means(choices.Item2, "2", said) ? false
        : null;

    private static bool Means(Choice choice, string number, string said) =>
        said == number
        || string.Equals(choice.Value, said, StringComparison.OrdinalIgnoreCase)
        || choice.Synonyms?.Contains(said, StringComparer.OrdinalIgnoreCase) == true;
}

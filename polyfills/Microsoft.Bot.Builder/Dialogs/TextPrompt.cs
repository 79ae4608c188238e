using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Takes any text.</summary>
public class TextPrompt(string dialogId, PromptValidator<string> validator = null) : Prompt<string>(dialogId, validator)
{
    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default)
    {
        var prompt = isRetry && options.RetryPrompt is not null ? options.RetryPrompt : options.Prompt;
        return prompt is null ? Task.CompletedTask : turnContext.SendActivityAsync(prompt, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var result = new PromptRecognizerResult<string>();
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text: { } text })
        {
            result.Succeeded = true;
            result.Value = text;
        }

        return Task.FromResult(result);
    }

    protected override Task<bool> OnPreBubbleEventAsync(
        DialogContext dc, DialogEvent e, CancellationToken cancellationToken) => Task.FromResult(false);
}

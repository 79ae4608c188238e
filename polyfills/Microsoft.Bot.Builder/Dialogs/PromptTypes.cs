using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt says, at first and when the answer did not fit.</summary>
public class PromptOptions
{
    [JsonProperty("prompt")]
    public Activity Prompt { get; set; }

    [JsonProperty("retryPrompt")]
    public Activity RetryPrompt { get; set; }

    [JsonProperty("choices")]
    public IList<Choice> Choices { get; set; }

    [JsonProperty("style")]
    public ListStyle? Style { get; set; }

    [JsonProperty("validations")]
    public object Validations { get; set; }

    [JsonProperty("recognizeLanguage")]
    public string RecognizeLanguage { get; set; }
}

/// <summary>What was understood of an answer.</summary>
public class PromptRecognizerResult<T>
{
    public bool Succeeded { get; set; }

    public T Value { get; set; }

    public bool AllowInterruption { get; set; }
}

/// <summary>Says whether an understood answer is acceptable.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

/// <summary>What a validator sees.</summary>
public class PromptValidatorContext<T>
{
    internal const string AttemptCountKey = "AttemptCount";

    internal PromptValidatorContext(
        ITurnContext turnContext, PromptRecognizerResult<T> recognized, IDictionary<string, object> state, PromptOptions options)
    {
        Context = turnContext;
        Recognized = recognized;
        State = state;
        Options = options;
    }

    public ITurnContext Context { get; }

    public PromptRecognizerResult<T> Recognized { get; }

    public PromptOptions Options { get; }

    public IDictionary<string, object> State { get; }

    /// <summary>1 for the first answer.</summary>
    public int AttemptCount => State.TryGetValue(AttemptCountKey, out var count) ? Convert.ToInt32(count, CultureInfo.InvariantCulture) : 0;
}

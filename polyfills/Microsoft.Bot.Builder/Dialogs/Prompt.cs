using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks until the answer is understood and valid.</summary>
public abstract class Prompt<T> : Dialog
{
    private const string PersistedOptions = "options";
    private const string PersistedState = "state";

    private readonly PromptValidator<T> validator;

    protected Prompt(string dialogId, PromptValidator<T> validator = null)
        : base(dialogId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dialogId);
        this.validator = validator;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (options is not PromptOptions given)
            throw new ArgumentOutOfRangeException(nameof(options), "Prompt options are required for Prompt dialogs");

        ExpectInput(given.Prompt);
        ExpectInput(given.RetryPrompt);

        var own = new Dictionary<string, object> { [PromptValidatorContext<T>.AttemptCountKey] = 0 };
        dc.ActiveDialog.State[PersistedOptions] = given;
        dc.ActiveDialog.State[PersistedState] = own;

        await OnPromptAsync(dc.Context, own, given, false, cancellationToken);
        return EndOfTurn;

        static void ExpectInput(Activity prompt)
        {
            if (prompt is not null && string.IsNullOrEmpty(prompt.InputHint))
                prompt.InputHint = InputHints.ExpectingInput;
        }
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return EndOfTurn;

        var (own, options) = Persisted(dc.ActiveDialog);
        var recognized = await OnRecognizeAsync(dc.Context, own, options, cancellationToken);
        own[PromptValidatorContext<T>.AttemptCountKey] =
            Convert.ToInt32(own[PromptValidatorContext<T>.AttemptCountKey], CultureInfo.InvariantCulture) + 1;

        var isValid = validator is null
            ? recognized.Succeeded
            : await validator(new PromptValidatorContext<T>(dc.Context, recognized, own, options), cancellationToken);
        if (isValid)
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);

        // A validator that has said something itself has asked again.
        if (!dc.Context.Responded)
            await OnPromptAsync(dc.Context, own, options, true, cancellationToken);

        return EndOfTurn;
    }

    /// <summary>Something was put on top of this prompt and has ended: the question is asked again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var (own, options) = Persisted(instance);
        return OnPromptAsync(turnContext, own, options, false, cancellationToken);
    }

    protected override async Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        if (e.Name != DialogEvents.ActivityReceived || dc.Context.Activity.Type != ActivityTypes.Message)
            return false;

        var (own, options) = Persisted(dc.ActiveDialog);
        var recognized = await OnRecognizeAsync(dc.Context, own, options, cancellationToken);
        return recognized.Succeeded;
    }

    protected abstract Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default);

    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default);

    protected virtual IMessageActivity AppendChoices(
        IMessageActivity prompt,
        string channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions options = null,
        CancellationToken cancellationToken = default)
    {
        var text = prompt?.Text ?? string.Empty;
        var withChoices = style switch
        {
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            ListStyle.None => MessageFactory.Text(text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options),
        };

        if (prompt is null)
        {
            withChoices.InputHint = InputHints.ExpectingInput;
            return withChoices;
        }

        // A copy: the prompt stays in the dialog's state and will be shown again.
        var copy = Newtonsoft.Json.Linq.JObject.FromObject(prompt).ToObject<Activity>();
        copy.Text = withChoices.Text;
        copy.SuggestedActions = withChoices.SuggestedActions is { Actions.Count: > 0 } ? withChoices.SuggestedActions : copy.SuggestedActions;
        copy.Attachments = [.. copy.Attachments ?? [], .. withChoices.Attachments ?? []];
        return copy;
    }

    private static (IDictionary<string, object> Own, PromptOptions Options) Persisted(DialogInstance instance) =>
        (instance.State.Read<IDictionary<string, object>>(PersistedState), instance.State.Read<PromptOptions>(PersistedOptions));
}

using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One step of a waterfall.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);

/// <summary>Steps one after the other, each with the result of the last.</summary>
public class WaterfallDialog(string dialogId, IEnumerable<WaterfallStep> actions = null) : Dialog(dialogId)
{
    private const string PersistedOptions = "options";
    private const string PersistedIndex = "stepIndex";
    private const string PersistedValues = "values";
    private const string PersistedInstance = "instanceId";

    private readonly List<WaterfallStep> steps = [.. actions ?? []];

    public override string GetVersion() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{steps.Count}");

    public WaterfallDialog AddStep(WaterfallStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        steps.Add(step);
        return this;
    }

    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var state = dc.ActiveDialog.State;
        state[PersistedOptions] = options;
        state[PersistedValues] = new Dictionary<string, object>();
        state[PersistedInstance] = Guid.NewGuid().ToString();
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.Context.Activity.Type == ActivityTypes.Message
            ? await ResumeDialogAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken)
            : EndOfTurn;

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result, CancellationToken cancellationToken = default)
    {
        // JSON gives integers back as Int64.
        var index = Convert.ToInt32(dc.ActiveDialog.State[PersistedIndex], CultureInfo.InvariantCulture);
        return RunStepAsync(dc, index + 1, reason, result, cancellationToken);
    }

    protected virtual Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken) =>
        steps[stepContext.Index](stepContext, cancellationToken);

    protected async Task<DialogTurnResult> RunStepAsync(
        DialogContext dc, int index, DialogReason reason, object result, CancellationToken cancellationToken)
    {
        if (index >= steps.Count)
            return await dc.EndDialogAsync(result, cancellationToken);

        var state = dc.ActiveDialog.State;
        state[PersistedIndex] = index;
        var values = state.Read<IDictionary<string, object>>(PersistedValues);
        var step = new WaterfallStepContext(this, dc, state[PersistedOptions], values, index, reason, result);
        return await OnStepAsync(step, cancellationToken);
    }
}

/// <summary>What a waterfall step sees.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog waterfall;
    private bool hasNextRun;

    internal WaterfallStepContext(
        WaterfallDialog waterfall,
        DialogContext dc,
        object options,
        IDictionary<string, object> values,
        int index,
        DialogReason reason,
        object result)
        : base(dc.Dialogs, dc.Context, new DialogState(dc.Stack))
    {
        this.waterfall = waterfall;
        Parent = dc.Parent;
        Options = options;
        Values = values;
        Index = index;
        Reason = reason;
        Result = result;
    }

    public int Index { get; }

    public object Options { get; }

    public DialogReason Reason { get; }

    public object Result { get; }

    /// <summary>Kept from step to step.</summary>
    public IDictionary<string, object> Values { get; }

    public Task<DialogTurnResult> NextAsync(object result = null, CancellationToken cancellationToken = default)
    {
        if (result is CancellationToken)
            throw new ArgumentException($"{nameof(result)} cannot be a cancellation token", nameof(result));

        if (hasNextRun)
            throw new InvalidOperationException($"NextAsync was already called in step {Index} of '{waterfall.Id}'.");

        hasNextRun = true;
        return waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}

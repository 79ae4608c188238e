using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Where a dialog stands after a turn.</summary>
public enum DialogTurnStatus
{
    Empty,
    Waiting,
    Complete,
    Cancelled,
    CompleteAndWait,
}

/// <summary>Why a dialog is called.</summary>
public enum DialogReason
{
    BeginCalled,
    ContinueCalled,
    EndCalled,
    ReplaceCalled,
    CancelCalled,
    NextCalled,
}

/// <summary>What a turn of a dialog came to.</summary>
public class DialogTurnResult(DialogTurnStatus status, object result = null)
{
    public DialogTurnStatus Status { get; set; } = status;

    public object Result { get; set; } = result;

    public bool ParentEnded { get; set; }
}

/// <summary>A dialog on the stack, as it is stored.</summary>
public class DialogInstance
{
    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("state")]
    public IDictionary<string, object> State { get; set; }

    public int? StackIndex { get; set; }

    [JsonProperty("version")]
    public string Version { get; set; }
}

/// <summary>The stored stack; its first entry is the active dialog.</summary>
public class DialogState
{
    public DialogState()
        : this(null)
    {
    }

    public DialogState(List<DialogInstance> stack)
    {
        DialogStack = stack ?? [];
    }

    [JsonProperty("dialogStack")]
    public List<DialogInstance> DialogStack { get; set; }
}

/// <summary>Something that happens to a dialog and may go on to its parents.</summary>
public class DialogEvent
{
    public bool Bubble { get; set; }

    public string Name { get; set; }

    public object Value { get; set; }
}

/// <summary>Names of events.</summary>
public class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string ActivityReceived = "activityReceived";
    public const string Error = "error";
}

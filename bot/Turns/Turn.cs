using System.Text.Json;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;

namespace GuidelineBot.Turns;

/// <summary>One thing that one person did: a message typed or a button pressed. Holds no type of the Bot Framework.</summary>
/// <param name="Text">What was typed, the mention of the bot removed; empty for a press.</param>
/// <param name="Understood">What the text asks for; null for a press and in the message extension.</param>
internal sealed record Turn(Person From, Conversation Conversation, string Text, Pressed? Press = null, Understood? Understood = null)
{
    /// <summary>
    /// Where it was done: in the message extension; null in the chat itself. The text is then what is searched, or the message beside which
    /// it was called.
    /// </summary>
    public Extension? Extension { get; init; }

    /// <summary>The text of the message that this one answers to, as far as the client sent it along; empty where it answers to none.</summary>
    public string Quoted { get; init; } = "";

    /// <summary>Pictures and files that came with the message.</summary>
    public IReadOnlyList<SentFile> Files { get; init; } = [];

    /// <summary>What was answered to a file that was offered; null for everything else.</summary>
    public FileConsent? Consent { get; init; }

    /// <summary>What was spoken of before; what a handler changes in it is kept.</summary>
    public Memory Memory { get; init; } = new();

    /// <summary>The draft that the talk is about, and the field that was asked for.</summary>
    public OpenDialog? Open { get; init; }

    /// <summary>What a typed message does; null for a press and in the message extension.</summary>
    public Act? Act { get; init; }

    /// <summary>What was open when it was said.</summary>
    public Situation Situation { get; init; } = Situation.Empty;

    /// <summary>What came of it, where a handler knows better than the message said.</summary>
    public Outcome Outcome { get; } = new();

    /// <summary>
    /// By which a copy of it is known (see <see cref="ProcessedActivities.DoneAsync"/>); empty where a copy does no harm.
    /// </summary>
    public string Key { get; init; } = "";

    private static readonly JsonSerializerOptions Payloads = new(JsonSerializerDefaults.Web)
    {
        // A payload with a part missing is as unreadable as one with a part of the wrong type.
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What an input of the pressed card holds; null where the client sent none, or no text.</summary>
    public string? Input(string name) =>
        Press is { Data.ValueKind: JsonValueKind.Object } press
        && press.Data.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The pressed button's payload. What a client sends is its word only: check it against the store.</summary>
    /// <exception cref="UnreadablePressException">The data has not the shape of <typeparamref name="T"/>.</exception>
    public T Read<T>()
        where T : class
    {
        try
        {
            return Press?.Data.Deserialize<T>(Payloads) ?? throw new UnreadablePressException(typeof(T), null);
        }
        catch (JsonException wrongShape)
        {
            throw new UnreadablePressException(typeof(T), wrongShape);
        }
    }
}

/// <param name="Draft">Its id.</param>
/// <param name="Field">Null where the form or the last look is in front.</param>
internal sealed record OpenDialog(string Draft, string? Field);

/// <summary>What a turn came to, for whoever plays conversations: the route of the act, and the clauses that were shown.</summary>
internal sealed class Outcome
{
    public string? Route { get; set; }

    public IReadOnlyList<string> Clauses { get; set; } = [];
}

/// <param name="Id">The channel's id of the person, stable within the bot.</param>
/// <param name="DirectoryId">The Entra object id; null where the channel does not tell it.</param>
internal sealed record Person(string Id, string Name, string? DirectoryId, Roles Roles)
{
    /// <summary>As they are written down.</summary>
    public Actor Actor => new(Id, Name);

    public bool Is(Roles role) => (Roles & role) == role;
}

/// <param name="Command">As the app's manifest names it.</param>
/// <param name="Skip">Results that were shown already.</param>
/// <param name="Count">How many more are wanted.</param>
internal sealed record Extension(string Command, int Skip = 0, int Count = Extension.Usual)
{
    /// <summary>The command of the search (see Packaging/manifest.json).</summary>
    public const string Search = "searchClauses";

    /// <summary>What Teams asks for at a time.</summary>
    public const int Usual = 25;

    /// <summary>The message beside which it was called; null in the compose box.</summary>
    public BesideMessage? Beside { get; init; }
}

/// <param name="Link">To the message in Teams; empty where the client tells none.</param>
/// <param name="Author">Who wrote it; the id is the Entra one.</param>
/// <param name="At">When.</param>
/// <param name="HasFiles">It came with pictures or files, which an app cannot fetch from there.</param>
internal sealed record BesideMessage(string Link, Actor Author, DateTimeOffset? At, bool HasFiles);

[Flags]
internal enum Roles
{
    None = 0,
    Reviewer = 1,
    NetworkAdministrator = 2,
    Administrator = 4,
    All = Reviewer | NetworkAdministrator | Administrator,
}

internal sealed record Conversation(string Id, ConversationKind Kind);

/// <summary>A button of one of our cards.</summary>
/// <param name="Verb">The wire name by which the route table finds the handler.</param>
/// <param name="Key">The idempotency key of the card as it was rendered; empty on a card that is older than the key.</param>
/// <param name="Data">Everything the client sent with it: the button's payload and the card's inputs, by name.</param>
/// <param name="Message">The channel's id of the message that holds the card; empty where it does not tell.</param>
/// <param name="IsRefresh">Nobody pressed: the client asks for the card anew by itself, as often as somebody looks at it.</param>
internal sealed record Pressed(string Verb, string Key, JsonElement Data, string Message = "", bool IsRefresh = false)
{
    /// <summary>What it opens is shown below the card that was pressed, as often as it is pressed.</summary>
    public bool OpensBelow =>
        Data.ValueKind == JsonValueKind.Object
        && Data.TryGetProperty(GuidelineBot.Cards.Press.BelowName, out var below)
        && below.ValueKind == JsonValueKind.True;
}

/// <summary>A button came back with data that its handler cannot read: a forged or damaged press, or a card of an older version.</summary>
internal sealed class UnreadablePressException(Type payload, Exception? cause)
    : Exception($"The press does not carry a readable {payload.Name}.", cause);

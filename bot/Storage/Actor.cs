namespace GuidelineBot.Storage;

/// <summary>
/// A person as they are written down. An entity keeps it in two columns, for EF has keys and indexes over plain columns only; code writes
/// both at once, by this.
/// </summary>
/// <param name="Id">The channel's id of the person; empty for the bot itself.</param>
/// <param name="Name">As the channel told it then.</param>
internal sealed record Actor(string Id, string Name);

/// <summary>One entry of the history of something: who did it, and when.</summary>
internal abstract class Happening
{
    public required DateTimeOffset At { get; init; }
    public required Actor By
    {
        get => new(ById, ByName);
        init => (ById, ByName) = (value.Id, value.Name);
    }

    public string ById { get; private set; } = "";
    public string ByName { get; private set; } = "";
}

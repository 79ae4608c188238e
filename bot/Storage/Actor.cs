namespace GuidelineBot.Storage;

/// <summary>
/// A person as they are written down. An entity keeps it in two columns, for EF has keys and indexes over plain columns only; code writes
/// both at once, by this.
/// </summary>
/// <param name="Id">The channel's id of the person; empty for the bot itself.</param>
/// <param name="Name">As the channel told it then.</param>
internal sealed record Actor(string Id, string Name);

namespace GuidelineBot.Storage;

/// <summary>What instances may expect of each other's clocks.</summary>
internal static class Clocks
{
    /// <summary>
    /// How far two of them may be apart, the moment between reading a clock and the database's looking at a row included. Only what lies
    /// further ahead than anything that is ever given, by more than this, counts as written before a clock was set back: else of two
    /// instances that reach for one row both would get it.
    /// </summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);
}

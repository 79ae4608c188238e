namespace GuidelineBot.Knowledge.Slots;

/// <summary>A fact and where the message states it.</summary>
/// <param name="Start">In characters.</param>
internal readonly record struct Mention<T>(int Start, int Length, T Value)
{
    public int End => Start + Length;
}

namespace GuidelineBot.Knowledge.Slots;

/// <summary>The dates of a text, and what in it speaks of a day that cannot be told.</summary>
public sealed record DateReading(IReadOnlyList<FoundDate> Found, IReadOnlyList<DateProblem> Problems);

/// <param name="Start">In characters, as <paramref name="Length"/>.</param>
/// <param name="Words">As they stand in the text.</param>
public sealed record DateProblem(int Start, int Length, string Words, DateFault Fault)
{
    public int End => Start + Length;
}

public enum DateFault
{
    /// <summary>2月30日.</summary>
    Impossible,

    /// <summary>来月中旬.</summary>
    Vague,

    /// <summary>3日か5日.</summary>
    Ambiguous,
}

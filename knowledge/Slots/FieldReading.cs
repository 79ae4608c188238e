namespace GuidelineBot.Knowledge.Slots;

/// <summary>What a message says about the fields of a paper.</summary>
/// <param name="Values">By field id, as they are to be stored: dates in ISO 8601, several people joined by 「、」; an empty one takes the value out.</param>
/// <param name="Problems">What speaks of a field and cannot be stored, each a sentence that asks back.</param>
/// <param name="IsNamed">Whether a field was named, or one's value corrected: then the message is about the paper whatever else it could be.</param>
public sealed record FieldReading(IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Problems, bool IsNamed)
{
    public static readonly FieldReading Nothing = new(new Dictionary<string, string>(), [], false);

    public bool IsEmpty => Values.Count == 0 && Problems.Count == 0;
}

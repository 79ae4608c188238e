namespace GuidelineBot.Delivery;

internal sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>After so many a message waits for an administrator.</summary>
    public int MaxAttempts { get; init; } = 10;
}

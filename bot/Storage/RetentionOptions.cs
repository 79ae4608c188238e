namespace GuidelineBot.Storage;

/// <summary>How long what staff ask is kept.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    public int QuestionLogDays { get; set; } = 365;
}

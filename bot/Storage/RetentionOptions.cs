namespace GuidelineBot.Storage;

/// <summary>How long what staff ask and send is kept.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    public int QuestionLogDays { get; set; } = 365;

    /// <summary>Pictures and files that were sent to a checklist; the entries that tell of them stay.</summary>
    public int EvidenceDays { get; set; } = 1095;
}

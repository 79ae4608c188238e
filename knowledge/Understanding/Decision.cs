namespace GuidelineBot.Knowledge.Understanding;

/// <summary>When a ranking is an answer, when it is a choice to offer, and when the honest reply is that nothing fits.</summary>
internal static class Decision
{
    /// <summary>How much the share of a question's words that a clause holds counts beside the model's probability.</summary>
    public const double TextWeight = 0.4;

    /// <summary>How much the words of a follow-up count beside those of the question it goes on from.</summary>
    public const float OwnWords = 0.4f;

    /// <summary>From this probability on, a message is a wish and not a question.</summary>
    public const double SureOfWish = 0.45;

    /// <summary>The share of a question's words that makes a clause worth offering without any example question.</summary>
    public const double WorthOfferingUntaught = 0.28;

    /// <summary>From here on an answer stands, even where the words also fit a guideline without example questions.</summary>
    public const double SureBesideUntaught = 0.6;
}

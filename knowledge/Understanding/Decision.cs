namespace GuidelineBot.Knowledge.Understanding;

/// <summary>When a ranking is an answer, when it is a choice to offer, and when the honest reply is that nothing fits.</summary>
internal static class Decision
{
    /// <summary>How much the share of a question's words that a clause holds counts beside the model's probability.</summary>
    public const double TextWeight = 0.4;

    /// <summary>How much the words of a follow-up count beside those of the question it goes on from.</summary>
    public const float OwnWords = 0.4f;

    /// <summary>From this probability on, clauses of a further guideline are offered where the city's own guideline has none to offer.</summary>
    public const double OfferFurther = 0.35;

    /// <summary>From here on they are offered beside those of the city's own.</summary>
    public const double BesideOwn = 0.4;

    /// <summary>From here on they come first.</summary>
    public const double FurtherFirst = 0.7;
}

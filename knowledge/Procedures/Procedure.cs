using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Knowledge.Procedures;

/// <summary>All that is to be done on an occasion, in order, as <c>knowledge/procedures</c> defines it.</summary>
/// <param name="Key">The file's name, and the act's: <c>start</c> is shown for <c>procedure:start</c>.</param>
/// <param name="Title">「SNSの利用を始めるときの手順」</param>
/// <param name="Clauses">The clauses beneath which it is offered; the first says what matters most and is quoted above the steps.</param>
public sealed record Procedure(string Key, string Title, IReadOnlyList<ClauseId> Clauses, IReadOnlyList<ProcedureStep> Steps)
{
    /// <summary>What the name of each procedure's act begins with.</summary>
    public const string Acts = "procedure:";

    /// <summary>What only looks like a question for one of them: the steps of something else, or one detail. Learnt from, and never an act.</summary>
    public const string OfOthers = "procedure:none";

    /// <summary>The occasions that the bot can tell from each other, and so the names that a file can have.</summary>
    public static readonly IReadOnlyList<string> Keys = ["start", "change", "end", "unblock", "share"];

    /// <summary>As many as a card can show with their clauses.</summary>
    public const int MostSteps = 8;

    public ClauseId Main => Clauses[0];

    /// <summary>Every clause that it shows, in the order in which it shows them, once each.</summary>
    public IReadOnlyList<ClauseId> Shown => [.. Steps.Select(step => step.Clause).OfType<ClauseId>().Prepend(Main).Distinct()];
}

/// <param name="Title">What to do, in our words.</param>
/// <param name="Clause">The clause that demands it; null where it is 実務の目安.</param>
/// <param name="Form">The paper that is filed in it; null where there is none.</param>
/// <param name="Help">How to go about it: ours, not the guideline's; empty where there is nothing to say.</param>
public sealed record ProcedureStep(
    string Id,
    string Title,
    ClauseId? Clause,
    NoticeKind? Form,
    Fact Where,
    Fact When,
    Fact Who,
    string Help
);

/// <summary>One side of a step: where, by when, or who.</summary>
/// <param name="Text">Empty where nothing is known.</param>
/// <param name="IsOurs">実務の目安: the step's clause does not say so in these words.</param>
public readonly record struct Fact(string Text, bool IsOurs);

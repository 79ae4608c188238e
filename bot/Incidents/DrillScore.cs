using GuidelineBot.Knowledge.Checklists;

namespace GuidelineBot.Incidents;

/// <summary>What became of a step in a drill.</summary>
internal enum DrillResult
{
    InTime,
    Late,
    Missed,
}

/// <summary>A drill scored against the times by which its steps were due.</summary>
/// <param name="Title">Of the scenario.</param>
internal sealed record DrillScore(string Title, IReadOnlyList<DrillScore.Step> Steps)
{
    /// <param name="At">When it was done; null where it was not, or nobody said when.</param>
    internal sealed record Step(string Title, DrillResult Became, DateTimeOffset? At, DateTimeOffset DueAt);

    public int InTime => Steps.Count(step => step.Became == DrillResult.InTime);

    public string Sentence =>
        $"{Steps.Count}件のうち期限内{InTime}件、遅れ{Steps.Count(step => step.Became == DrillResult.Late)}件、"
        + $"未実施{Steps.Count(step => step.Became == DrillResult.Missed)}件。";

    public static DrillScore Of(Drill drill, Incident incident) =>
        new(
            drill.Title,
            [
                .. incident
                    .Steps.Where(step => drill.Steps.Contains(step.Step))
                    .OrderBy(step => step.Place)
                    .Select(step => new Step(step.Title, ResultOf(step), step.State == StepState.Done ? step.SettledAt : null, step.DueAt)),
            ]
        );

    public static string Word(DrillResult result) =>
        result switch
        {
            DrillResult.InTime => "期限内",
            DrillResult.Late => "遅れ",
            _ => "未実施",
        };

    /// <summary>What was only confirmed at the end has no time, and was in time for nobody knows.</summary>
    private static DrillResult ResultOf(IncidentStep step) =>
        step.State != StepState.Done ? DrillResult.Missed
        : step.SettledAt <= step.DueAt ? DrillResult.InTime
        : DrillResult.Late;
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>What speaks for and against the best clause being the answer; each from 0 to 1.</summary>
/// <param name="Model">How probable the model finds the clause.</param>
/// <param name="Words">The share of the question's words that the clause and its example questions hold.</param>
/// <param name="Lead">How far the clause is before the next one.</param>
/// <param name="Unanswered">How probable the clause model finds it that the guideline does not answer.</param>
/// <param name="Elsewhere">How probable the act model finds it that the message concerns something else.</param>
/// <param name="Outside">How probable the act model finds it that the guideline does not answer.</param>
/// <param name="Unfamiliar">The share of the question's words that neither the guideline nor any answered example holds.</param>
internal readonly record struct Evidence(
    double Model,
    double Words,
    double Lead,
    double Unanswered,
    double Elsewhere,
    double Outside,
    double Unfamiliar
)
{
    public const int Count = 8;

    /// <summary>As a logistic regression takes it, with a leading 1.</summary>
    public double[] Values => [1, Model, Words, Lead, Unanswered, Elsewhere, Outside, Unfamiliar];
}

/// <summary>
/// Turns the evidence into the probability that the best clause answers, and that into a decision. Learnt by <see cref="Calibrator"/>, kept in
/// <c>calibration.json</c>.
/// </summary>
internal sealed record Calibration
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>One weight for each of <see cref="Evidence.Values"/>.</summary>
    [JsonRequired]
    public double[] Weights { get; init; } = [];

    /// <summary>From this probability on, the best clause is shown as the answer.</summary>
    [JsonRequired]
    public double Answer { get; init; }

    /// <summary>From this probability on, the best clauses are offered to choose from; below it nothing is shown.</summary>
    [JsonRequired]
    public double Offer { get; init; }

    /// <summary>In force while there is no file: sure enough of what the model is sure of.</summary>
    public static readonly Calibration Default = new()
    {
        Weights = [-2, 5, 1, 1, -3, 0, -2, -1],
        Answer = 0.5,
        Offer = 0.15,
    };

    /// <returns>0 to 1.</returns>
    public double Probability(Evidence evidence)
    {
        var sum = 0d;
        foreach (var (place, value) in evidence.Values.Index())
            sum += Weights[place] * value;
        return 1 / (1 + Math.Exp(-sum));
    }

    public Route Decide(double probability) =>
        probability >= Answer ? Route.Answer
        : probability >= Offer ? Route.Candidates
        : Route.None;

    /// <exception cref="JsonException">It is no calibration.</exception>
    public static Calibration Parse(string text)
    {
        var read = JsonSerializer.Deserialize<Calibration>(text, Json);
        return read is { Weights.Length: Evidence.Count, Offer: > 0, Answer: <= 1 } && read.Offer <= read.Answer
            ? read
            : throw new JsonException($"weights は {Evidence.Count} 個、offer と answer は 0 から 1 で offer ≦ answer にしてください。");
    }

    public override string ToString() => JsonSerializer.Serialize(this, Json) + "\n";
}

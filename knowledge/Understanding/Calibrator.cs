using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>How the decision does on messages that the models had not seen.</summary>
/// <param name="Examples">How many messages were tried.</param>
/// <param name="Refused">Of those that the guideline does not answer, the share that got no clause as the answer.</param>
/// <param name="Covered">Of the others, the share that got at least one clause.</param>
/// <param name="Answered">Of the others, the share that got the best clause as the answer.</param>
/// <param name="Right">Of those answered, the share with a right clause.</param>
public sealed record CalibrationReport(int Examples, double Refused, double Covered, double Answered, double Right);

/// <summary>
/// Learns the decision by cross-validation: the models learn from most of the examples, answer the rest, and a logistic regression over the evidence learns
/// when their best clause was right.
/// </summary>
internal static class Calibrator
{
    private const int Folds = 5;

    /// <summary>Examples are nearer to each other than other people's messages are to them, hence stricter than what is wanted of those.</summary>
    private const double RefusedAtLeast = 0.94;
    private const double CoveredAtLeast = 0.93;

    /// <summary>What is rather wrong than right is offered beside others, never given as the answer.</summary>
    private const double RatherRight = 0.5;

    public static (Calibration Calibration, CalibrationReport Report) Run(
        KnowledgeText text,
        Func<KnowledgeText, IReadOnlyList<SearchedClause>> clauses
    )
    {
        var tried = Enumerable.Range(0, Folds).SelectMany(fold => Try(text, clauses, fold)).ToList();
        var weights = Fit(tried);
        var judged = tried
            .Select(one => (one.IsQuestion, one.IsRight, Probability: (new Calibration { Weights = weights }).Probability(one.Evidence)))
            .ToList();
        var answer = Math.Max(
            RatherRight,
            Math.Round(Quantile(judged.Where(one => !one.IsQuestion).Select(one => one.Probability), RefusedAtLeast), 2)
        );
        var offer = Math.Clamp(
            Math.Round(Quantile(judged.Where(one => one.IsQuestion).Select(one => one.Probability), 1 - CoveredAtLeast), 2),
            0.01,
            answer
        );
        var calibration = new Calibration
        {
            Weights = [.. weights.Select(weight => Math.Round(weight, 3))],
            Answer = answer,
            Offer = offer,
        };
        return (calibration, Report(judged, calibration));
    }

    private static IEnumerable<(Evidence Evidence, bool IsQuestion, bool IsRight)> Try(
        KnowledgeText text,
        Func<KnowledgeText, IReadOnlyList<SearchedClause>> clauses,
        int fold
    )
    {
        var known = text with { Questions = [.. text.Questions.Where((_, place) => place % Folds != fold)] };
        var understander = new Understander(clauses(known), known, TrainedModels.Train(known));
        foreach (var example in text.Questions.Where((_, place) => place % Folds == fold))
        {
            var (ranked, evidence) = understander.Rank(example.Text);
            yield return (evidence, example.Labels.Count > 0, ranked.Count > 0 && example.Labels.Contains(ranked[0].Id.ToString()));
        }
    }

    /// <summary>Logistic regression by Newton's method, with a little ridge so that it always has a solution.</summary>
    private static double[] Fit(List<(Evidence Evidence, bool IsQuestion, bool IsRight)> tried)
    {
        const int Steps = 25;
        const double Ridge = 1;
        var weights = new double[Evidence.Count];
        for (var step = 0; step < Steps; step++)
        {
            var slope = Array.ConvertAll(weights, weight => -Ridge * weight);
            var curvature = new double[Evidence.Count, Evidence.Count];
            for (var place = 0; place < Evidence.Count; place++)
                curvature[place, place] = Ridge;
            foreach (var (evidence, _, isRight) in tried)
            {
                var row = evidence.Values;
                var expected = 1 / (1 + Math.Exp(-row.Zip(weights, (value, weight) => value * weight).Sum()));
                for (var one = 0; one < Evidence.Count; one++)
                {
                    slope[one] += row[one] * ((isRight ? 1 : 0) - expected);
                    for (var other = 0; other < Evidence.Count; other++)
                        curvature[one, other] += row[one] * row[other] * expected * (1 - expected);
                }
            }
            weights = [.. weights.Zip(Solve(curvature, slope), (weight, change) => weight + change)];
        }
        return weights;
    }

    /// <summary>
    /// The x of <c>matrix · x = right</c> by Gaussian elimination, which needs no pivoting: the ridge makes the matrix positive definite.
    /// </summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        for (var place = 0; place < right.Length; place++)
        for (var below = place + 1; below < right.Length; below++)
        {
            var factor = matrix[below, place] / matrix[place, place];
            for (var column = place; column < right.Length; column++)
                matrix[below, column] -= factor * matrix[place, column];
            right[below] -= factor * right[place];
        }
        var solution = new double[right.Length];
        for (var place = right.Length - 1; place >= 0; place--)
        {
            var rest = right[place];
            for (var column = place + 1; column < right.Length; column++)
                rest -= matrix[place, column] * solution[column];
            solution[place] = rest / matrix[place, place];
        }
        return solution;
    }

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0.5 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }

    private static CalibrationReport Report(List<(bool IsQuestion, bool IsRight, double Probability)> judged, Calibration calibration)
    {
        var questions = judged.Where(one => one.IsQuestion).ToList();
        var answered = questions.Where(one => one.Probability >= calibration.Answer).ToList();
        return new CalibrationReport(
            judged.Count,
            Share(judged.Where(one => !one.IsQuestion), one => one.Probability < calibration.Answer),
            Share(questions, one => one.Probability >= calibration.Offer),
            Share(questions, one => one.Probability >= calibration.Answer),
            Share(answered, one => one.IsRight)
        );
    }

    private static double Share<T>(IEnumerable<T> all, Func<T, bool> those)
    {
        var list = all.ToList();
        return list.Count == 0 ? 1 : (double)list.Count(those) / list.Count;
    }
}

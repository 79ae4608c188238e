using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Searching;
using MathNet.Numerics.LinearAlgebra;

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
        var answer = Math.Round(Quantile(judged.Where(one => !one.IsQuestion).Select(one => one.Probability), RefusedAtLeast), 2);
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
        var rows = Matrix<double>.Build.DenseOfRowArrays(tried.Select(one => one.Evidence.Values));
        var right = Vector<double>.Build.DenseOfEnumerable(tried.Select(one => one.IsRight ? 1d : 0));
        var weights = Vector<double>.Build.Dense(Evidence.Count);
        for (var step = 0; step < Steps; step++)
        {
            var expected = (rows * weights).Map(sum => 1 / (1 + Math.Exp(-sum)));
            var slope = rows.TransposeThisAndMultiply(right - expected) - Ridge * weights;
            var curved = Matrix<double>.Build.DenseOfRowArrays(
                rows.EnumerateRows().Select((row, place) => (row * (expected[place] * (1 - expected[place]))).ToArray())
            );
            var curvature = rows.TransposeThisAndMultiply(curved) + Ridge * Matrix<double>.Build.DenseIdentity(Evidence.Count);
            weights += curvature.Solve(slope);
        }
        return weights.ToArray();
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

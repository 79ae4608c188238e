using System.Text.Json;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Knowledge.Evaluating;

/// <summary>How well messages are understood, by kind.</summary>
/// <param name="Metrics">
/// From 0 to 1, by name. <c>hit@1</c>, <c>hit@3</c>: a clause that answers is first, or among the first three. <c>nDCG@10</c>: gain 2^grade - 1.
/// <c>coverage</c>: questions that get a clause. <c>refusal</c>: out-of-scope messages that get no clause as the answer and start nothing.
/// <c>talk</c>: small talk that is taken as that.
/// <c>intents</c> and <c>slots</c>: right ones, of all intents and of all fields; with a colon and a name, of that intent or field alone.
/// </param>
/// <param name="Misses">What went wrong, the worst first within each kind.</param>
public sealed record Evaluation(IReadOnlyDictionary<string, Metric> Metrics, IReadOnlyList<Miss> Misses)
{
    private const int Shown = 3;
    private const int Ranked = 10;
    private static readonly DateOnly AnyDay = new(2026, 11, 23);

    public static Evaluation Of(KnowledgeBase knowledge, IEnumerable<EvaluationMessage> messages)
    {
        var tally = new Tally();
        foreach (var message in messages)
        {
            var understood = knowledge.Understand(message.Q, message.Today ?? AnyDay);
            switch (message.Kind)
            {
                case "question":
                    Question(tally, message, understood);
                    break;
                case "oos":
                    OutOfScope(tally, message, understood);
                    break;
                case "talk":
                    Talk(tally, message, understood);
                    break;
                case "intent":
                    Intent(tally, message, understood);
                    break;
                default:
                    Slots(tally, message, understood);
                    break;
            }
        }
        return tally.Sum();
    }

    private static void Question(Tally tally, EvaluationMessage message, Understood understood)
    {
        var grades = understood.Clauses.Take(Ranked).Select(clause => message.Rel!.GetValueOrDefault(clause.Id.ToString())).ToList();
        var first = grades.IndexOf(2);
        tally.Add("hit@1", first == 0);
        tally.Add("hit@3", first is >= 0 and < Shown);
        tally.Add("nDCG@10", Gain(grades) / Gain(message.Rel!.Values.OrderDescending().Take(Ranked)));
        tally.Add("coverage", grades.Count > 0);
        if (first != 0)
            tally.Miss(
                message,
                understood,
                string.Join(" ", message.Rel!.Where(grade => grade.Value == 2).Select(grade => grade.Key)),
                first is >= 0 and < Shown ? 1 : 2
            );
    }

    private static double Gain(IEnumerable<int> grades) =>
        grades.Index().Sum(grade => (Math.Pow(2, grade.Item) - 1) / Math.Log2(grade.Index + 2));

    private static void OutOfScope(Tally tally, EvaluationMessage message, Understood understood)
    {
        var isRefused =
            understood.Route == Route.None
            || understood.Route == Route.Candidates
            || IsTalk(understood)
            || understood.Route.Name.StartsWith("command:", StringComparison.Ordinal);
        tally.Add("refusal", isRefused);
        if (!isRefused)
            tally.Miss(message, understood, "none", understood.Clauses is [var best, ..] ? best.Score : 1);
    }

    private static void Talk(Tally tally, EvaluationMessage message, Understood understood)
    {
        var isRight = IsTalk(understood) || understood.Route.Name.StartsWith("command:", StringComparison.Ordinal);
        tally.Add("talk", isRight);
        if (!isRight)
            tally.Miss(message, understood, "talk", 1);
    }

    private static bool IsTalk(Understood understood) => understood.Route.Name.StartsWith("talk:", StringComparison.Ordinal);

    private static bool Opens(Understood understood) =>
        understood.Route.Name.StartsWith("notice:", StringComparison.Ordinal)
        || understood.Route.Name.StartsWith("incident:", StringComparison.Ordinal);

    private static void Intent(Tally tally, EvaluationMessage message, Understood understood)
    {
        var isRight = message.Intent is "question" or "none" ? !Opens(understood) : understood.Route.Name == message.Intent;
        tally.Add("intents", isRight);
        tally.Add($"intents:{message.Intent}", isRight);
        if (!isRight)
            tally.Miss(message, understood, message.Intent!, 1);
    }

    private static void Slots(Tally tally, EvaluationMessage message, Understood understood)
    {
        var wrong = new List<string>();
        foreach (var (name, expected) in message.Slots!)
        {
            var isRight =
                understood.Slots.GetValueOrDefault(name) is { } read
                && Values(JsonSerializer.SerializeToElement(read)).SetEquals(Values(expected));
            tally.Add("slots", isRight);
            tally.Add($"slots:{name}", isRight);
            if (!isRight)
                wrong.Add($"{name}={string.Join(',', Values(expected))}");
        }
        if (wrong.Count > 0)
            tally.Miss(message, understood, string.Join(" ", wrong), wrong.Count);
    }

    private static HashSet<string> Values(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(one => one.ToString())] : [value.ToString()];

    private sealed class Tally
    {
        private readonly Dictionary<string, (double Sum, int Count)> metrics = [];
        private readonly List<(Miss Miss, double Weight)> misses = [];

        public void Add(string metric, bool isRight) => Add(metric, isRight ? 1 : 0);

        public void Add(string metric, double value) =>
            metrics[metric] = metrics.GetValueOrDefault(metric) is var (sum, count) ? (sum + value, count + 1) : default;

        public void Miss(EvaluationMessage message, Understood understood, string wanted, double weight) =>
            misses.Add((new Miss(message, understood, wanted), weight));

        public Evaluation Sum() =>
            new(
                metrics.ToDictionary(metric => metric.Key, metric => new Metric(metric.Value.Sum / metric.Value.Count, metric.Value.Count)),
                [
                    .. misses
                        .OrderBy(miss => miss.Miss.Message.Kind, StringComparer.Ordinal)
                        .ThenByDescending(miss => miss.Weight)
                        .Select(miss => miss.Miss),
                ]
            );
    }
}

/// <param name="Count">How many messages or fields it is the mean of.</param>
public readonly record struct Metric(double Value, int Count);

/// <param name="Wanted">Clause ids, a route, or <c>field=value</c>.</param>
public sealed record Miss(EvaluationMessage Message, Understood Understood, string Wanted);

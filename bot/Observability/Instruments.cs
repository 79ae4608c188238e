using System.Diagnostics;
using System.Diagnostics.Metrics;
using GuidelineBot.Storage;

namespace GuidelineBot.Observability;

/// <summary>
/// What the bot counts and times, under the meter and the activity source <see cref="Name"/>. Tags are words of the program (a verb, a
/// command, a channel); what people write, and who they are, is in none of them.
/// </summary>
internal sealed class Instruments : IDisposable
{
    public const string Name = "GuidelineBot";

    /// <summary>Upper bounds in seconds: from a search in the index to the 10 s after which Teams gives a turn up.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private readonly ActivitySource spans = new(Name);
    private readonly Histogram<double> turns;
    private readonly Histogram<double> searches;
    private readonly Counter<long> questions;
    private readonly Counter<long> deliveries;
    private readonly Counter<long> refusals;

    public Instruments(IMeterFactory meters)
    {
        // Counted by whoever made it, and thrown away with it.
        var meter = meters.Create(Name);
        turns = meter.CreateHistogram(
            "guidelinebot.turn.duration",
            "s",
            "One message, press or call of the message extension, by route and outcome.",
            advice: Seconds
        );
        searches = meter.CreateHistogram(
            "guidelinebot.search.duration",
            "s",
            "Understanding a message and searching the clauses.",
            advice: Seconds
        );
        questions = meter.CreateCounter<long>(
            "guidelinebot.questions",
            "{question}",
            "Questions by what came of them: answer, candidates, none."
        );
        deliveries = meter.CreateCounter<long>(
            "guidelinebot.deliveries",
            "{attempt}",
            "Attempts to send what the outbox holds, by channel and outcome."
        );
        refusals = meter.CreateCounter<long>("guidelinebot.refusals", "{request}", "Calls of /api/messages that were refused, by status.");
    }

    /// <summary>From here to its disposal one turn goes on.</summary>
    public Watch Turn() => new(spans.StartActivity("turn"), turns);

    /// <summary>From here to its disposal a text is understood or searched.</summary>
    public Watch Search() => new(spans.StartActivity("search"), searches);

    /// <summary>From here to its disposal one message of the outbox is sent.</summary>
    public Activity? Delivery(OutboxChannel channel) => spans.StartActivity("deliver")?.SetTag("guidelinebot.channel", $"{channel}");

    /// <param name="result">The route's name: answer, candidates, none.</param>
    public void Asked(string result) => questions.Add(1, KeyValuePair.Create<string, object?>("result", result));

    /// <param name="outcome">As the message now stands in the outbox.</param>
    public void Delivered(OutboxChannel channel, OutboxStatus outcome) =>
        deliveries.Add(
            1,
            KeyValuePair.Create<string, object?>("channel", $"{channel}"),
            KeyValuePair.Create<string, object?>("outcome", $"{outcome}")
        );

    /// <param name="status">Of the HTTP response; 401 and 403 are callers without the right to call.</param>
    public void Refused(int status) => refusals.Add(1, KeyValuePair.Create<string, object?>("status", status));

    public void Dispose() => spans.Dispose();

    /// <summary>A span and a duration that end together.</summary>
    internal sealed class Watch(Activity? span, Histogram<double> duration) : IDisposable
    {
        private readonly long began = Stopwatch.GetTimestamp();
        private TagList tags;

        public void Tell(string tag, string value)
        {
            tags.Add(tag, value);
            span?.SetTag($"guidelinebot.{tag}", value);
        }

        public void Dispose()
        {
            duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tags);
            span?.Dispose();
        }
    }
}

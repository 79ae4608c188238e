using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GuidelineBot.Tests.Faults;

/// <summary>What one press, or message, of a <see cref="Crowd"/> is to bring about.</summary>
internal enum ActKind
{
    /// <summary>Submits a notice.</summary>
    Submit,

    /// <summary>Writes into a timeline.</summary>
    Write,

    /// <summary>Puts a question to 広報広聴課.</summary>
    Ask,

    /// <summary>Starts a checklist.</summary>
    Start,

    /// <summary>Starts one as a drill.</summary>
    Drill,

    /// <summary>Pulls back a notice that was submitted before.</summary>
    PullBack,

    /// <summary>Types a note for the timeline.</summary>
    Note,

    /// <summary>Sends a picture, as evidence.</summary>
    Evidence,
}

/// <summary>
/// One press of one card: pressed again, under a new activity id, until it is acknowledged. A message is sent again under its own id, as Teams
/// does.
/// </summary>
/// <param name="Text">Found in what the act leaves behind, and nowhere else; the draft's id for a submission.</param>
/// <param name="Press">The button; of a message, the message.</param>
internal sealed partial record Act(ActKind Kind, string Text, string Person, JsonObject Press)
{
    /// <summary>Who of the crowd does it: one act after the other.</summary>
    public int Hand { get; init; }

    public bool IsMessage => Kind is ActKind.Note or ActKind.Evidence;

    /// <summary>Said by a press whose act was done, and its answer lost.</summary>
    public const string Done = "この操作は済んでいます。";

    /// <summary>What the bot said without acknowledging it: that it could not, or could not yet.</summary>
    public ConcurrentQueue<string> Told { get; } = [];

    /// <summary>Everything that was answered, as it came.</summary>
    public ConcurrentQueue<string> Answers { get; } = [];

    /// <summary>The words of the answer that acknowledged it.</summary>
    public string? Acknowledged { get; private set; }

    /// <summary>The number that the notice was given, where the answer was not lost.</summary>
    public string? Number =>
        Kind == ActKind.Submit && NoticeNumbered().Match(Acknowledged ?? "") is { Success: true } number ? number.Value : null;

    /// <param name="answer">The body of the answer to the press.</param>
    public void Hear(JsonNode answer)
    {
        Answers.Enqueue(answer.ToJsonString());
        if (answer["statusCode"]!.GetValue<int>() != 200)
        {
            var sentence = answer["value"]!["message"]!.GetValue<string>();
            Assert.EndsWith("。", sentence, StringComparison.Ordinal);
            Told.Enqueue(sentence);
            return;
        }
        var words = answer["value"] is JsonObject card ? card.Words() : answer["value"]!.GetValue<string>();
        Assert.True(
            words.Contains(
                Kind switch
                {
                    ActKind.Submit => CrowdActs.Submitted,
                    ActKind.Write => CrowdActs.Written,
                    ActKind.Ask => CrowdActs.Asked,
                    ActKind.PullBack => CrowdActs.Moved,
                    _ => CrowdActs.Started,
                },
                StringComparison.Ordinal
            ) || words.StartsWith(Done, StringComparison.Ordinal),
            $"{Kind} {Text}: {words}"
        );
        Acknowledged = words;
    }

    /// <summary>A message was taken, and answered with something else than that it could not be done.</summary>
    public void Taken() => Acknowledged = "";

    [GeneratedRegex("令和[0-9]+年度 終了 第[0-9]+号")]
    private static partial Regex NoticeNumbered();
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GuidelineBot.Tests.Faults;

/// <summary>What one press of a <see cref="Crowd"/> is to bring about.</summary>
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
}

/// <summary>One press of one card: pressed again, under a new activity id, until it is acknowledged.</summary>
/// <param name="Text">Found in what the act leaves behind, and nowhere else; the draft's id for a submission.</param>
internal sealed partial record Act(ActKind Kind, string Text, string Person, JsonObject Press)
{
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
                    _ => CrowdActs.Started,
                },
                StringComparison.Ordinal
            ) || words.StartsWith(Done, StringComparison.Ordinal),
            $"{Kind} {Text}: {words}"
        );
        Acknowledged = words;
    }

    [GeneratedRegex("令和[0-9]+年度 終了 第[0-9]+号")]
    private static partial Regex NoticeNumbered();
}

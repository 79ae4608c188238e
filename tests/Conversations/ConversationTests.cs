using GuidelineBot.Knowledge;
using GuidelineBot.Rehearsal;
using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.Conversations;

/// <summary>Whole conversations, played through the bot with its database: each turn does what is wanted and nothing else.</summary>
[Slow]
public sealed class ConversationTests(ConversationTests.Player shared) : IClassFixture<ConversationTests.Player>
{
    private static readonly string File = Path.GetFullPath(Path.Combine(KnowledgeCopy.Ours, "../tests/Conversations/conversations.jsonl"));

    public static TheoryData<string> Ids => [.. Script.ReadFile(File).Select(script => script.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Each_turn_does_what_is_wanted(string id)
    {
        var script = Script.ReadFile(File).Single(script => script.Id == id);

        var results = await shared.Plays.PlayAsync(script, default);

        Assert.Empty(
            ScriptJudge
                .Judge(script, results)
                .Select(miss => $"{miss.Turn + 1} 「{script.Turns[miss.Turn].Say ?? script.Turns[miss.Turn].Press}」: {miss.What}")
        );
    }

    [Fact]
    public async Task A_turn_that_does_something_else_is_told()
    {
        var script = Script.ReadFile(File).First();
        var results = (await shared.Plays.PlayAsync(script, default)).ToList();
        results[0] = results[0] with { Route = "none", Drafts = 7 };

        Assert.NotEmpty(ScriptJudge.Judge(script, results));
    }

    /// <summary>One load of the knowledge for all scripts.</summary>
    public sealed class Player
    {
        internal ScriptPlayer Plays { get; } = new(new LiveKnowledge(KnowledgeCopy.Ours));
    }
}

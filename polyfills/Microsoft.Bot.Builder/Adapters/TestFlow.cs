using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>Compares an expected activity with one that came.</summary>
public delegate void ValidateReply(IActivity expected, IActivity actual);

/// <summary>A conversation as a chain of sends and expectations; nothing runs before <see cref="StartTestAsync"/>.</summary>
public class TestFlow
{
    private readonly TestAdapter adapter;
    private readonly BotCallbackHandler callback;
    private readonly Func<Task> soFar;

    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
    {
        this.adapter = adapter;
        this.callback = callback;
        soFar = () => Task.CompletedTask;
    }

    public TestFlow(Func<Task> getTask, TestFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        adapter = flow.adapter;
        callback = flow.callback;
        soFar = getTask;
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync)
    {
    }

    public Task StartTestAsync() => soFar();

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => adapter.SendTextToBotAsync(userSays, callback, default));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => adapter.ProcessActivityAsync((Activity)userActivity, callback, default));
    }

    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded.Add(adapter.Conversation.User);
        return adapter.ProcessActivityAsync(update, callback, default);
    });

    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan));

    public TestFlow AssertReply(string expected, string description = null, uint timeout = 3000) => AssertReply(
        reply => Same(expected.Trim(), TextOf(reply)?.Trim(), description), description ?? expected, timeout);

    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000) => AssertReply(
        reply => Require(
            TextOf(reply)?.Contains(expected, StringComparison.Ordinal) == true,
            description,
            $"'{TextOf(reply)}' does not contain '{expected}'."),
        description ?? expected,
        timeout);

    public TestFlow AssertReply(IActivity expected, string description = null, uint timeout = 3000) => AssertReply(
        reply =>
        {
            Same(expected.Type, reply.Type, description);
            Same(TextOf(expected)?.Trim(), TextOf(reply)?.Trim(), description);
        },
        description,
        timeout);

    public TestFlow AssertReply(Action<IActivity> validateActivity, string description = null, uint timeout = 3000) => Then(async () =>
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        IActivity reply;
        try
        {
            reply = await adapter.GetNextReplyAsync(patience.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"{timeout} ms timed out waiting for: '{description}'", e);
        }

        validateActivity(reply);
    });

    public TestFlow AssertNoReply(string description = null, uint timeout = 3000) => Then(async () =>
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        var reply = adapter.GetNextReplyAsync(patience.Token);
        await ((Task)reply).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Require(reply.IsCanceled, description, "A reply came where none was expected.");
    });

    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = 3000) => AssertReply(
        reply =>
            Require(candidates.Contains(TextOf(reply)), description, $"'{TextOf(reply)}' is none of '{string.Join("', '", candidates)}'."),
        description,
        timeout);

    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Activity expected, string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(validateActivity, description, timeout);

    private TestFlow Then(Func<Task> step) => new(
        async () =>
        {
            await soFar();
            await step();
        },
        this);

    private static string TextOf(IActivity activity) => activity.AsMessageActivity()?.Text;

    private static void Same(string expected, string actual, string description) =>
        Require(expected == actual, description, $"Expected:{expected}\nReceived:{actual}");

    private static void Require(bool isSo, string description, string otherwise)
    {
        if (!isSo)
            throw new InvalidOperationException(description is null ? otherwise : $"{description}: {otherwise}");
    }
}

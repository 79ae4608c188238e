using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Tests.Polyfills;

public class TestFlowTests
{
    private static Task<ResourceResponse> EchoAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        turn.SendActivityAsync($"「{turn.Activity.Text}」ですね。", cancellationToken: cancellationToken);

    [Fact]
    public Task A_conversation_goes_as_expected() => new TestFlow(new TestAdapter(), EchoAsync)
        .Test("届出", "「届出」ですね。")
        .Send("台帳")
        .AssertReply(reply => Assert.Equal("user1", reply.Recipient.Id))
        .Send("ヘルプ")
        .AssertReplyOneOf(["いいえ", "「ヘルプ」ですね。"])
        .AssertNoReply(timeout: 20)
        .StartTestAsync();

    [Fact]
    public async Task A_wrong_reply_fails_the_flow()
    {
        var flow = new TestFlow(new TestAdapter(), EchoAsync).Test("届出", "別の返事");

        await Assert.ThrowsAnyAsync<Exception>(flow.StartTestAsync);
    }

    [Fact]
    public async Task A_missing_reply_fails_the_flow()
    {
        var flow = new TestFlow(new TestAdapter(), (_, _) => Task.CompletedTask).Send("届出").AssertReply("返事", timeout: 20);

        await Assert.ThrowsAnyAsync<Exception>(flow.StartTestAsync);
    }

    [Fact]
    public Task An_updated_activity_takes_the_place_of_the_first() => new TestFlow(new TestAdapter(), async (turn, token) =>
        {
            var sent = await turn.SendActivityAsync("未完了", cancellationToken: token);
            var later = MessageFactory.Text("完了");
            later.Id = sent.Id;
            await turn.UpdateActivityAsync(later, token);
        })
        .Test("押す", "完了")
        .StartTestAsync();

    [Fact]
    public Task A_deleted_activity_is_never_seen() => new TestFlow(new TestAdapter(), async (turn, token) =>
        {
            var sent = await turn.SendActivityAsync("消す", cancellationToken: token);
            await turn.DeleteActivityAsync(sent.Id, token);
            await turn.SendActivityAsync("残す", cancellationToken: token);
        })
        .Test("押す", "残す")
        .StartTestAsync();

    [Fact]
    public async Task Middleware_surrounds_the_turn_in_the_order_it_was_added()
    {
        var steps = new List<string>();
        var adapter = new TestAdapter().Use(new Noting("外", steps)).Use(new Noting("内", steps));

        await adapter.SendTextToBotAsync("届出", (_, _) => NoteAsync(steps, "ボット"), default);

        Assert.Equal(["外", "内", "ボット", "内", "外"], steps);
    }

    [Fact]
    public async Task A_typing_sign_comes_while_a_turn_takes_long_and_none_after_it()
    {
        var adapter = new TestAdapter().Use(new ShowTypingMiddleware(delay: 10, period: 5000));

        await adapter.SendTextToBotAsync("届出", async (turn, token) =>
        {
            while (adapter.ActiveQueue.Count == 0)
                await Task.Delay(5, token);

            await turn.SendActivityAsync("できました。", cancellationToken: token);
        }, default);

        Assert.Equal(ActivityTypes.Typing, adapter.GetNextReply().Type);
        Assert.Equal("できました。", adapter.GetNextReply().AsMessageActivity().Text);
        Assert.Null(adapter.GetNextReply());
    }

    private static Task NoteAsync(List<string> steps, string step)
    {
        steps.Add(step);
        return Task.CompletedTask;
    }

    private sealed class Noting(string name, List<string> steps) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            steps.Add(name);
            await next(cancellationToken);
            steps.Add(name);
        }
    }
}

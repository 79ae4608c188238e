using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Tests.Polyfills;

public class PromptTests
{
    private static readonly PromptOptions Options = new()
    {
        Prompt = MessageFactory.Text("アカウント名は？"),
        RetryPrompt = MessageFactory.Text("英数字でお願いします。"),
    };

    [Fact]
    public async Task An_invalid_answer_is_asked_for_again_and_attempts_are_counted()
    {
        var attempts = new List<int>();
        var prompt = new TextPrompt("p", (context, _) =>
        {
            attempts.Add(context.AttemptCount);
            return Task.FromResult(context.Recognized.Value.All(char.IsAscii));
        });
        var client = new DialogTestClient(Channels.Msteams, prompt, Options);

        Assert.Equal("アカウント名は？", await SayAsync(client, "始める"));
        Assert.Equal("英数字でお願いします。", await SayAsync(client, "岡山市"));
        Assert.Equal("英数字でお願いします。", await SayAsync(client, "観光課"));
        Assert.Null(await SayAsync(client, "okayama_kanko"));

        Assert.Equal([1, 2, 3], attempts);
        Assert.Equal("okayama_kanko", client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task A_validator_that_speaks_is_not_interrupted_by_the_retry_prompt()
    {
        var prompt = new TextPrompt("p", async (context, token) =>
        {
            await context.Context.SendActivityAsync("その名は使われています。", cancellationToken: token);
            return false;
        });
        var client = new DialogTestClient(Channels.Msteams, prompt, Options);

        await SayAsync(client, "始める");

        Assert.Equal("その名は使われています。", await SayAsync(client, "okayama"));
        Assert.Null(client.GetNextReply<IMessageActivity>());
    }

    [Fact]
    public async Task What_is_no_message_does_not_count_as_an_answer()
    {
        var client = new DialogTestClient(Channels.Msteams, new TextPrompt("p"), Options);
        await SayAsync(client, "始める");

        await client.SendActivityAsync<IActivity>(new Activity(ActivityTypes.Typing));

        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);
    }

    [Theory]
    [InlineData("はい", true)]
    [InlineData("いいえ", false)]
    public async Task A_Japanese_yes_or_no_is_understood(string said, bool expected)
    {
        var client = Confirming("ja-jp");
        await SayAsync(client, "始める");
        await SayAsync(client, said);

        Assert.Equal(expected, client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task Neither_yes_nor_no_is_asked_again()
    {
        var client = Confirming("ja-jp");
        await SayAsync(client, "始める");

        Assert.Contains("どちらかを選んでください。", await SayAsync(client, "観光課"), StringComparison.Ordinal);
        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);
    }

    [Fact]
    public async Task An_English_yes_is_understood()
    {
        var client = Confirming("en-us");
        await SayAsync(client, "start");
        await SayAsync(client, "yes");

        Assert.Equal(true, client.DialogTurnResult.Result);
    }

    private static DialogTestClient Confirming(string locale)
    {
        var adapter = new TestAdapter(Channels.Test) { Locale = locale };
        var options = new PromptOptions
        {
            Prompt = MessageFactory.Text("提出しますか？"),
            RetryPrompt = MessageFactory.Text("どちらかを選んでください。"),
        };
        return new DialogTestClient(adapter, new ConfirmPrompt("p"), options);
    }

    private static async Task<string?> SayAsync(DialogTestClient client, string text) =>
        (await client.SendActivityAsync<IMessageActivity>(text))?.Text;
}

using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace GuidelineBot.Tests.Polyfills;

public class DialogTests
{
    [Fact]
    public async Task A_waterfall_asks_step_by_step_and_ends_with_its_result()
    {
        var client = new DialogTestClient(Channels.Msteams, new NameDialog());

        Assert.Equal("お名前は？", await SayAsync(client, "こんにちは"));
        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);
        Assert.Equal("所属は？", await SayAsync(client, "岡本"));
        Assert.Equal("観光課の岡本さんですね。", await SayAsync(client, "観光課"));
        Assert.Equal(DialogTurnStatus.Complete, client.DialogTurnResult.Status);
        Assert.Equal("観光課 岡本", client.DialogTurnResult.Result);
        Assert.Empty(client.DialogContext.Stack);
    }

    [Fact]
    public async Task Options_given_at_the_start_reach_the_steps()
    {
        var client = new DialogTestClient(Channels.Msteams, new NameDialog(), "恐れ入ります。");

        Assert.Equal("恐れ入ります。お名前は？", await SayAsync(client, "こんにちは"));
    }

    [Fact]
    public async Task A_component_inside_a_component_hands_its_result_up()
    {
        var outer = new Outer(async (step, cancellationToken) =>
        {
            await step.Context.SendActivityAsync($"受け取りました：{step.Result}", cancellationToken: cancellationToken);
            return await step.EndDialogAsync("終", cancellationToken);
        });
        var client = new DialogTestClient(Channels.Msteams, outer);

        Assert.Equal("お名前は？", await SayAsync(client, "始める"));
        Assert.Equal("所属は？", await SayAsync(client, "岡本"));
        Assert.Equal("観光課の岡本さんですね。", await SayAsync(client, "観光課"));
        Assert.Equal("受け取りました：観光課 岡本", client.GetNextReply<IMessageActivity>().Text);
        Assert.Equal("終", client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task A_dialog_goes_on_over_a_storage_that_writes_no_type_names()
    {
        var untyped = new MemoryStorage(new JsonSerializer { TypeNameHandling = TypeNameHandling.None });
        var outer = new Outer((step, token) => step.EndDialogAsync(step.Result, token));
        var client = new DialogTestClient(Channels.Msteams, outer, conversationState: new ConversationState(untyped));

        await SayAsync(client, "始める");
        Assert.Equal("所属は？", await SayAsync(client, "岡本"));
        await SayAsync(client, "観光課");

        Assert.Equal("観光課 岡本", client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task Replacing_starts_over_in_the_same_place()
    {
        var rounds = 0;
        var loop = new Outer(async (step, cancellationToken) => ++rounds < 2
            ? await step.ReplaceDialogAsync("steps", null, cancellationToken)
            : await step.EndDialogAsync(rounds, cancellationToken));
        var client = new DialogTestClient(Channels.Msteams, loop);

        await SayAsync(client, "始める");
        await SayAsync(client, "岡本");
        await SayAsync(client, "観光課");
        Assert.Equal("お名前は？", client.GetNextReply<IMessageActivity>().Text);
        await SayAsync(client, "岡田");
        await SayAsync(client, "広報広聴課");

        Assert.Equal(2, client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task Cancelling_empties_the_stack_and_tells_each_dialog_on_it()
    {
        var dialog = new Cancellable();
        var client = new DialogTestClient(Channels.Msteams, dialog);

        await SayAsync(client, "始める");
        Assert.Equal("取りやめました。", await SayAsync(client, "やめる"));

        Assert.Equal(DialogTurnStatus.Cancelled, client.DialogTurnResult.Status);
        Assert.Empty(client.DialogContext.Stack);
        Assert.Equal(DialogReason.CancelCalled, dialog.Ended);
    }

    [Fact]
    public async Task A_dialog_that_nobody_added_cannot_begin()
    {
        var client = new DialogTestClient(Channels.Msteams, new WaterfallDialog("w", [(step, token) =>
            step.BeginDialogAsync("missing", null, token)]));

        await Assert.ThrowsAnyAsync<Exception>(() => SayAsync(client, "始める"));
    }

    [Fact]
    public async Task A_step_that_runs_the_next_passes_its_result_on()
    {
        var waterfall = new WaterfallDialog("w")
            .AddStep((step, token) => step.NextAsync("前の結果", token))
            .AddStep((step, token) => step.EndDialogAsync($"{step.Result}（{step.Reason}）", token));
        var client = new DialogTestClient(Channels.Msteams, waterfall);

        await SayAsync(client, "始める");

        Assert.Equal("前の結果（NextCalled）", client.DialogTurnResult.Result);
    }

    private static async Task<string?> SayAsync(DialogTestClient client, string text) =>
        (await client.SendActivityAsync<IMessageActivity>(text))?.Text;

    private sealed class NameDialog : ComponentDialog
    {
        public NameDialog()
            : base("name")
        {
            AddDialog(new WaterfallDialog(
                "steps",
                [
                    (step, token) =>
                        step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text($"{step.Options}お名前は？") }, token),
                    (step, token) =>
                    {
                        step.Values["name"] = step.Result;
                        return step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("所属は？") }, token);
                    },
                    async (step, token) =>
                    {
                        await step.Context.SendActivityAsync($"{step.Result}の{step.Values["name"]}さんですね。", cancellationToken: token);
                        return await step.EndDialogAsync($"{step.Result} {step.Values["name"]}", token);
                    },
                ]));
            AddDialog(new TextPrompt("text"));
        }
    }

    private sealed class Outer : ComponentDialog
    {
        public Outer(WaterfallStep after)
            : base("outer")
        {
            AddDialog(new WaterfallDialog("steps", [(step, token) => step.BeginDialogAsync("name", null, token), after]));
            AddDialog(new NameDialog());
        }
    }

    private sealed class Cancellable : ComponentDialog
    {
        public Cancellable()
            : base("cancellable")
        {
            AddDialog(new NameDialog());
        }

        public DialogReason? Ended { get; private set; }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(
            DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            if (innerDc.Context.Activity.Text != "やめる")
                return await base.OnContinueDialogAsync(innerDc, cancellationToken);

            await innerDc.Context.SendActivityAsync("取りやめました。", cancellationToken: cancellationToken);
            return await innerDc.CancelAllDialogsAsync(true, cancellationToken: cancellationToken);
        }

        protected override Task OnEndDialogAsync(
            ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            Ended = reason;
            return Task.CompletedTask;
        }
    }
}

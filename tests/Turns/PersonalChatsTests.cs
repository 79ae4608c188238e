using GuidelineBot.Tests.Asking;
using Microsoft.AspNetCore.Http;

namespace GuidelineBot.Tests.Turns;

/// <summary>What is one person's own is seen by that person alone, whatever chat they ask for it in.</summary>
public sealed class PersonalChatsTests : IAsyncLifetime
{
    private const string Group = "19:group@thread.v2";
    private const string Own = "a:yamada";

    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Theory]
    [InlineData("下書き", "下書きは0件です。")]
    [InlineData("届出状況", "届出状況は0件です。")]
    [InlineData("届出一覧", "届出一覧は0件です。")]
    [InlineData("質問一覧", "未回答の質問は0件です。")]
    [InlineData("配信状況", "送信できていないものは0件です。")]
    [InlineData("保存した投稿", "保存した投稿は")]
    [InlineData("代理", "代理の設定は、")]
    public async Task A_list_that_is_typed_in_a_group_goes_to_the_persons_own_chat(string command, string told)
    {
        await bot.SayAsync("ヘルプ", conversation: Own);
        var before = bot.Teams.Calls.Count;

        using var response = await bot.PostAsync(bot.Message(command, conversation: Group, conversationType: "groupChat"));
        response.EnsureSuccessStatusCode();

        var here = Assert.Single(bot.Teams.Calls.Skip(before), call => call.Conversation == Group).Body!;
        Assert.Null(here["attachments"]?[0]);
        Assert.StartsWith(told, here["text"]!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("ご本人の個人チャットに送りました。", here["text"]!.ToString(), StringComparison.Ordinal);
        var there = Assert.Single(bot.Teams.Calls.Skip(before), call => call.Conversation == Own).Body!;
        Assert.Contains(command == "質問一覧" ? "職員からの質問" : command, there.Card().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_chat_of_their_own_or_blocked_it_is_told_where_to_ask()
    {
        await TypeAsync();
        Assert.Contains("個人チャットで、もう一度お試しください。", bot.Teams.Messages[^1]["text"]!.ToString(), StringComparison.Ordinal);

        await bot.SayAsync("ヘルプ", conversation: Own);
        bot.Teams.Answer = call => call.Conversation == Own ? Results.StatusCode(StatusCodes.Status403Forbidden) : null;
        await TypeAsync();
        Assert.Contains("個人チャットで、もう一度お試しください。", bot.Teams.Messages[^1]["text"]!.ToString(), StringComparison.Ordinal);

        async Task TypeAsync()
        {
            using var response = await bot.PostAsync(bot.Message("届出状況", conversation: Group, conversationType: "groupChat"));
            response.EnsureSuccessStatusCode();
        }
    }

    [Theory]
    [InlineData("notice.papers")]
    [InlineData("accounts.export")]
    [InlineData("insights.file")]
    [InlineData("incident.papers")]
    public async Task A_link_to_a_file_never_stands_on_a_card_that_others_see(string verb)
    {
        await bot.SayAsync("ヘルプ", conversation: Own);
        var data = await EveryVerb.Views[verb](new Stage(bot, Group));
        data["verb"] = verb;
        var before = bot.Teams.Calls.Count;
        // As a client sends it that knows no Action.Execute.
        var press = bot.Message("", conversation: Group, conversationType: "groupChat");
        press.Remove("text");
        (press["replyToId"], press["value"]) = ("shared-card", data);

        using var response = await bot.PostAsync(press);
        response.EnsureSuccessStatusCode();

        var calls = bot.Teams.Calls.Skip(before).ToList();
        Assert.DoesNotContain(calls, call => call.Conversation != Own && $"{call.Body}".Contains("/downloads/", StringComparison.Ordinal));
        Assert.Contains(calls, call => call.Conversation == Own && $"{call.Body}".Contains("/downloads/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_press_of_which_the_presser_alone_sees_the_answer_is_answered_in_place()
    {
        var data = await EveryVerb.Views["notice.papers"](new Stage(bot, Group));
        var before = bot.Teams.Calls.Count;
        var press = bot.Press(AskingBot.Forged("notice.papers", data), conversation: Group);
        press["conversation"]!["conversationType"] = "groupChat";
        press["replyToId"] = "shared-card";

        var answer = await bot.AnswerAsync(press);

        Assert.Contains("/downloads/", $"{answer["value"]}", StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Teams.Calls.Skip(before), call => $"{call.Body}".Contains("/downloads/", StringComparison.Ordinal));
    }
}

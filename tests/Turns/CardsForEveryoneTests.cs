using System.Text.Json.Nodes;
using GuidelineBot.Delivery;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Faults;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Knowledge;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuidelineBot.Tests.Turns;

/// <summary>What each button leaves behind for all who see the message, once Teams has drawn it again.</summary>
public sealed class CardsForEveryoneTests(CardsForEveryoneTests.Fixture fixture) : IClassFixture<CardsForEveryoneTests.Fixture>
{
    private const string Before = "前のボタン";
    private const string Group = "19:everyone@thread.v2";
    private const string Personal = "a:yamada-alone";

    private static readonly string[] OnTheWay = ["次へ", "内容を確認する", "提出する"];

    private readonly BotHost bot = fixture.Bot;

    public static TheoryData<string> Views => [.. EveryVerb.Views.Keys];

    public static TheoryData<string> Messages => [.. EveryVerb.Messages.Keys];

    public static TheoryData<string> Changes => [.. EveryVerb.Changes.Keys];

    public static TheoryData<string> OnesOwn => [.. EveryVerb.Changes.Where(change => change.Value.IsOnesOwn).Select(change => change.Key)];

    [Fact]
    public void Every_verb_has_an_entry() =>
        Assert.Equal(
            EveryVerb.Views.Keys.Concat(EveryVerb.Messages.Keys).Concat(EveryVerb.Changes.Keys).Order(StringComparer.Ordinal),
            bot.Services.GetRequiredService<Routes>().Presses.Keys.Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_there_for_every_viewer_after_a_reload(string verb)
    {
        var change = EveryVerb.Changes[verb];
        var chat = change.IsOnesOwn ? Personal : Group;
        var message = Stood(chat);
        var data = await change.Arrange(new Stage(bot, chat));

        var answer = await bot.PressAsync(verb, data, change.Presser, chat, message);
        Assert.Equal("application/vnd.microsoft.card.adaptive", answer["type"]!.ToString());
        await DrawnAsync();
        bot.Teams.Reload();

        Assert.All(
            [change.Presser, "suzuki"],
            person =>
            {
                var card = Seen(chat, message, person);
                Assert.Contains(change.Everyone, card.Words(), StringComparison.Ordinal);
                Assert.DoesNotContain(Before, card.Titles());
                Assert.DoesNotContain(
                    card.Actions(),
                    action => action["verb"]?.ToString() == verb && action["title"]!.ToString() == change.Gone
                );
            }
        );
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task What_only_shows_something_shows_it_to_the_presser_and_leaves_the_message_alone(string verb)
    {
        var message = Stood(Group);
        var data = await EveryVerb.Views[verb](new Stage(bot, Group));

        var answer = await bot.PressAsync(verb, data, Stage.Presser, Group, message);
        Assert.Equal("application/vnd.microsoft.card.adaptive", answer["type"]!.ToString());
        await DrawnAsync();

        Assert.DoesNotContain(Before, Seen(Group, message, Stage.Presser).Titles());
        Assert.Contains(Before, Seen(Group, message, "suzuki").Titles());
        bot.Teams.Reload();
        Assert.Contains(Before, Seen(Group, message, Stage.Presser).Titles());
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task What_is_answered_below_leaves_the_message_alone(string verb)
    {
        var message = Stood(Group);
        var data = await EveryVerb.Messages[verb](new Stage(bot, Group));

        var answer = await bot.PressAsync(verb, data, Stage.Presser, Group, message);

        Assert.Equal("下に表示しました。", answer["value"]!.ToString());
        Assert.Contains(bot.Teams.Messages, sent => sent["conversation"]!["id"]!.ToString() == Group);
        Assert.Contains(Before, Seen(Group, message, Stage.Presser).Titles());
    }

    [Theory]
    [MemberData(nameof(OnesOwn))]
    public async Task What_is_ones_own_stays_with_one_in_a_chat_with_others(string verb)
    {
        var (change, message) = (EveryVerb.Changes[verb], Stood(Group));
        var data = await change.Arrange(new Stage(bot, Group));

        await bot.PressAsync(verb, data, change.Presser, Group, message);

        Assert.Contains(change.Everyone, Seen(Group, message, change.Presser).Words(), StringComparison.Ordinal);
        Assert.Contains(Before, Seen(Group, message, "suzuki").Titles());
    }

    [Fact]
    public async Task A_form_goes_on_where_it_stood_though_the_chat_is_loaded_again_after_every_press()
    {
        const string chat = "a:sato-files";
        var message = bot.Teams.IdOf(await bot.SayAsync("来月1日から観光課でTikTok始めます、担当は岡本健", "sato", chat));
        var pressed = new List<string>();
        while (Seen(chat, message, "sato") is var card && card.Titles().FirstOrDefault(title => OnTheWay.Contains(title)) is { } next)
        {
            pressed.Add(next);
            await bot.PressOnAsync(chat, message, next, Filling.Inputs(card, []), "sato");
            await DrawnAsync();
            bot.Teams.Reload();
        }

        Assert.Equal(["内容を確認する", "提出する"], pressed.Skip(1).SkipWhile(title => title == "次へ"));
        Assert.Equal(["引き戻す", "取り下げる", "書類（Word）"], Seen(chat, message, "sato").Presses());
    }

    [Fact]
    public async Task Of_kept_posts_a_removed_one_leaves_the_others_to_their_writer()
    {
        var stage = new Stage(bot, Personal);
        var kept = await stage.PostAsync();
        await stage.PostAsync();
        var (own, shared) = (Stood(Personal), Stood(Group));

        await bot.PressAsync("kept-post.remove", kept, Stage.Presser, Personal, own);
        await bot.PressAsync("kept-post.remove", await stage.PostAsync(), Stage.Presser, Group, shared);

        Assert.Contains("花まつりのお知らせ", Seen(Personal, own, Stage.Presser).Words(), StringComparison.Ordinal);
        Assert.Equal(["保存した投稿"], Seen(Group, shared, "suzuki").Titles());
        Assert.DoesNotContain("花まつりのお知らせ", Seen(Group, shared, "suzuki").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_answer_keeps_its_line_and_its_source()
    {
        var message = Stood(Personal);
        var data = await EveryVerb.Changes["ask.rate"].Arrange(new Stage(bot, Personal));

        await bot.PressAsync("ask.rate", data, Stage.Presser, Personal, message);

        var edit = Assert.Single(EditsOf(message)).Body!;
        Assert.Equal("4⑤に定めがあります。[1]", edit["text"]!.ToString());
        Assert.EndsWith("4⑤", edit["entities"]![0]!["citation"]![0]!["appearance"]!["name"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    [MemberData(nameof(Views))]
    [MemberData(nameof(Messages))]
    public async Task A_refresh_that_the_client_asks_for_is_answered_and_neither_edits_nor_sends(string verb)
    {
        var (change, message) = (EveryVerb.Changes.GetValueOrDefault(verb), Stood(Group));
        var arrange = change?.Arrange ?? EveryVerb.Views.GetValueOrDefault(verb) ?? EveryVerb.Messages[verb];
        var press = bot.Press(AskingBot.Forged(verb, await arrange(new Stage(bot, Group))), change?.Presser ?? Stage.Presser);
        press["conversation"]!["id"] = Group;
        press["conversation"]!["conversationType"] = "groupChat";
        press["replyToId"] = message;
        press["value"]!["trigger"] = "automatic";
        var id = press["id"]!.ToString();

        var answer = await bot.AnswerAsync(press);

        Assert.Equal("application/vnd.microsoft.card.adaptive", answer["type"]!.ToString());
        Assert.DoesNotContain(bot.Teams.Calls, call => call.Body?["replyToId"]?.ToString() == id);
    }

    [Theory]
    [InlineData("accounts.list", StatusCodes.Status404NotFound)]
    [InlineData("notice.form.drop", StatusCodes.Status403Forbidden)]
    [InlineData("accounts.list", StatusCodes.Status500InternalServerError)]
    public async Task A_message_that_cannot_be_edited_costs_neither_the_act_nor_the_answer(string verb, int status)
    {
        var log = new CapturedLog();
        await using var faulty = await BotHost.StartAsync(services: log.Attach);
        var change = EveryVerb.Changes[verb];
        var data = await change.Arrange(new Stage(faulty, Group));
        faulty.Teams.Answer = call => call.Method == "PUT" ? Results.StatusCode(status) : null;

        var answer = await faulty.PressAsync(verb, data, Stage.Presser, Group, "deleted");
        Assert.Contains(change.Everyone, answer["value"]!.Words(), StringComparison.Ordinal);
        Assert.Contains(
            log.Entries,
            entry => entry.Text.StartsWith("The message that was pressed could not be edited", StringComparison.Ordinal)
        );

        // It is done: the same once more finds nothing to do.
        faulty.Teams.Answer = _ => null;
        var again = await faulty.PressAsync(verb, (JsonObject)data.DeepClone(), Stage.Presser, Group, "deleted");
        Assert.DoesNotContain(change.Everyone, $"{again}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_says_nothing_holds_up_the_answer_for_no_longer_than_Teams_waits()
    {
        var clock = new JapaneseClock(DateTimeOffset.UtcNow);
        await using var faulty = await BotHost.StartAsync(services: services =>
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
        );
        var data = await EveryVerb.Changes["accounts.list"].Arrange(new Stage(faulty, Group));
        faulty.Teams.Answer = call => call.Method == "PUT" ? ChannelFaults.All["time-out"] : null;

        var press = faulty.PressAsync("accounts.list", data, Stage.Presser, Group, "silent");
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!faulty.Teams.Calls.Any(call => call.Method == "PUT"))
            await Task.Delay(20, late.Token);
        Assert.False(press.IsCompleted);
        clock.Advance(Replies.Patience);

        Assert.Contains(
            "一覧に掲載したことを記録しました。",
            (await press.WaitAsync(late.Token))["value"]!.Words(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("accounts.list")]
    [InlineData("draft-check.keep")]
    public async Task A_press_sent_again_does_not_edit_the_message_back(string verb)
    {
        var chat = EveryVerb.Changes[verb].IsOnesOwn ? Personal : Group;
        var message = Stood(chat);
        var data = await EveryVerb.Changes[verb].Arrange(new Stage(bot, chat));
        data["rendering"] = Guid.NewGuid().ToString("N");
        var press = bot.Press(AskingBot.Forged(verb, data), Stage.Presser, conversation: chat);
        press["replyToId"] = message;
        press["conversation"]!["conversationType"] = chat == Group ? "groupChat" : "personal";

        await bot.AnswerAsync(press);
        bot.Teams.Stood(chat, message, CardOf("その後のボタン"));
        press["id"] = "sent-again";
        var again = await bot.AnswerAsync(press);
        bot.Teams.Reload();

        Assert.Equal("application/vnd.microsoft.card.adaptive", again["type"]!.ToString());
        Assert.Equal(["その後のボタン"], Seen(chat, message, Stage.Presser).Titles());
        Assert.Single(EditsOf(message));
    }

    [Fact]
    public async Task A_press_on_the_answer_and_one_on_the_edited_message_are_the_same_press()
    {
        var message = Stood(Group);
        var data = await EveryVerb.Changes["notice.form.save"].Arrange(new Stage(bot, Group));

        var answer = await bot.PressAsync("notice.form.save", data, Stage.Presser, Group, message);

        Assert.Equal(
            answer["value"]!.Actions().Select(action => action["data"]?["rendering"]?.ToString()),
            EditsOf(message).Single().Body!.Card().Actions().Select(action => action["data"]?["rendering"]?.ToString())
        );
    }

    [Theory]
    [InlineData("card-elsewhere")]
    [InlineData("../../19:other@thread.v2/activities/card")]
    [InlineData("card?a=b#c")]
    public async Task Whatever_message_a_press_claims_only_the_chat_it_was_made_in_is_edited(string claimed)
    {
        var data = await EveryVerb.Changes["accounts.list"].Arrange(new Stage(bot, Group));
        var before = bot.Teams.Calls.Count;

        await bot.PressAsync("accounts.list", data, Stage.Presser, Group, claimed);

        var edit = Assert.Single(bot.Teams.Calls.Skip(before), call => call.Method == "PUT");
        Assert.Equal((Group, claimed), (edit.Conversation, edit.Activity));
    }

    [Fact]
    public async Task Without_a_message_to_edit_the_answer_alone_is_given()
    {
        var data = await EveryVerb.Changes["notice.decide"].Arrange(new Stage(bot, Group));
        var before = bot.Teams.Calls.Count;

        var answer = await bot.PressAsync("notice.decide", data, Stage.Presser, Group, "");

        Assert.Contains("「受理」として記録し", answer["value"]!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Teams.Calls.Skip(before), call => call.Method == "PUT");
    }

    [Fact]
    public async Task A_copy_of_a_card_in_another_chat_is_put_right_by_the_first_press_on_it()
    {
        var data = await EveryVerb.Changes["notice.decide"].Arrange(new Stage(bot, Group));
        await bot.PressAsync("notice.decide", (JsonObject)data.DeepClone(), Stage.Presser, Group, Stood(Group));
        var copy = Stood(Personal);

        await bot.PressAsync("notice.decide", data, Stage.Presser, Personal, copy);
        bot.Teams.Reload();

        Assert.DoesNotContain("受理する", Seen(Personal, copy, Stage.Presser).Presses());
        Assert.Contains("状態　受理", Seen(Personal, copy, Stage.Presser).Words(), StringComparison.Ordinal);
    }

    /// <summary>A message of the bot's from before, whose button is to be gone or to stay.</summary>
    private string Stood(string chat)
    {
        var message = $"card-{Guid.NewGuid():N}";
        bot.Teams.Stood(chat, message, CardOf(Before));
        return message;
    }

    private static JsonNode CardOf(string title) =>
        new JsonObject
        {
            ["attachments"] = new JsonArray(
                new JsonObject
                {
                    ["content"] = new JsonObject
                    {
                        ["type"] = "AdaptiveCard",
                        ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Execute", ["title"] = title }),
                    },
                }
            ),
        };

    private JsonNode Seen(string chat, string message, string person) => bot.Teams.Seen(chat, message, $"29:user-{person}");

    private IEnumerable<OutgoingCall> EditsOf(string message) =>
        bot.Teams.Calls.Where(call => call.Method == "PUT" && call.Activity == message);

    /// <summary>Waits for the worker that edits cards.</summary>
    private async Task DrawnAsync()
    {
        await using var database = bot.Open();
        bot.Services.GetRequiredService<LiveCards>().Bell.Ring();
        await IncidentBot.DrawnAsync(database);
    }

    public sealed class Fixture : IAsyncLifetime
    {
        public BotHost Bot { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            // A second text of the guideline, so that there is a revision to show.
            var folder = KnowledgeCopy.Whole();
            var text = await File.ReadAllTextAsync(Path.Combine(folder, "guidelines", "guideline.txt"));
            KnowledgeCopy.Write(
                folder,
                "guidelines/guideline@2999-04-01.txt",
                text.Replace("定期的に", "90日ごとに", StringComparison.Ordinal)
            );
            Bot = await BotHost.StartAsync(settings: new() { ["Knowledge:Path"] = folder });
        }

        public Task DisposeAsync() => Bot.DisposeAsync().AsTask();
    }
}

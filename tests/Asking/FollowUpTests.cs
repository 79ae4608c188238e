using System.Text.Json.Nodes;
using GuidelineBot.Knowledge.Understanding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GuidelineBot.Tests.Asking;

public sealed class FollowUpTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private const string Start = "インスタを始めるときに出す届は？";
    private const string Continued = "「インスタを始めるときに出す届は？」の続きとしてお答えしています";

    private readonly BotHost bot = asking.Bot;

    [Fact]
    public async Task A_message_that_says_nothing_by_itself_is_read_with_the_question_before()
    {
        await bot.SayAsync(Start, conversation: "a:continued");

        Assert.Contains(Continued, await WordsAsync(Leaning(), "a:continued"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_names_its_own_subject_is_answered_by_that()
    {
        await bot.SayAsync(Start, conversation: "a:own-subject");

        Assert.Contains(
            "ソーシャルメディアの利用を終了する場合は",
            await WordsAsync("じゃあやめるときは？", "a:own-subject"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_conversation_is_no_continuation()
    {
        await bot.SayAsync(Start, conversation: "a:first-chat");

        Assert.DoesNotContain("の続きとして", await WordsAsync(Leaning(), "a:second-chat"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_in_the_same_chat_is_no_continuation()
    {
        await bot.SayAsync(Start, conversation: "19:shared");

        Assert.DoesNotContain("の続きとして", await WordsAsync(Leaning(), "19:shared", "sato"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_half_an_hour_it_is_a_new_subject()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(9)));
        await using var later = await BotHost.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        await later.SayAsync(Start);
        clock.Advance(GuidelineBot.Turns.Memory.Lasts);

        Assert.DoesNotContain("の続きとして", Said(await later.SayAsync(Leaning())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_that_is_not_there_is_nothing_to_go_on_about()
    {
        using var response = await bot.PostAsync(
            bot.Press(AskingBot.Forged("ask.open", new JsonObject { ["clause"] = "9-9" }), "kondo", conversation: "a:made-up")
        );

        Assert.DoesNotContain(
            "うまく処理できませんでした",
            await WordsAsync("もっと詳しく", "a:made-up", "kondo"),
            StringComparison.Ordinal
        );
    }

    /// <summary>A message that is no answerable question by itself but is one after <see cref="Start"/>.</summary>
    private string Leaning() =>
        new[]
        {
            "じゃあそのあとは？",
            "それは誰に出すの？",
            "では、いつまで？",
            "それは何日前まで？",
            "じゃあ出し忘れたら？",
            "それは何様式？",
        }.First(text =>
            asking.Knowledge.Read(
                text,
                Situation.Empty with
                {
                    Topic = new(asking.Knowledge.Search(Start).Clauses[0].Id, Start),
                },
                new(2026, 11, 24)
            )
                is { GoesOnFrom: not null } act
            && act.Route == Route.Answer
        );

    private async Task<string> WordsAsync(string text, string conversation, string person = "yamada") =>
        Said(await bot.SayAsync(text, person, conversation));

    /// <summary>A fragment that goes on from nothing may be answered in a sentence, without a card.</summary>
    private static string Said(JsonNode message) => $"{message["text"]}{(message["attachments"] is null ? "" : message.Card().Words())}";
}

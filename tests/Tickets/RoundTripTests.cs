using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Tickets;

/// <summary>A question goes to 広報広聴課 and its answer comes back.</summary>
public sealed class RoundTripTests
{
    private const string Office = "19:koho";
    private const string Question = "課の公式アカウントで市長の動画を引用するときの注意は？";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_is_answered_asked_on_and_closed_by_two_people(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var bot = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value });
        await bot.SayAsync("ここに届ける", conversation: Office);
        var id = await AskAsync(bot);
        Assert.Contains(Question, (await PostedAsync(bot, Office, "未対応")).Words(), StringComparison.Ordinal);

        await PressAsync(bot, TicketCard.TakeVerb, id);
        Assert.Contains("対応中（yamadaさん）", (await RedrawnAsync(bot, "対応中")).Words(), StringComparison.Ordinal);
        var empty = (await PressAsync(bot, TicketCard.AnswerVerb, id, "  ")).Card();
        Assert.Contains("回答を2000文字以内でお書きください。", empty.Words(), StringComparison.Ordinal);
        await PressAsync(bot, TicketCard.AnswerVerb, id, "元の動画のURLを添えてください。");

        var answer = await PostedAsync(bot, "a:asker", "元の動画のURLを添えてください。");
        Assert.Contains("広報広聴課から回答がありました。", answer.Words(), StringComparison.Ordinal);
        Assert.Equal(["解決した", "追加で質問する"], answer.Titles());

        var follow = (
            await bot.PressAsync(
                TicketCard.FollowVerb,
                new JsonObject { ["ticket"] = id, ["text"] = "長さの決まりは？" },
                "sato",
                "a:asker"
            )
        ).Card();
        Assert.Contains("追加の質問を送りました。", follow.Words(), StringComparison.Ordinal);
        Assert.Contains("長さの決まりは？", (await PostedAsync(bot, Office, "追加の質問")).Words(), StringComparison.Ordinal);
        await PressAsync(bot, TicketCard.AnswerVerb, id, "ありません。");
        var closed = (await bot.PressAsync(TicketCard.CloseVerb, new JsonObject { ["ticket"] = id }, "sato", "a:asker")).Card();
        Assert.Contains("終了", closed.Words(), StringComparison.Ordinal);
        Assert.Empty(closed.Titles());

        await using var database = bot.Open();
        Assert.Equal(
            [TicketStep.Asked, TicketStep.Taken, TicketStep.Answered, TicketStep.AskedOn, TicketStep.Answered, TicketStep.Closed],
            await database.TicketEvents.OrderBy(happened => happened.Id).Select(happened => happened.Step).ToListAsync()
        );
        Assert.DoesNotContain(Question, (await bot.SayAsync("質問一覧")).Card().Words(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_answer_at_once_one_is_heard_and_the_other_keeps_what_was_written(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var bot = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value });
        var id = await AskAsync(bot);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(place => Task.Run(async () => (await PressAsync(bot, TicketCard.AnswerVerb, id, $"回答{place}")).Card()))
        );

        var told = answers.Where(answer => answer.Words().Contains("先にyamadaさんが回答しました。", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, told.Count);
        Assert.All(told, answer => Assert.StartsWith("回答", answer.Input("text")["value"]!.GetValue<string>(), StringComparison.Ordinal));
        await using var database = bot.Open();
        Assert.Equal(1, await database.Outbox.CountAsync(message => message.Topic == "ticket.answered"));
    }

    [Fact]
    public async Task Nobody_else_may_answer_ask_on_or_close_it()
    {
        await using var bot = await BotHost.StartAsync();
        var id = await AskAsync(bot);
        await PressAsync(bot, TicketCard.AnswerVerb, id, "はい。");

        foreach (var verb in new[] { TicketCard.OpenVerb, TicketCard.TakeVerb, TicketCard.FormVerb, TicketCard.AnswerVerb })
            Assert.Contains(
                "だけが行えます",
                (await bot.PressAsync(verb, new JsonObject { ["ticket"] = id, ["text"] = "横から" }, "sato", "a:asker"))[
                    "value"
                ]!.ToString(),
                StringComparison.Ordinal
            );
        foreach (var verb in new[] { TicketCard.FollowVerb, TicketCard.CloseVerb })
            Assert.Contains(
                "見つかりません",
                (await bot.PressAsync(verb, new JsonObject { ["ticket"] = id, ["text"] = "横から" }, "tanaka", "a:other"))[
                    "value"
                ]!.ToString(),
                StringComparison.Ordinal
            );
        await using var database = bot.Open();
        Assert.Equal(TicketStatus.Answered, (await database.Tickets.SingleAsync()).Status);
    }

    private static async Task<string> AskAsync(BotHost bot)
    {
        await bot.SayAsync("ヘルプ", "sato", "a:asker");
        await bot.PressAsync(EscalateCard.SendVerb, new JsonObject { ["question"] = Question, ["note"] = "" }, "sato", "a:asker");
        await using var database = bot.Open();
        return (await database.Tickets.SingleAsync()).Id.ToString();
    }

    private static Task<JsonNode> PressAsync(BotHost bot, string verb, string id, string? text = null) =>
        bot.PressAsync(
            verb,
            text is null ? new JsonObject { ["ticket"] = id } : new JsonObject { ["ticket"] = id, ["text"] = text },
            "yamada",
            Office,
            ""
        );

    private static Task<JsonNode> PostedAsync(BotHost bot, string conversation, string text) =>
        SeenAsync(
            bot,
            call => call.Method == "POST" && Uri.UnescapeDataString(call.Path).Contains(conversation, StringComparison.Ordinal),
            text
        );

    private static Task<JsonNode> RedrawnAsync(BotHost bot, string text) => SeenAsync(bot, call => call.Method == "PUT", text);

    private static async Task<JsonNode> SeenAsync(BotHost bot, Func<OutgoingCall, bool> where, string text)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (
                bot
                    .Teams.Calls.Where(where)
                    .Select(call => call.Body?["attachments"]?[0]?["content"])
                    .LastOrDefault(card => card?.Words().Contains(text, StringComparison.Ordinal) == true) is
                { } card
            )
                return card;
            await Task.Delay(50, late.Token);
        }
    }
}

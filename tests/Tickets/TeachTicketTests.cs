using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Tests.CommandLine;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Knowledge;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Tickets;

/// <summary>An answered question becomes a part of what the bot knows.</summary>
[Slow]
public sealed class TeachTicketTests
{
    private const string Question = "市バスのラッピング広告にアカウントのQRコードを載せる手順は？";
    private const string Answer = "広告の担当課と広報広聴課の両方に、事前に御相談ください。";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_offices_own_answer_counts_at_once_on_every_instance_until_it_is_taken_out(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var bot = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value });
        await using var other = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value });
        Assert.DoesNotContain(Answer, (await bot.SayAsync(Question)).Card().Words(), StringComparison.Ordinal);
        var id = await AnsweredAsync(bot);

        var form = (await PressAsync(bot, TicketCard.TeachFormVerb, new JsonObject { ["ticket"] = id })).Card();
        Assert.Equal((Question, Answer), (form.Input("question")["value"]!.ToString(), form.Input("text")["value"]!.ToString()));
        var taught = (await PressAsync(bot, TicketCard.TeachVerb, Taught(id, TicketCard.OwnAnswer))).Card();
        Assert.Contains("知識に加えました。", taught.Words(), StringComparison.Ordinal);

        var message = await bot.SayAsync(Question, "sato", "a:sato");
        Assert.Equal("ガイドラインには定めがありませんが、同じようなご質問に広報広聴課が回答しています。[1]", message["text"]!.ToString());
        Assert.Contains(Answer, message.Card().Words(), StringComparison.Ordinal);
        Assert.Contains("出典: 広報広聴課の回答 Q-", message.Card().Words(), StringComparison.Ordinal);
        Assert.Contains("実務の目安（ガイドラインの定めではありません）", message.Card().Words(), StringComparison.Ordinal);
        await UntilAsync(async () =>
            (await other.SayAsync(Question, "sato", "a:sato2")).Card().Words().Contains(Answer, StringComparison.Ordinal)
        );
        Assert.Contains("4⑤", (await bot.SayAsync("パスワードってどれくらいの頻度で変えるの？")).Card().Words(), StringComparison.Ordinal);

        var left = (await PressAsync(bot, TicketCard.UnteachVerb, new JsonObject { ["ticket"] = id })).Card();
        Assert.Contains("知識から外しました。", left.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Answer, (await bot.SayAsync(Question)).Card().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_becomes_an_example_of_a_clause()
    {
        await using var bot = await BotHost.StartAsync();
        var id = await AnsweredAsync(bot);

        await PressAsync(bot, TicketCard.TeachVerb, Taught(id, "5-1-c"));

        Assert.Contains("5①・3", (await bot.SayAsync(Question)).Card().Words(), StringComparison.Ordinal);
        var additions = bot.Services.GetRequiredService<LiveKnowledge>().Current.Additions;
        Assert.Equal(("5-1-c", ""), (Assert.Single(additions).Clause.ToString(), additions[0].Answer));
    }

    [Theory]
    [InlineData("9-9", Question, Answer, "答えを、一覧から選んでください。")]
    [InlineData("", Question, Answer, "答えを、一覧から選んでください。")]
    [InlineData("answer", "  ", Answer, "質問を200文字以内でお書きください。")]
    [InlineData("answer", Question, " ", "広報広聴課の回答を2000文字以内でお書きください。")]
    public async Task What_cannot_be_added_is_refused_and_what_was_written_stays(
        string target,
        string question,
        string answer,
        string sentence
    )
    {
        await using var bot = await BotHost.StartAsync();
        var id = await AnsweredAsync(bot);

        var card = (
            await PressAsync(
                bot,
                TicketCard.TeachVerb,
                new JsonObject
                {
                    ["ticket"] = id,
                    ["question"] = question,
                    ["target"] = target,
                    ["text"] = answer,
                }
            )
        ).Card();

        Assert.Contains(sentence, card.Words(), StringComparison.Ordinal);
        Assert.Equal(
            (question.Trim(), answer.Trim()),
            (card.Input("question")["value"]?.ToString() ?? "", card.Input("text")["value"]?.ToString() ?? "")
        );
        await using var database = bot.Open();
        Assert.Empty(await database.Supplements.ToListAsync());
    }

    [Fact]
    public async Task What_was_added_is_written_to_the_knowledge_files()
    {
        var folder = TestFolder.New();
        var knowledge = KnowledgeCopy.Small();
        var database = $"Data Source={Path.Combine(folder, "bot.db")}";
        await using (
            var bot = await BotHost.StartAsync(settings: new() { ["ConnectionStrings:Sqlite"] = database, ["Knowledge:Path"] = knowledge })
        )
        {
            var id = await AnsweredAsync(bot);
            await PressAsync(bot, TicketCard.TeachVerb, Taught(id, "5-1-d"));
            await PressAsync(bot, TicketCard.TeachVerb, Taught(id, TicketCard.OwnAnswer));
        }
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            new JsonObject { ["ConnectionStrings"] = new JsonObject { ["Sqlite"] = database } }.ToJsonString()
        );

        var run = await CommandRun.StartAsync("", ["knowledge", "export", "--knowledge", knowledge], folder);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var loaded = KnowledgeBase.Load(knowledge);
        Assert.DoesNotContain(loaded.Findings, finding => finding.IsError);
        Assert.Equal(
            [(Question, "", Answer)],
            loaded.Additions.Select(addition => (addition.Question, addition.Clause?.ToString() ?? "", addition.Answer))
        );
    }

    private static async Task<string> AnsweredAsync(BotHost bot)
    {
        var asked = await bot.PressAsync(
            EscalateCard.SendVerb,
            new JsonObject { ["question"] = Question, ["note"] = "" },
            "sato",
            "a:asker"
        );
        Assert.True(
            asked["statusCode"]!.GetValue<int>() == 200 && asked["type"]!.ToString().EndsWith("card.adaptive", StringComparison.Ordinal),
            asked.ToJsonString()
        );
        await using var database = bot.Open();
        var id = (await database.Tickets.SingleAsync()).Id.ToString();
        Assert.Contains(
            "回答した質問だけ",
            (await PressAsync(bot, TicketCard.TeachFormVerb, new JsonObject { ["ticket"] = id }))["value"]!.ToString(),
            StringComparison.Ordinal
        );
        await PressAsync(bot, TicketCard.AnswerVerb, new JsonObject { ["ticket"] = id, ["text"] = Answer });
        return id;
    }

    private static JsonObject Taught(string id, string target) =>
        new()
        {
            ["ticket"] = id,
            ["question"] = Question,
            ["target"] = target,
            ["text"] = Answer,
        };

    private static Task<JsonNode> PressAsync(BotHost bot, string verb, JsonObject data) =>
        bot.PressAsync(verb, data, "yamada", "a:personal", "");

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
            await Task.Delay(200, late.Token);
    }
}

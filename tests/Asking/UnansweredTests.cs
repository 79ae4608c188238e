using System.Text.Json.Nodes;
using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Evaluating;
using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.Asking;

/// <summary>What was asked in vain becomes worth something.</summary>
[Slow]
public sealed class UnansweredTests
{
    private const string Question = "庁舎の屋上で撮った動画の長さに決まりはありますか？";

    [Fact]
    public void Questions_that_are_alike_are_one_group()
    {
        var groups = UnansweredQuestions.Grouped([
            ("駐車場の料金は？", false),
            ("明日の天気は？", false),
            ("駐車場の料金はいくら？", true),
            ("駐車場の料金は？", false),
        ]);

        Assert.Equal([(3, 1), (1, 0)], groups.Select(group => (group.Count, group.Disliked)));
        Assert.Equal(["駐車場の料金は？", "駐車場の料金はいくら？"], groups[0].Questions);
    }

    [Fact]
    public async Task A_question_asked_in_vain_is_listed_until_it_is_answered_and_small_talk_is_not()
    {
        await using var bot = await BotHost.StartAsync();
        foreach (var said in (string[])[Question, Question, "はい", "ありがとう", "ヘルプ"])
            await bot.SayAsync(said, "sato", "a:sato");

        var list = (await bot.SayAsync("答えられなかった質問")).Card();
        Assert.Contains($"2件　{Question}", list.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("はい", list.Words(), StringComparison.Ordinal);
        var form = (await bot.PressAsync(list, "知識に加える")).Card();
        Assert.Equal((Question, "answer"), (form.Input("question")["value"]!.ToString(), form.Input("target")["value"]!.ToString()));

        var empty = (await SendAsync(bot, form, UnansweredCard.OwnAnswer, " ")).Card();
        Assert.Contains("広報広聴課の回答を2000文字以内でお書きください。", empty.Words(), StringComparison.Ordinal);
        var taught = (await SendAsync(bot, form, UnansweredCard.OwnAnswer, "3分までにしてください。")).Card();
        Assert.Contains("知識に加えました。", taught.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Question, taught.Words(), StringComparison.Ordinal);
        Assert.Contains(
            "3分までにしてください。",
            (await bot.SayAsync(Question, "sato", "a:sato")).Card().Words(),
            StringComparison.Ordinal
        );

        Assert.Contains("だけが行えます", (await bot.SayAsync("答えられなかった質問", "sato", "a:sato"))["text"]!.ToString());
    }

    /// <summary>The project's messages, before and after fifty additions of another subject.</summary>
    [Fact]
    public void Adding_questions_does_not_change_how_unrelated_words_are_read()
    {
        var messages = EvaluationMessage.ReadFile(Path.GetFullPath(Path.Combine(KnowledgeCopy.Ours, "../tests/Evaluation/messages.jsonl")));
        string[] subjects =
        [
            "庁舎の屋上",
            "公用車",
            "会議室",
            "図書の貸出し",
            "市民農園",
            "名刺",
            "制服",
            "食堂",
            "自転車置場",
            "ロッカー",
        ];
        string[] asks =
        [
            "の鍵はどこで借りますか",
            "の予約のしかたは？",
            "が壊れたときの連絡先",
            "の利用時間を知りたい",
            "の料金はいくら？",
        ];
        List<Addition> added =
        [
            .. subjects
                .SelectMany(subject => asks, (subject, ask) => subject + ask)
                .Select((question, place) => new Addition($"N-{place:X8}", "令和8年11月30日", question, null, $"{question}は担当課へ。")),
        ];
        Assert.Equal(50, added.Count);

        var (before, after) = (Read(KnowledgeBase.Load(KnowledgeCopy.Ours)), Read(KnowledgeBase.Load(KnowledgeCopy.Ours, added: added)));

        var changed = before.Zip(after).Zip(messages).Where(pair => pair.First.First != pair.First.Second).ToList();
        Assert.True(
            changed.Count <= messages.Count / 100,
            $"{changed.Count} of {messages.Count}:\n{string.Join('\n', changed.Take(60).Select(pair => $"{pair.Second.Q}: {pair.First}"))}"
        );

        List<(string, string)> Read(KnowledgeBase knowledge) =>
            [
                .. messages.Select(message =>
                {
                    var understood = knowledge.Understand(message.Q, message.Today ?? new DateOnly(2026, 11, 30));
                    return (understood.Route.Name, understood.Clauses.Count > 0 ? understood.Clauses[0].Id.ToString() : "");
                }),
            ];
    }

    private static Task<JsonNode> SendAsync(BotHost bot, JsonNode form, string target, string text) =>
        bot.PressAsync(
            form,
            "加える",
            new JsonObject
            {
                ["question"] = Question,
                ["target"] = target,
                ["text"] = text,
            }
        );
}

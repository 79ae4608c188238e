using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Stocktakes;

/// <summary>The questions about one account, or its answers to be put right.</summary>
internal sealed class OpenStocktake(StocktakeBook book, StocktakeCards cards) : ITurnHandler
{
    public static Reply Gone => new Reply.Say("この棚卸しは見つかりません。「棚卸し」と入力すると、今の一覧をご覧いただけます。");

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<StocktakeCard.Open>();
        return await book.FindAsync(asked.Stocktake, cancellationToken) is { } taken && StocktakeBook.MayAnswer(taken, turn.From)
            ? new Reply.View(StocktakeCard.Render(cards.Model(taken, asked.IsForm)))
            : Gone;
    }
}

/// <summary>The questions were answered, for the first time or again.</summary>
internal sealed class AnswerStocktake(StocktakeBook book, StocktakeCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var saved = turn.Read<StocktakeCard.Save>();
        if (await book.FindAsync(saved.Stocktake, cancellationToken) is not { } taken || !StocktakeBook.MayAnswer(taken, turn.From))
            return OpenStocktake.Gone;
        var answers = StocktakeAnswer.All.ToDictionary(
            name => name,
            name => Plain.Cut(turn.Input(name)?.Trim() ?? "", StocktakeCard.Longest)
        );
        if (Error(answers) is { } error)
        {
            var form = cards.Model(taken, isForm: true) with { Answers = answers, Error = error };
            return new Reply.View(StocktakeCard.Render(form));
        }
        return
            await book.AnswerAsync(turn, saved.Stocktake, answers, cancellationToken)
            && await book.FindAsync(saved.Stocktake, cancellationToken) is { } now
            ? new Reply.Update(StocktakeCard.Render(cards.Model(now) with { Told = "記録しました。ありがとうございました。" }))
            {
                IsLive = true,
            }
            : OpenStocktake.Gone;
    }

    private string? Error(Dictionary<string, string> answers)
    {
        if (answers[StocktakeAnswer.LogIn].Length == 0)
            return "ログインできるかどうかを選んでください。";
        if (answers[StocktakeAnswer.Password].Length == 0)
            return "パスワードを知っている方を入力してください。";
        var last = answers[StocktakeAnswer.LastPost];
        if (last.Length == 0)
            return null;
        return !DateOnly.TryParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? "最後の投稿の日を選んでください。"
            : day > book.Today ? "最後の投稿の日が、今日より後になっています。"
            : null;
    }
}

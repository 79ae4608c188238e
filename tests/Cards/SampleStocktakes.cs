using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

internal static partial class SampleCards
{
    private static StocktakeCard.Model Asked =>
        new(Batch, 0, "X 岡山市観光", "観光課", "https://x.com/okayama_kanko")
        {
            Year = "令和8年度",
            State = "未確認",
            IsForm = true,
        };

    private static StocktakeCard.Model Idle =>
        Asked with
        {
            IsForm = false,
            State = "休眠",
            Answers = new Dictionary<string, string>
            {
                ["login"] = "yes",
                ["password"] = "岡本 健、藤原 みのり",
                ["twoFactor"] = "no",
                ["recovery"] = "shared",
                ["lastPost"] = "2025-01-20",
            },
            AnsweredOn = new(2026, 6, 2),
            By = "岡本 健",
            Ending = AccountId,
            Told = "記録しました。ありがとうございました。",
        };

    private static StocktakesCard.Model Stocktakes =>
        new(
            new(StocktakesCard.Open, 1),
            [
                .. Enumerable
                    .Range(0, StocktakesCard.PageLength)
                    .Select(_ => new StocktakesCard.Row(Batch, new string('名', 300), new string('課', 200), "ログイン不可")),
            ],
            40
        )
        {
            Lead = "令和8年度の棚卸し：40件のうち、未確認 3件、休眠 2件、ログイン不可 1件",
            MayExport = true,
            MayBegin = true,
        };

    private static Dictionary<string, Func<AdaptiveCard>> OfStocktakes() =>
        new()
        {
            ["StocktakeCard"] = () => StocktakeCard.Render(Asked),
            ["StocktakeCard_with_an_error"] = () => StocktakeCard.Render(Asked with { Error = "ログインできるかどうかを選んでください。" }),
            ["StocktakeCard_idle"] = () => StocktakeCard.Render(Idle),
            ["StocktakesCard_longest"] = () => StocktakesCard.Render(Stocktakes),
            ["StocktakesCard_empty"] = () =>
                StocktakesCard.Render(
                    new(new(null, 0), [], 0)
                    {
                        Lead = "令和8年度の棚卸しで、確認をお願いしているアカウントはありません。",
                        Told = "確認をお願いしました。",
                    }
                ),
        };
}

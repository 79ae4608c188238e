using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Turns;

namespace GuidelineBot.Stocktakes;

/// <summary>A link to this year's answers as a file, for the office.</summary>
internal sealed class ExportStocktakes(DownloadLinks links) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        DownloadLinks.Show(
            DownloadCard.Render(
                new DownloadCard.Model(
                    "棚卸しの書き出し",
                    "CSVはExcelで開けます。未確認、休眠、ログイン不可の列があります。",
                    [new DownloadCard.Link("CSV", await links.MakeAsync(turn.From, StocktakesExport.Name, "csv", cancellationToken))],
                    (int)DownloadLinks.GoodFor.TotalMinutes,
                    new Start("棚卸しへ戻る", StocktakesCard.PageVerb, new StocktakesCard.Page(null, 0))
                )
            )
        );
}

/// <summary>One line an account, with its state and each answer.</summary>
internal sealed class StocktakesExport(StocktakeBook book, StocktakeCards cards) : IDownloads
{
    public const string Name = "stocktakes";

    private static readonly string[] Headers =
    [
        "サービス",
        "アカウント名",
        "URL",
        "所属",
        "利用担当者",
        "状態",
        "休眠",
        "ログイン",
        "パスワードを知っている方",
        "二要素認証",
        "認証バッジ",
        "回復用の連絡先",
        "最後の投稿",
        "副担当者",
        "回答した方",
        "回答日",
    ];

    public string Source => Name;

    public async Task<Download?> WriteAsync(string about, CancellationToken cancellationToken)
    {
        var all = await book.OfYearAsync(null, cancellationToken);
        return new Download(
            $"棚卸し_{StocktakeBook.NameOf(book.Year)}.csv",
            "text/csv; charset=utf-8",
            CsvFile.Write([Headers, .. all.Select(Line)])
        );
    }

    private IEnumerable<string> Line(StocktakeTaken taken)
    {
        var (one, account) = taken;
        return
        [
            account.Service,
            account.Name,
            account.Url,
            account.Section,
            account.Operator,
            cards.State(one),
            book.IsDormant(one) ? "休眠" : "",
            StocktakeCard.WordOf(Answer(StocktakeAnswer.LogIn)),
            Answer(StocktakeAnswer.Password),
            StocktakeCard.WordOf(Answer(StocktakeAnswer.TwoFactor)),
            StocktakeCard.WordOf(Answer(StocktakeAnswer.Badge)),
            StocktakeCard.WordOf(Answer(StocktakeAnswer.Recovery)),
            AccountColumn.Iso(StocktakeBook.LastPost(one)),
            Answer(StocktakeAnswer.Deputy),
            one.ByName ?? "",
            one.AnsweredAt is { } at ? AccountColumn.Iso(book.Day(at)) : "",
        ];

        string Answer(string name) => one.Answers.GetValueOrDefault(name, "");
    }
}

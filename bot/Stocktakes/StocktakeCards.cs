using GuidelineBot.Cards;

namespace GuidelineBot.Stocktakes;

/// <summary>What is asked and answered, made ready for cards.</summary>
internal sealed class StocktakeCards(StocktakeBook book)
{
    /// <param name="isForm">The questions, also where they were answered already.</param>
    public StocktakeCard.Model Model(StocktakeTaken taken, bool isForm = false)
    {
        var (one, account) = taken;
        return new StocktakeCard.Model(one.Id, one.Version, $"{account.Service} {account.Name}", account.Section, account.Url)
        {
            Year = $"{StocktakeBook.NameOf(one.FiscalYear)}",
            Answers = one.Answers,
            AnsweredOn = one.AnsweredAt is { } at ? book.Day(at) : null,
            By = one.ByName ?? "",
            IsForm = isForm || one.AnsweredAt is null,
            Ending = one.AnsweredAt is not null && (book.IsDormant(one) || StocktakeBook.CannotLogIn(one)) ? account.Id : null,
            State = State(one),
        };
    }

    public StocktakesCard.Model List(IReadOnlyList<StocktakeTaken> all, int page, bool mayExport, string show = StocktakesCard.All)
    {
        var found = all.Where(taken => Is(taken.Stocktake, show)).ToList();
        page = Math.Clamp(page, 0, Math.Max(0, (found.Count - 1) / StocktakesCard.PageLength));
        return new StocktakesCard.Model(
            new StocktakesCard.Page(show, page),
            [
                .. found
                    .Skip(page * StocktakesCard.PageLength)
                    .Take(StocktakesCard.PageLength)
                    .Select(taken => new StocktakesCard.Row(
                        taken.Stocktake.Id,
                        $"{taken.Account.Service} {taken.Account.Name}",
                        taken.Account.Section,
                        State(taken.Stocktake)
                    )),
            ],
            found.Count
        )
        {
            Lead =
                all.Count == 0
                    ? $"{StocktakeBook.NameOf(book.Year)}の棚卸しで、確認をお願いしているアカウントはありません。"
                    : $"{StocktakeBook.NameOf(book.Year)}の棚卸し：{all.Count}件のうち、未確認 {all.Count(taken => Is(taken.Stocktake, StocktakesCard.Open))}件、"
                        + $"休眠 {all.Count(taken => Is(taken.Stocktake, StocktakesCard.Dormant))}件、"
                        + $"ログイン不可 {all.Count(taken => Is(taken.Stocktake, StocktakesCard.Locked))}件",
            MayExport = mayExport,
        };
    }

    public string State(Stocktake one) =>
        one.AnsweredAt is null ? "未確認"
        : StocktakeBook.CannotLogIn(one) ? "ログイン不可"
        : book.IsDormant(one) ? "休眠"
        : "確認済み";

    private bool Is(Stocktake one, string show) =>
        show switch
        {
            StocktakesCard.Open => one.AnsweredAt is null,
            StocktakesCard.Dormant => book.IsDormant(one),
            StocktakesCard.Locked => StocktakeBook.CannotLogIn(one),
            _ => true,
        };
}

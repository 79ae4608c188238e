using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Stocktakes;

/// <summary>「棚卸し」: what nobody has confirmed, what lies idle, what nobody can log in to; for the office of all, for others of their own.</summary>
internal sealed class ListStocktakes(StocktakeBook book, StocktakeCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var page = turn.Press is null ? new StocktakesCard.Page(null, 0) : turn.Read<StocktakesCard.Page>();
        var model = await ModelAsync(turn, page, cancellationToken);
        var card = StocktakesCard.Render(model);
        return new Reply.Personal(turn.Press is null ? new Reply.Show(card, model.Lead) : new Reply.View(card), "棚卸しの一覧は、");
    }

    public async Task<StocktakesCard.Model> ModelAsync(Turn turn, StocktakesCard.Page page, CancellationToken cancellationToken)
    {
        var isOffice = AccountCards.MayEdit(turn.From);
        var all = await book.OfYearAsync(isOffice ? null : turn.From.Id, cancellationToken);
        return cards.List(all, page.Number, mayExport: isOffice, page.Show ?? StocktakesCard.All) with { MayBegin = isOffice };
    }
}

/// <summary>The office begins it by hand, or asks about accounts that have come since.</summary>
internal sealed class BeginStocktake(StocktakeBook book, ListStocktakes list) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var count = await book.BeginAsync(turn.Key, cancellationToken);
        var model = await list.ModelAsync(turn, new StocktakesCard.Page(null, 0), cancellationToken);
        var told =
            count == 0 ? "確認をお願いしていないアカウントは、ありません。" : $"{count}件のアカウントの担当者に、確認をお願いしました。";
        return new Reply.Personal(new Reply.View(StocktakesCard.Render(model with { Told = told })), told);
    }
}

/// <summary>The way there from home.</summary>
internal sealed class StocktakesHome : IHomeRows
{
    public async Task<IReadOnlyList<HomeCard.Row>> OfAsync(Turn turn, Database database, CancellationToken cancellationToken)
    {
        var person = turn.From.Id;
        var open = await database.Stocktakes.CountAsync(one => one.PersonId == person && one.AnsweredAt == null, cancellationToken);
        if (AccountCards.MayEdit(turn.From))
            return
            [
                new(HomeCard.Place.Office, "棚卸し", "年に一度の確認", StocktakesCard.PageVerb, new StocktakesCard.Page(null, 0), open),
            ];
        return open == 0
            ? []
            :
            [
                new(
                    HomeCard.Place.Waiting,
                    "棚卸し",
                    "アカウントの確認をお願いします",
                    StocktakesCard.PageVerb,
                    new StocktakesCard.Page(null, 0),
                    open
                ),
            ];
    }
}

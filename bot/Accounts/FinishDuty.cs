using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>Someone pressed 変更しました, 届け出ました or 一覧から外しました on a reminder.</summary>
internal sealed class FinishDuty(
    IDbContextFactory<Database> databases,
    AccountDuties duties,
    AccountFinder finder,
    DutyCards cards,
    TimeProvider clock
) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Read<DutyCard.Done>().Duty;
        while (true)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            if (
                await database.Duties.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } duty
                || await database.Accounts.SingleOrDefaultAsync(known => known.Id == duty.AccountId, cancellationToken) is not { } account
            )
                return OpenAccount.Gone;
            if (duty.PersonId != turn.From.Id && !AccountCards.MayEdit(turn.From))
                return new Reply.Say("このボタンは、お知らせの宛先の方と広報広聴課の担当者だけが押せます。");
            if (duty.DoneAt is { } done)
                return Redraw(duty, account, $"すでに済んでいます（{Wareki.Day(cards.Day(done))}）。");

            try
            {
                if (await FinishAsync(database, duty, account, turn.From, cancellationToken) is { } told)
                    return Redraw(duty, account, told);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Someone else changed the account in between: look again.
            }
        }
    }

    /// <returns>Null where someone else was faster.</returns>
    private async Task<string?> FinishAsync(
        Database database,
        Duty duty,
        Account account,
        Person person,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var finished = await database
            .Duties.Where(known => known.Id == duty.Id && known.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.DoneAt, now), cancellationToken);
        if (finished == 0)
            return null;

        duty.DoneAt = now;
        account.Version++;
        var (what, told) = duty.Kind switch
        {
            DutyKind.ChangePassword => ("パスワードを変更", "パスワードの変更を記録しました。"),
            DutyKind.EndUnblocking => ("閲覧解除廃止届を提出", "閲覧解除廃止届の提出を記録しました。"),
            _ => ("「岡山市のソーシャルメディア一覧」から削除", "一覧から外したことを記録しました。"),
        };
        database.AccountEvents.Add(
            new AccountEvent
            {
                AccountId = account.Id,
                At = now.Value,
                By = person.Actor,
                What = what,
            }
        );
        if (duty.Kind == DutyKind.TakeOffList)
            account.IsListed = false;
        if (duty.Kind == DutyKind.ChangePassword)
        {
            account.PasswordChangedOn = finder.Today;
            if (finder.IsRunning(account) && await duties.PlanPasswordAsync(database, account, cancellationToken) is { } next)
                told += $"次の目安は{Wareki.Day(cards.Day(next))}です（実務の目安）。";
        }
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return told;
    }

    private Reply.Redraw Redraw(Duty duty, Account account, string told) => new(DutyCard.Render(cards.Model(duty, account, told)));
}

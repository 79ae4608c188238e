using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>Someone pressed 変更しました, 届け出ました or 一覧から外しました on a reminder.</summary>
internal sealed class FinishDuty(
    AccountDuties duties,
    AccountFinder finder,
    DutyCards cards,
    Changes changes,
    IEnumerable<IAccountWatcher> watchers
) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Read<DutyCard.Done>().Duty;
        return changes.CommitAsync(turn.Key, change => FinishAsync(change, id, turn, cancellationToken), cancellationToken);
    }

    private async Task<Reply> FinishAsync(Change change, Guid id, Turn turn, CancellationToken cancellationToken)
    {
        var person = turn.From;
        var wanted = change.Database.Duties.Where(duty => duty.Id == id);
        if (
            await wanted.Select(duty => (Guid?)duty.AccountId).SingleOrDefaultAsync(cancellationToken) is not { } accountId
            || !await change.LockAsync<Account>(accountId, cancellationToken)
        )
            return change.Refuse(OpenAccount.Gone);
        var account = await change.Database.Accounts.SingleAsync(known => known.Id == accountId, cancellationToken);
        var duty = await wanted.SingleAsync(cancellationToken);
        if (duty.PersonId != person.Id && !AccountCards.MayEdit(person))
            return change.Refuse<Reply>(new Reply.Say($"このボタンは、お知らせの宛先の方と{cards.Office}の担当者だけが押せます。"));
        if (duty.DoneAt is { } done)
            return change.Refuse<Reply>(Done(duty, account, $"すでに済んでいます（{Wareki.Day(cards.Day(done))}）。"));

        duty.DoneAt = change.Now;
        await change.ShowHereAsync(AccountDuties.Topic, duty.Id, turn, AccountDuties.Done, cancellationToken);
        await change.RedrawAsync(AccountDuties.Topic, duty.Id, AccountDuties.Done, cancellationToken);
        var (kind, told) = duty.Kind switch
        {
            DutyKind.ChangePassword => (AccountEventKind.PasswordChanged, "パスワードの変更を記録しました。"),
            DutyKind.EndUnblocking => (AccountEventKind.UnblockingReported, "閲覧解除廃止届の提出を記録しました。"),
            _ => (AccountEventKind.Unlisted, "一覧から外したことを記録しました。"),
        };
        change.Database.AccountEvents.Add(
            new AccountEvent
            {
                AccountId = account.Id,
                At = change.Now,
                By = person.Actor,
                Kind = kind,
            }
        );
        if (duty.Kind == DutyKind.TakeOffList)
        {
            account.IsListed = false;
            foreach (var watcher in watchers)
                await watcher.ListedAsync(change, account.Id, cancellationToken);
        }
        if (duty.Kind == DutyKind.ChangePassword)
        {
            account.PasswordChangedOn = finder.Today;
            // Planned from what is stored, in which this one is to be done already.
            await change.Database.SaveChangesAsync(cancellationToken);
            if (finder.IsRunning(account) && await duties.PlanPasswordAsync(change.Database, account, cancellationToken) is { } next)
                told += $"次の目安は{Wareki.Day(cards.Day(next))}です（実務の目安）。";
        }
        return Done(duty, account, told) with { IsLive = true };
    }

    /// <summary>Also where it was done before, on another copy of the reminder: this message still has the button.</summary>
    private Reply.Update Done(Duty duty, Account account, string told) => new(DutyCard.Render(cards.Model(duty, account, told)));
}

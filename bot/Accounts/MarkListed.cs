using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Accounts;

/// <summary>The office put an account on the website's list, or took it off (4②).</summary>
internal sealed class MarkListed(AccountEdits edits, AccountCards cards) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var mark = turn.Read<AccountCard.MarkListed>();

        var changed = await edits.MarkListedAsync(turn.Key, mark.Account, mark.Listed, turn.From.Actor, cancellationToken);
        if (changed is null || await cards.OpenAsync(mark.Account, mark.Back, turn.From, cancellationToken) is not { } model)
            return OpenAccount.Gone;
        var told = (mark.Listed, changed.Value) switch
        {
            (true, true) => "一覧に掲載したことを記録しました。",
            (true, false) => "一覧に掲載したことは、すでに記録されています。",
            (false, true) => "一覧から外したことを記録しました。",
            (false, false) => "一覧から外したことは、すでに記録されています。",
        };
        var card = AccountCard.Render(model with { Told = told });
        return changed.Value ? new Reply.Update(card) : new Reply.View(card);
    }
}

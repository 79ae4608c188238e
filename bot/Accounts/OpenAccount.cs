using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Accounts;

/// <summary>Someone pressed 詳細 on an account of the register.</summary>
internal sealed class OpenAccount(AccountCards cards) : ITurnHandler
{
    public static Reply Gone => new Reply.Say("このアカウントは台帳にありません。「台帳」と入力すると、今の台帳をご覧いただけます。");

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var open = turn.Read<AccountCard.Open>();
        return await cards.OpenAsync(open.Account, open.Back, turn.From, cancellationToken) is { } model
            ? new Reply.View(AccountCard.Render(model))
            : Gone;
    }
}

using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Accounts;

/// <summary>The form that corrects an account was sent.</summary>
internal sealed class SaveAccount(AccountEdits edits, AccountCards cards, LiveKnowledge knowledge) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var save = turn.Read<AccountEditCard.Save>();
        if (await edits.FindAsync(save.Account, cancellationToken) is not { } account)
            return OpenAccount.Gone;

        var entered = new AccountEditCard.Values(Text(save.Manager), Text(save.Operator), Text(save.PolicyUrl), Text(save.TermsUrl));
        var errors = Errors(entered).ToList();
        if (errors.Count > 0)
            // The version stays that of the form: what has changed meanwhile is told when the rest is right.
            return new Reply.View(
                AccountEditCard.Render(
                    EditAccount.Form(knowledge.Current.Offices, account, entered, save.Back) with
                    {
                        Version = save.Version,
                        Errors = errors,
                    }
                )
            );

        if (await edits.SaveAsync(turn.Key, save.Account, save.Version, entered, turn.From.Actor, cancellationToken))
            return await cards.OpenAsync(save.Account, save.Back, turn.From, cancellationToken) is { } saved
                ? new Reply.Update(AccountCard.Render(saved with { Told = "保存しました。" }))
                : OpenAccount.Gone;

        return await edits.FindAsync(save.Account, cancellationToken) is { } now
            ? new Reply.View(
                AccountEditCard.Render(
                    EditAccount.Form(knowledge.Current.Offices, now, entered, save.Back) with
                    {
                        Errors = ["ほかの方が先に保存しました。今の台帳の記載と見比べて、よろしければもう一度「保存」を押してください。"],
                        Meanwhile = EditAccount.Values(now),
                    }
                )
            )
            : OpenAccount.Gone;
    }

    private static IEnumerable<string> Errors(AccountEditCard.Values entered)
    {
        foreach (var (label, value) in new[] { ("アカウント管理者", entered.Manager), ("利用担当者", entered.Operator) })
        {
            if (value.Length > AccountEditCard.LongestName)
                yield return $"{label}が{value.Length}文字あります。{AccountEditCard.LongestName}文字以内に短くしてください。";
            else if (value.Any(char.IsControl))
                yield return $"{label}に使えない文字があります。改行などを除いて、1行でお書きください。";
        }
        foreach (var (label, value) in new[] { ("運用ポリシーのURL", entered.PolicyUrl), ("利用規約のURL", entered.TermsUrl) })
        {
            if (value.Length > AccountEditCard.LongestUrl)
                yield return $"{label}が{value.Length}文字あります。{AccountEditCard.LongestUrl}文字以内のURLをお書きください。";
            else if (value.Length > 0 && (!value.Contains("://", StringComparison.Ordinal) || AccountKey.Address(value) is null))
                yield return $"{label}は https:// から始まるURLでお書きください。";
        }
    }

    private static string Text(string? entered) => entered?.Trim() ?? "";
}

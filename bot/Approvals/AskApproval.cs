using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Approvals;

/// <summary>From the check: for which account, and by whom it shall be approved.</summary>
internal sealed class OpenApprovalForm(ApprovalDesk desk) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var text = turn.Read<ApprovalCard.Ask>().Text?.Trim() ?? "";
        return new Reply.View(
            ApprovalCard.RenderForm(new ApprovalCard.FormModel(text, "", "", false, await ChoicesAsync(desk, cancellationToken)))
        );
    }

    internal static async Task<IReadOnlyList<Choice>> ChoicesAsync(ApprovalDesk desk, CancellationToken cancellationToken) =>
        [
            .. (await desk.AccountsAsync(cancellationToken)).Select(account => new Choice(
                account.Id.ToString(),
                ApprovalDesk.NameOf(account)
            )),
        ];
}

/// <summary>The request was sent.</summary>
internal sealed class AskApproval(ApprovalDesk desk, ApprovalViews views, IDbContextFactory<Database> databases) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var sent = turn.Read<ApprovalCard.Ask>();
        var (text, name) = (sent.Text?.Trim() ?? "", sent.Approver?.Trim() ?? "");
        var accounts = await desk.AccountsAsync(cancellationToken);
        var account = accounts.FirstOrDefault(known => known.Id.ToString() == sent.Account);
        var people = await PeopleAsync(name, cancellationToken);
        if (Fault(turn, text, account, name, people) is { } fault)
            return new Reply.View(
                ApprovalCard.RenderForm(
                    new ApprovalCard.FormModel(
                        text,
                        sent.Account ?? "",
                        name,
                        sent.Path == ApprovalCard.UrgentPath,
                        await OpenApprovalForm.ChoicesAsync(desk, cancellationToken),
                        fault
                    )
                )
            );
        var approval = await desk.AskAsync(turn, text, account!, people[0], sent.Path == ApprovalCard.UrgentPath, cancellationToken);
        var model = await views.ModelAsync(approval, canDecide: false, cancellationToken) with
        {
            Told = approval.IsUrgent
                ? "承認を依頼しました。緊急のため、所属で口頭の確認をとって投稿してください。承認はあとで記録されます（実務の目安）。"
                : "承認を依頼しました。承認されると、ここにお知らせします。",
        };
        // A post is nobody else's business before it is published.
        return turn.Conversation.Kind == ConversationKind.Personal
            ? new Reply.Update(ApprovalCard.Render(model))
            : new Reply.View(ApprovalCard.Render(model));
    }

    private async Task<IReadOnlyList<Actor>> PeopleAsync(string name, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await KnownConversations.PeopleAsync(database, name, cancellationToken);
    }

    private static string? Fault(Turn turn, string text, Account? account, string name, IReadOnlyList<Actor> people) =>
        text.Length switch
        {
            0 => "投稿の文が空です。",
            > ApprovalCard.LongestText => $"投稿の文が{text.Length}文字あります。{ApprovalCard.LongestText}文字以内にしてください。",
            _ => null,
        }
        ?? (account is null ? "投稿するアカウントを選んでください。" : null)
        ?? people switch
        {
            _ when name.Length == 0 => "承認する方のお名前を書いてください。",
            [] => $"「{name}」さんを、ボットはまだ知りません。その方がボットに一度話しかけると、依頼できるようになります。",
            [var one] => one.Id == turn.From.Id ? "ご自分の投稿は、ご自分では承認できません。ほかの方を書いてください。" : null,
            _ =>
                $"「{name}」さんは{people.Count}人います（{string.Join("、", people.Take(5).Select(person => person.Name))}）。お名前をすべて書いてください。",
        };
}

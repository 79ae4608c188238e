using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>The form of a draft, with the register's accounts to choose from where the notice is about one of them.</summary>
internal sealed class NoticeForms(NoticeViews views, AccountChoices accounts)
{
    /// <inheritdoc cref="NoticeViews.Form" />
    public async Task<AdaptiveCard> CardAsync(
        Turn turn,
        NoticeDraft draft,
        int part,
        IReadOnlyList<Problem> problems,
        CancellationToken cancellationToken,
        string? notice = null
    )
    {
        var model = views.Form(draft, part, problems, notice);
        if (model.Fields.All(field => field.Id != FieldId.AccountName))
            return NoticeFormCard.Render(model);
        var found = await accounts.OfAsync(turn, draft.Kind, draft.Fields, cancellationToken);
        return NoticeFormCard.Render(
            model with
            {
                Accounts =
                [
                    .. found.Offered.Select(account => new Choice(
                        account.Id.ToString(),
                        $"{account.Name}（{account.Service}、{account.Section}）"
                    )),
                ],
                Account = found.Offered.FirstOrDefault(account => account.Id == found.Named?.Id)?.Id.ToString(),
                Notice = found.Meant is { } meant ? $"{notice}{Meant(draft, meant)}一覧から選べます。" : notice,
            }
        );
    }

    /// <summary>The name is not in the register, and this one is nearly the same.</summary>
    public static string Meant(NoticeDraft draft, Accounts.Account meant) =>
        $"「{Plain.Cut(draft.Fields.GetValueOrDefault(FieldId.AccountName, ""), 40)}」は台帳にありません。"
        + $"{Plain.Cut(AccountChoices.TitleOf(meant), 80)}のことでしたら、";
}

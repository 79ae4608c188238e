using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>
/// Keeps what was entered in a part of the form, whole or not, and goes where the button says. The message goes there, too: a part that
/// came back with what stood in it before would be sent again, over what is kept.
/// </summary>
internal sealed class EditDraft(
    LiveKnowledge knowledge,
    NoticeDrafts drafts,
    NoticeDesk desk,
    NoticeViews views,
    NoticeForms forms,
    AccountChoices accounts,
    NoticeTalk talk,
    NoticeConfirmation confirmation,
    TimeProvider clock
) : ITurnHandler
{
    public static Reply Gone =>
        new Reply.Say("下書きが見つかりません。提出済みか、削除されています。「届出状況」か「下書き」と入力してご確認ください。");

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var saved = turn.Read<NoticeFormCard.Save>();
        if (await drafts.FindAsync(turn, saved.Draft, cancellationToken) is not { } before)
            return Gone;
        var entered = Entered(turn, before);
        var proposed = AddProposed(before, entered);
        await TakeRegisteredAsync(turn, saved, before, entered, cancellationToken);
        if (saved.To == NoticeFormCard.Target.Standard)
            AddStandard(before, entered);
        var written =
            entered.Count > 0
                ? await drafts.WriteAsync(turn, saved.Draft, entered, cancellationToken, saved.Version)
                : new WrittenDraft(before, []);
        if (written is not { Draft: var draft, Kept: var kept })
            return Gone;
        // What was written meanwhile is not overwritten by what an older form says, and whoever sent that reads it.
        if (kept.Count > 0)
            return await FormAsync(turn, draft, saved.Part, [], cancellationToken, Kept(draft, entered, kept));

        var title = views.FormOf(draft.Kind).FullTitle;
        switch (saved.To)
        {
            case NoticeFormCard.Target.Later:
                return new Reply.Leave(
                    saved.Draft,
                    new Reply.Update(
                        NoticeFormCard.RenderClosed(
                            title,
                            "下書きに保存しました。「下書き」と入力すると、どのチャットからでも再開できます。",
                            saved.Draft
                        )
                    )
                );
            case NoticeFormCard.Target.Ask:
                var (question, field) = await talk.NextAsync(turn, draft, cancellationToken);
                return new Reply.Converse(
                    saved.Draft,
                    field,
                    new Reply.Update(NoticeFormCard.RenderClosed(title, "ここからは、チャットで一つずつうかがいます。", saved.Draft)),
                    question
                );
            case NoticeFormCard.Target.Back:
                return await FormAsync(turn, draft, saved.Part - 1, [], cancellationToken);
            case NoticeFormCard.Target.Next:
                var wrong = OfPart(draft, saved.Part, (await desk.CheckAsync(draft, cancellationToken)).Problems)
                    .Where(problem => draft.Fields.ContainsKey(problem.Field))
                    .ToList();
                return await FormAsync(
                    turn,
                    draft,
                    wrong.Count > 0 ? saved.Part : saved.Part + 1,
                    wrong,
                    cancellationToken,
                    proposed is null ? null : $"URLは、アカウント名から「{proposed}」としました。違うときは「戻る」で直してください。"
                );
            case NoticeFormCard.Target.Standard when (await desk.CheckAsync(draft, cancellationToken)).Problems is [var first, ..] problems:
                return await FormAsync(
                    turn,
                    draft,
                    NoticeViews.PartOf(views.FormOf(draft.Kind), first.Field),
                    problems,
                    cancellationToken,
                    "標準の文を入れました（実務の目安）。"
                );
            default:
                return new Reply.Update(await confirmation.CardAsync(turn, draft, cancellationToken));
        }
    }

    private async Task<Reply> FormAsync(
        Turn turn,
        NoticeDraft draft,
        int part,
        IReadOnlyList<Problem> problems,
        CancellationToken cancellationToken,
        string? notice = null
    ) => new Reply.Update(await forms.CardAsync(turn, draft, part, problems, cancellationToken, notice));

    private string Kept(NoticeDraft draft, Dictionary<string, string> entered, IReadOnlyList<string> kept)
    {
        var form = views.FormOf(draft.Kind);
        return string.Concat(
            kept.Select(form.Find)
                .OfType<NoticeField>()
                .Select(field =>
                    $"「{field.Label}」は、あとから「{Shown(field, draft.Fields.GetValueOrDefault(field.Id, ""))}」に変わっています。"
                    + $"この画面の「{Shown(field, entered[field.Id])}」は書き込んでいません。"
                )
        );
    }

    private static string Shown(NoticeField field, string value) =>
        value.Length == 0 ? "空欄" : Plain.Cut(FieldValues.Show(field, value), 40);

    /// <summary>The inputs that the press carries; a client may leave out an empty one, which is no reason to take the value away.</summary>
    private Dictionary<string, string> Entered(Turn turn, NoticeDraft draft)
    {
        var form = views.FormOf(draft.Kind);
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var entered = new Dictionary<string, string>();
        foreach (var field in form.Fields)
            if (
                turn.Press!.Data.TryGetProperty(NoticeFormCard.InputPrefix + field.Id, out var input)
                && input.ValueKind == System.Text.Json.JsonValueKind.String
            )
                entered[field.Id] = FieldValues.Read(field, input.GetString()!, knowledge.Current, today);
        // 「@mihon_hana」 in the place of its address.
        if (
            entered.GetValueOrDefault(FieldId.Url) is ['@', ..] handle
            && knowledge.Current.Services.AddressOf(Of(FieldId.Service, draft, entered), handle) is { } address
        )
            entered[FieldId.Url] = address;
        return entered;
    }

    /// <summary>An address that was left empty follows from the account's handle.</summary>
    /// <returns>The address; null where none was put in.</returns>
    private string? AddProposed(NoticeDraft draft, Dictionary<string, string> entered)
    {
        if (!entered.ContainsKey(FieldId.Url) || views.ProposedUrl(draft.Kind, With(draft, entered)) is not { } proposed)
            return null;
        entered[FieldId.Url] = proposed;
        return proposed;
    }

    /// <summary>The account that was chosen from the register, in the place of what stands in the fields.</summary>
    private async Task TakeRegisteredAsync(
        Turn turn,
        NoticeFormCard.Save saved,
        NoticeDraft draft,
        Dictionary<string, string> entered,
        CancellationToken cancellationToken
    )
    {
        var chosen =
            turn.Press!.Data.TryGetProperty(NoticeFormCard.AccountInput, out var input)
            && input.ValueKind == System.Text.Json.JsonValueKind.String
            && input.GetString() is { Length: > 0 } id
            && id != saved.Account
                ? id
                : saved.Take;
        if (chosen is null || await accounts.FindAsync(chosen, cancellationToken) is not { } account)
            return;
        // The address of another one must not stay.
        entered[FieldId.Url] = "";
        foreach (var (name, value) in KnownFacts.FactsOf(account, views.FormOf(draft.Kind)))
            entered[name] = value;
    }

    private void AddStandard(NoticeDraft draft, Dictionary<string, string> entered)
    {
        var all = With(draft, entered);
        foreach (var field in views.FormOf(draft.Kind).Fields.Where(field => NoticeRules.TakesStandard(field, all)))
            entered[field.Id] = field.Standard;
    }

    private static Dictionary<string, string> With(NoticeDraft draft, Dictionary<string, string> entered) =>
        draft.Fields.Where(field => !entered.ContainsKey(field.Key)).Concat(entered.Where(field => field.Value.Length > 0)).ToDictionary();

    private static string Of(string field, NoticeDraft draft, Dictionary<string, string> entered) =>
        entered.GetValueOrDefault(field) ?? draft.Fields.GetValueOrDefault(field, "");

    private IEnumerable<Problem> OfPart(NoticeDraft draft, int part, IReadOnlyList<Problem> problems)
    {
        var form = views.FormOf(draft.Kind);
        return problems.Where(problem => form.Find(problem.Field)?.Group == form.Groups[Math.Clamp(part, 0, form.Groups.Count - 1)]);
    }
}

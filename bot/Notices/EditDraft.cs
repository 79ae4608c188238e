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
        var written = Entered(turn, before) is { Count: > 0 } entered
            ? await drafts.WriteAsync(turn, saved.Draft, entered, cancellationToken, saved.Version)
            : new WrittenDraft(before, []);
        if (written is not { Draft: var draft, Kept: var kept })
            return Gone;
        // What was written meanwhile is not overwritten by what an older form says, and whoever sent that reads it.
        if (kept.Count > 0)
            return Form(draft, saved.Part, [], Kept(turn, draft, kept));

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
                return Form(draft, saved.Part - 1, []);
            case NoticeFormCard.Target.Next:
                var wrong = OfPart(draft, saved.Part, (await desk.CheckAsync(draft, cancellationToken)).Problems)
                    .Where(problem => draft.Fields.ContainsKey(problem.Field))
                    .ToList();
                return Form(draft, wrong.Count > 0 ? saved.Part : saved.Part + 1, wrong);
            default:
                return new Reply.Update(await confirmation.CardAsync(turn, draft, cancellationToken));
        }
    }

    private Reply.Update Form(NoticeDraft draft, int part, IReadOnlyList<Problem> problems, string? notice = null) =>
        new(NoticeFormCard.Render(views.Form(draft, part, problems, notice)));

    private string Kept(Turn turn, NoticeDraft draft, IReadOnlyList<string> kept)
    {
        var form = views.FormOf(draft.Kind);
        var entered = Entered(turn, draft);
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
        return entered;
    }

    private IEnumerable<Problem> OfPart(NoticeDraft draft, int part, IReadOnlyList<Problem> problems)
    {
        var form = views.FormOf(draft.Kind);
        return problems.Where(problem => form.Find(problem.Field)?.Group == form.Groups[Math.Clamp(part, 0, form.Groups.Count - 1)]);
    }
}

using System.Text.RegularExpressions;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>What a typed message does to a draft.</summary>
/// <param name="Reply">Null where the message was not meant for the draft.</param>
/// <param name="Field">The field that is asked for now; null where none is.</param>
/// <param name="IsOver">The draft is put aside, or gone.</param>
internal sealed record Heard(Reply? Reply, string? Field, bool IsOver = false);

/// <summary>Works on a draft in words: fields set and corrected, one answer after the other, shown, put aside, submitted.</summary>
internal sealed partial class NoticeTalk(
    LiveKnowledge knowledge,
    NoticeDrafts drafts,
    NoticeDesk desk,
    NoticeViews views,
    NoticeForms forms,
    NoticeCards cards,
    NoticeConfirmation confirmation,
    NoticeChiefs chiefs,
    TimeProvider clock
)
{
    private const string Saved = "下書きに保存しました。「下書き」と入力すると、どのチャットからでも再開できます。";

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <param name="field">The field that was asked for; null where the form is filled in by card.</param>
    public async Task<Heard> HearAsync(Turn turn, string id, string? field, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(turn, id, cancellationToken) is not { } draft)
            return new Heard(null, null, IsOver: true);
        var act = turn.Act ?? knowledge.Current.Read(turn.Text, Alone(turn, draft, field), Today);
        return await ActAsync(turn, act, draft, field, cancellationToken);
    }

    /// <summary>Does to the draft what the act says.</summary>
    public async Task<Heard> ActAsync(Turn turn, Act act, NoticeDraft draft, string? field, CancellationToken cancellationToken)
    {
        var form = views.FormOf(draft.Kind);
        var asked = field is null ? null : form.Find(field);
        // 「LINEのほうは今どこまで？」 is about another one.
        if (
            turn.Open is not null
            && act.Route.Name is "draft:resume" or "draft:show" or "draft:submit" or "draft:discard" or "draft:set"
            && act.Papers.Count > 0
            && !act.Papers.Contains(draft.Id.ToString())
        )
            return new Heard(null, field);
        turn.Outcome.Route = act.Route.Name switch
        {
            "draft:undo" => "draft:set",
            "draft:skip" or "draft:why" or "draft:back" or "draft:each" => "draft:ask",
            "draft:form" => "draft:show",
            _ => turn.Outcome.Route,
        };
        if (asked is { Id: FieldId.Url } && Same().IsMatch(turn.Text) && views.ProposedUrl(draft.Kind, draft.Fields) is { } proposed)
            return await SetAsync(turn, form, draft, asked, Proposed(turn, proposed), cancellationToken);
        switch (act.Route.Name)
        {
            case "draft:set":
                return await SetAsync(turn, form, draft, asked, act.Fields, cancellationToken);
            case "draft:ask":
                return new Heard(new Reply.Say(string.Join("\n\n", act.Fields.Problems)), field);
            case "draft:undo":
                return await UndoAsync(turn, form, draft, field, cancellationToken);
            case "draft:skip" when asked is not null:
                return await SkipAsync(turn, form, draft, asked, cancellationToken);
            case "draft:skip":
                return new Heard(new Reply.Say("分かったときに入れてください。ここまでの内容は残っています。"), field);
            case "draft:why" when asked is not null:
                return new Heard(new Reply.Say(Why(asked)), asked.Id);
            case "draft:back":
                return asked is null
                    ? await FormAsync(turn, draft, cancellationToken)
                    : Ask(form, draft, Before(form, draft, asked) ?? asked);
            case "draft:form":
                return await FormAsync(turn, draft, cancellationToken);
            case "draft:each":
                var (next, waiting) = await NextAsync(turn, draft, cancellationToken);
                return new Heard(next, waiting);
            case "draft:show":
                return await ConfirmAsync(turn, draft, cancellationToken);
            case "draft:resume":
                return field is null ? await FormAsync(turn, draft, cancellationToken) : Ask(form, draft, asked!);
            case "draft:save":
                return new Heard(new Reply.Say(Saved), null, IsOver: true);
            case "draft:discard":
                turn.Outcome.Route = "draft:ask";
                turn.Memory.Offered = [new("はい、削除する", "draft:drop"), new("いいえ、続ける", "draft:resume")];
                return new Heard(
                    new Reply.Show(NoticeFormCard.RenderCancel(draft.Id.ToString(), form.FullTitle), "下書きを削除しますか？"),
                    field
                );
            case "draft:drop":
                turn.Outcome.Route = "draft:discard";
                await drafts.DropAsync(turn, draft.Id.ToString(), cancellationToken);
                return new Heard(new Reply.Say($"{form.ShortTitle}の下書きを削除しました。"), null, IsOver: true);
            case "draft:submit":
                return await SubmitAsync(turn, draft, cancellationToken);
            default:
                return new Heard(null, field);
        }
    }

    /// <returns>The next thing to say about a draft: what is missing, or all of it for a last look.</returns>
    public async Task<(Reply Reply, string? Field)> NextAsync(Turn turn, NoticeDraft draft, CancellationToken cancellationToken)
    {
        var verdict = await desk.CheckAsync(draft, cancellationToken);
        if (verdict.Problems is [var problem, ..] && views.FormOf(draft.Kind).Find(problem.Field) is { } field)
            return (new Reply.Say(draft.Fields.ContainsKey(field.Id) ? problem.Sentence : views.Question(draft, field)), field.Id);
        return ((await ConfirmAsync(turn, draft, cancellationToken)).Reply!, null);
    }

    public async Task<Reply?> AskAgainAsync(Turn turn, string id, string field, CancellationToken cancellationToken) =>
        await drafts.FindAsync(turn, id, cancellationToken) is { } draft && views.FormOf(draft.Kind).Find(field) is { } asked
            ? new Reply.Say($"（{views.FormOf(draft.Kind).ShortTitle}の続きです）{views.Question(draft, asked)}")
            : null;

    private async Task<Heard> SetAsync(
        Turn turn,
        NoticeForm form,
        NoticeDraft draft,
        NoticeField? asked,
        FieldReading said,
        CancellationToken cancellationToken
    )
    {
        if (await drafts.WriteAsync(turn, draft.Id.ToString(), said.Values, cancellationToken) is not { Draft: var written })
            return new Heard(null, null, IsOver: true);
        turn.Memory.Change = new(
            draft.Id.ToString(),
            said.Values.Keys.ToDictionary(id => id, id => draft.Fields.GetValueOrDefault(id, ""))
        );
        var told = $"{Said(form, said.Values)}にしました。{string.Concat(said.Problems)}";
        if (asked is null && (await desk.CheckAsync(written, cancellationToken)).Problems.Count == 0)
            return (await ConfirmAsync(turn, written, cancellationToken)) with { Field = null };
        if (asked is null)
            return new Heard(
                new Reply.Show(
                    await forms.CardAsync(
                        turn,
                        written,
                        PartOf(form, said.Values),
                        [],
                        cancellationToken,
                        $"{told}違うときは「取り消す」と入力してください。"
                    ),
                    told
                )
                {
                    Shown = new(DraftForms.TopicName, written.Id, written.Forms),
                },
                null
            );
        var (reply, field) = await NextAsync(turn, written, cancellationToken);
        var others = said.Values.Where(value => value.Key != asked.Id).ToDictionary();
        if ((others.Count > 0 || said.Problems.Count > 0) && reply is Reply.Say say)
            reply = new Reply.Say($"{told}\n\n{say.Text}");
        return new Heard(reply, field);
    }

    private async Task<Heard> UndoAsync(Turn turn, NoticeForm form, NoticeDraft draft, string? field, CancellationToken cancellationToken)
    {
        if (turn.Memory.Change is not { } change || change.Draft != draft.Id.ToString())
            return new Heard(new Reply.Say("取り消せる変更はありません。直したい欄と内容を入力してください。"), field);
        turn.Memory.Change = null;
        return await drafts.WriteAsync(turn, change.Draft, change.Before, cancellationToken) is { Draft: var written }
            ? new Heard(
                new Reply.Show(
                    await forms.CardAsync(turn, written, PartOf(form, change.Before), [], cancellationToken, "元に戻しました。"),
                    "元に戻しました。"
                )
                {
                    Shown = new(DraftForms.TopicName, written.Id, written.Forms),
                },
                field
            )
            : new Heard(null, null, IsOver: true);
    }

    private async Task<Heard> SkipAsync(
        Turn turn,
        NoticeForm form,
        NoticeDraft draft,
        NoticeField asked,
        CancellationToken cancellationToken
    )
    {
        if (NoticeRules.IsNeeded(asked, draft.Fields, NoticeRules.IsLate(form, draft.Fields, Today)))
            return new Heard(
                new Reply.Say(
                    $"「{asked.Label}」は必要な欄です。{Why(asked)}\n\n今わからないときは、「あとで」と入力すると、続きから始められます。"
                ),
                asked.Id
            );
        var (reply, field) = await NextAsync(turn, draft, cancellationToken);
        return new Heard(reply, field);
    }

    /// <summary>Whoever says so has seen it; what is missing is asked for instead.</summary>
    private async Task<Heard> SubmitAsync(Turn turn, NoticeDraft draft, CancellationToken cancellationToken)
    {
        var found = desk.NeedsApproval
            ? await chiefs.FindAsync(turn, await chiefs.ProposedAsync(turn, draft, cancellationToken), null, cancellationToken)
            : null;
        var result = found is { Error: not null }
            ? new DeskResult(null, found.Error)
            : await desk.SubmitAsync(turn, draft.Id, draft.Version, cancellationToken, found?.Chief);
        if (result is { Refusal: null, Notice: { } notice })
        {
            var told = await desk.SubmittedAsync(notice, cancellationToken);
            var card = NoticeCard.Render(await cards.ForAsync(turn, notice, told, null, cancellationToken));
            return new Heard(new Reply.Show(card, told) { Shown = cards.Shown(notice) }, null, IsOver: true);
        }
        turn.Outcome.Route = "draft:ask";
        return await ConfirmAsync(turn, draft, cancellationToken);
    }

    private async Task<Heard> ConfirmAsync(Turn turn, NoticeDraft draft, CancellationToken cancellationToken)
    {
        var model = await confirmation.ModelAsync(turn, draft, cancellationToken);
        return new Heard(new Reply.Show(NoticeConfirmCard.Render(model), $"{model.Title}の内容です。"), null);
    }

    private static Situation Alone(Turn turn, NoticeDraft draft, string? field) =>
        Situation.Empty with
        {
            Person = turn.From.Name,
            Drafts = [new BegunPaper(draft.Id.ToString(), draft.Kind, draft.Fields)],
            Draft = new OpenPaper(draft.Kind, draft.Fields, field) { Id = draft.Id.ToString() },
        };

    private async Task<Heard> FormAsync(Turn turn, NoticeDraft draft, CancellationToken cancellationToken) =>
        new(
            new Reply.Show(await forms.CardAsync(turn, draft, 0, [], cancellationToken), "フォームを表示しました。")
            {
                Shown = await drafts.NewFormAsync(turn, draft, cancellationToken),
            },
            null
        );

    private Heard Ask(NoticeForm form, NoticeDraft draft, NoticeField field) =>
        new(
            new Reply.Say(
                draft.Fields.TryGetValue(field.Id, out var value)
                    ? $"{views.Question(draft, field)}\n\n今は「{FieldValues.Show(form.Find(field.Id)!, value)}」です。"
                    : views.Question(draft, field)
            ),
            field.Id
        );

    private NoticeField? Before(NoticeForm form, NoticeDraft draft, NoticeField asked)
    {
        var isLate = NoticeRules.IsLate(form, draft.Fields, Today);
        return form
            .Fields.TakeWhile(field => field.Id != asked.Id)
            .LastOrDefault(field => NoticeRules.IsNeeded(field, draft.Fields, isLate));
    }

    private string Why(NoticeField field) =>
        views.Why(field) is { } why
            ? $"ガイドライン {why.Clause} に定めがあります。\n\n{why.Text}"
            : "ガイドラインに定めはなく、実務の目安としてうかがっています。書かなくても提出できます。";

    /// <summary>The address that follows from the account's name is taken over with a word.</summary>
    private static FieldReading Proposed(Turn turn, string address)
    {
        turn.Outcome.Route = "draft:set";
        return new FieldReading(new Dictionary<string, string> { [FieldId.Url] = address }, [], true);
    }

    [GeneratedRegex("^(?:はい|うん|ええ|同じ|それで|そのまま|その(?:とお|通)り|合って|OK|ok|オッケー)(?![^、。！!]{8})")]
    private static partial Regex Same();

    private static int PartOf(NoticeForm form, IReadOnlyDictionary<string, string> values) =>
        form
            .Groups.Index()
            .FirstOrDefault(group => form.Fields.Any(field => field.Group == group.Item && values.ContainsKey(field.Id)))
            .Index;

    private static string Said(NoticeForm form, IReadOnlyDictionary<string, string> values) =>
        string.Join(
            "、",
            form.Fields.Where(field => values.ContainsKey(field.Id))
                .Select(field =>
                    values[field.Id].Length == 0
                        ? $"{field.Label}を空欄"
                        : $"{field.Label}を「{Plain.Cut(FieldValues.Show(field, values[field.Id]), 40)}」"
                )
        );
}

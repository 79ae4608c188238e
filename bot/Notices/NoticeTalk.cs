using System.Text.RegularExpressions;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>What a typed message does to a draft.</summary>
/// <param name="Reply">Null where the message was not meant for the draft.</param>
/// <param name="Field">The field that is asked for now; null where none is.</param>
/// <param name="IsOver">The draft is put aside, or gone.</param>
internal sealed record Heard(Reply? Reply, string? Field, bool IsOver = false);

/// <summary>Fills in a draft from what is typed: several facts in a sentence, corrections, or one answer after the other.</summary>
internal sealed partial class NoticeTalk(
    LiveKnowledge knowledge,
    NoticeDrafts drafts,
    NoticeDesk desk,
    NoticeViews views,
    TimeProvider clock
)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <param name="field">The field that was asked for; null where the form is filled in by card.</param>
    public async Task<Heard> HearAsync(Turn turn, string id, string? field, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(turn, id, cancellationToken) is not { } draft)
            return new Heard(null, null, IsOver: true);
        var form = views.FormOf(draft.Kind);
        var asked = field is null ? null : form.Find(field);
        switch (Word(turn.Text))
        {
            case "戻る" or "もどる" or "前へ" or "ひとつ前":
                return asked is null ? Form(draft) : Ask(form, draft, Before(form, draft, asked) ?? asked);
            case "一時保存" or "保存" or "あとで" or "後で" or "中断" or "ストップ":
                return new Heard(
                    new Reply.Say("下書きに保存しました。「下書き」と入力すると、どのチャットからでも再開できます。"),
                    null,
                    IsOver: true
                );
            case "中止" or "やめる" or "やめます" or "キャンセル" or "取消" or "取り消し":
                return new Heard(new Reply.Show(NoticeFormCard.RenderCancel(id, form.FullTitle), "下書きを削除しますか？"), null);
            case "フォーム" or "カード" or "フォームで入力" or "まとめて入力":
                return Form(draft);
            case "確認" or "内容を確認" or "内容確認" or "提出" or "提出する" or "できた" or "完了":
                return await ConfirmAsync(draft, cancellationToken);
            case "ひとつずつ" or "ひとつずつ答える" or "質問して":
                var (next, waiting) = await NextAsync(turn, draft, cancellationToken);
                return new Heard(next, waiting);
            case "なぜ" or "なぜ必要" or "どうして" or "どうして必要" or "なんで" or "なぜ要る" when asked is not null:
                return new Heard(new Reply.Say(Why(asked)), asked.Id);
            case "なし" or "スキップ" or "飛ばす" or "とばす" or "ない" or "特になし" or "未定" when asked is not null:
                return await SkipAsync(turn, form, draft, asked, cancellationToken);
        }
        return await FactsAsync(turn, form, draft, asked, cancellationToken);
    }

    /// <returns>The next thing to say about a draft: what is missing, or all of it for a last look.</returns>
    public async Task<(Reply Reply, string? Field)> NextAsync(Turn turn, NoticeDraft draft, CancellationToken cancellationToken)
    {
        var verdict = await desk.CheckAsync(draft, cancellationToken);
        if (verdict.Problems is [var problem, ..] && views.FormOf(draft.Kind).Find(problem.Field) is { } field)
            return (new Reply.Say(draft.Fields.ContainsKey(field.Id) ? problem.Sentence : Question(field)), field.Id);
        return ((await ConfirmAsync(draft, cancellationToken)).Reply!, null);
    }

    public async Task<Reply?> AskAgainAsync(Turn turn, string id, string field, CancellationToken cancellationToken) =>
        await drafts.FindAsync(turn, id, cancellationToken) is { } draft && views.FormOf(draft.Kind).Find(field) is { } asked
            ? new Reply.Say($"（{views.FormOf(draft.Kind).ShortTitle}の続きです）{Question(asked)}")
            : null;

    private async Task<Heard> FactsAsync(
        Turn turn,
        NoticeForm form,
        NoticeDraft draft,
        NoticeField? asked,
        CancellationToken cancellationToken
    )
    {
        var understood = knowledge.Current.Understand(turn.Text, Today);
        var own = NoticeKinds.Of(understood.Route);
        // Help, an incident, another paper by name: that goes first, and the draft waits. 「担当は…です」 alone is a fact of this one.
        if (
            own is null && understood.Route.Name.Contains(':', StringComparison.Ordinal)
            || own is { } other && other != draft.Kind && Paper().IsMatch(turn.Text)
            || understood.Route == Route.DraftCheck
        )
            return new Heard(null, asked?.Id);

        var facts = FieldValues.FromSlots(
            form,
            knowledge.Current.Facts(turn.Text, new Route($"notice:{NoticeKinds.NameOf(draft.Kind)}"), Today)
        );
        KeepMonth(form, draft, turn.Text, facts);
        var isQuestion = knowledge.Current.Asks(turn.Text) && (understood.Route == Route.Answer || understood.Route == Route.Candidates);
        var values = asked is null ? facts : Answer(asked, turn.Text, facts);
        if (
            isQuestion && (asked is null || asked.Type is FieldType.Text or FieldType.LongText || !facts.ContainsKey(asked.Id))
            || values.Count == 0
        )
            return new Heard(null, asked?.Id);

        var written = await drafts.WriteAsync(turn, draft.Id.ToString(), values, cancellationToken);
        if (written is null)
            return new Heard(null, null, IsOver: true);
        if (asked is null)
            return new Heard(
                new Reply.Show(
                    NoticeFormCard.Render(views.Form(written, PartOf(form, values), [], $"{Said(form, values)}にしました。")),
                    $"{Said(form, values)}にしました。"
                ),
                null
            );
        var (reply, field) = await NextAsync(turn, written, cancellationToken);
        var others = values.Where(value => value.Key != asked.Id).ToDictionary();
        if (others.Count > 0 && reply is Reply.Say say)
            reply = new Reply.Say($"{Said(form, others)}にしました。\n\n{say.Text}");
        return new Heard(reply, field);
    }

    /// <summary>The whole message answers a question for text; a sentence about other fields (「担当は…、開始は…」) fills in those.</summary>
    private Dictionary<string, string> Answer(NoticeField asked, string text, Dictionary<string, string> facts)
    {
        if (Correction().IsMatch(text) && facts.Count > 0)
            return facts;
        if (asked.Type is FieldType.Text or FieldType.LongText && !(facts.Count > 1 && facts.ContainsKey(asked.Id)))
            return new()
            {
                [asked.Id] =
                    facts.Count == 1 && facts.TryGetValue(asked.Id, out var said)
                        ? said
                        : FieldValues.Read(asked, Polite().Replace(text.Trim(), ""), knowledge.Current, Today),
            };
        if (facts.ContainsKey(asked.Id))
            return facts;
        return new() { [asked.Id] = FieldValues.Read(asked, Polite().Replace(text.Trim(), ""), knowledge.Current, Today) };
    }

    /// <summary>「やっぱり15日から」 stays in the month that was said before.</summary>
    private static void KeepMonth(NoticeForm form, NoticeDraft draft, string text, Dictionary<string, string> facts)
    {
        if (
            form.DayField is not { } name
            || !facts.ContainsKey(name)
            || FieldValues.DateOf(draft.Fields.GetValueOrDefault(name, "")) is not { } before
        )
            return;
        if (
            BareDay().Match(text.Normalize(System.Text.NormalizationForm.FormKC)) is { Success: true } bare
            && int.TryParse(bare.Groups["day"].Value, out var day)
            && day >= 1
            && day <= DateTime.DaysInMonth(before.Year, before.Month)
        )
            facts[name] = new DateOnly(before.Year, before.Month, day).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
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
                    $"「{asked.Label}」は必要な欄です。{Why(asked)}\n\n今わからないときは、「一時保存」と入力すると、あとで続きから始められます。"
                ),
                asked.Id
            );
        var (reply, field) = await NextAsync(turn, draft, cancellationToken);
        return new Heard(reply, field);
    }

    private async Task<Heard> ConfirmAsync(NoticeDraft draft, CancellationToken cancellationToken)
    {
        var model = views.Confirm(draft, await desk.CheckAsync(draft, cancellationToken));
        return new Heard(new Reply.Show(NoticeConfirmCard.Render(model), $"{model.Title}の内容です。"), null);
    }

    private Heard Form(NoticeDraft draft) =>
        new(new Reply.Show(NoticeFormCard.Render(views.Form(draft, 0, [])), "フォームを表示しました。"), null);

    private static Heard Ask(NoticeForm form, NoticeDraft draft, NoticeField field) =>
        new(
            new Reply.Say(
                draft.Fields.TryGetValue(field.Id, out var value)
                    ? $"{Question(field)}\n\n今は「{FieldValues.Show(form.Find(field.Id)!, value)}」です。"
                    : Question(field)
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

    private static string Question(NoticeField field) =>
        $"{field.Label}を教えてください。{(field.Example.Length > 0 ? $"（例：{field.Example}）" : "")}{(field.Help.Length > 0 ? $"\n\n{field.Help}" : "")}";

    private static int PartOf(NoticeForm form, Dictionary<string, string> values) =>
        form
            .Groups.Index()
            .FirstOrDefault(group => form.Fields.Any(field => field.Group == group.Item && values.ContainsKey(field.Id)))
            .Index;

    private static string Said(NoticeForm form, IReadOnlyDictionary<string, string> values) =>
        string.Join(
            "、",
            form.Fields.Where(field => values.ContainsKey(field.Id))
                .Select(field => $"{field.Label}を「{Plain.Cut(FieldValues.Show(field, values[field.Id]), 40)}」")
        );

    private static string Word(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit));

    [GeneratedRegex("^(?:やっぱり?|やはり|すみません|訂正|間違え|まちがえ|違い|ちがい|じゃなくて|さっきの|先ほどの|いや)")]
    private static partial Regex Correction();

    [GeneratedRegex("(?:です|でございます|になります|でお願いします|でおねがいします|だよ|じゃ)[。．.!！]*$")]
    private static partial Regex Polite();

    [GeneratedRegex("届|とどけ|様式|ようしき|申請|しんせい")]
    private static partial Regex Paper();

    [GeneratedRegex("(?<![0-9月/])(?<day>[0-9]{1,2})日")]
    private static partial Regex BareDay();
}

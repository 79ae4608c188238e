using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <content>Which papers and fields a message names.</content>
internal sealed partial class ActReader
{
    /// <summary>Of the papers put aside the one that is named; the only one where no paper is.</summary>
    private BegunPaper? Meant(string message, Situation situation) =>
        Named(message, situation) is [var named] ? named
        : situation.Drafts is [var only] && !NamesOther(message, only.Kind) ? only
        : null;

    /// <summary>Of the papers that are begun those that the message names, beside what it says of the open one's fields.</summary>
    private IReadOnlyList<BegunPaper> Named(string message, Situation situation)
    {
        if (situation.Drafts.Count == 0)
            return [];
        var open = situation.Draft is { } draft ? forms.FirstOrDefault(form => form.Kind == draft.Kind) : null;
        var text = open is null ? message : fields.WithoutValues(message, open);
        // 「終了届は延期。開始届はそのままで」 means the first.
        var meant = string.Concat(Courtesies.Sentences(text).Where(sentence => !FieldReader.IsOfWhatStays(sentence)));
        return papers.In(meant.Length > 0 ? meant : text, situation.Drafts);
    }

    /// <summary>In its first line, and outside of a quoted sentence: below 「投稿チェック」 stands a post, whatever it names.</summary>
    private bool NamesField(string message, Situation situation) =>
        situation.Draft is { } draft
        && forms.FirstOrDefault(form => form.Kind == draft.Kind) is { } form
        && fields.Count(CueBook.Quotation().Replace(message.Split('\n')[0], "「」"), form) > 0;

    /// <summary>「届のほうに戻ります」 means the only one; 「終了届を」 another than a 開始届.</summary>
    private bool NamesOther(string message, NoticeKind kind) => forms.Any(form => form.Kind != kind && Names(message, form));

    /// <summary>「様式2」, 「開始届」.</summary>
    private static bool Names(string message, NoticeForm form) =>
        message.Contains(form.ShortTitle, StringComparison.Ordinal)
        || form.Number.Length > 0 && Folding.Compose(message).Contains(form.Number, StringComparison.Ordinal);

    private bool NamesPaper(string message) =>
        forms.Any(form => message.Contains(form.ShortTitle, StringComparison.Ordinal))
        || message.Contains('届', StringComparison.Ordinal)
        || message.Contains("申請", StringComparison.Ordinal)
        || message.Contains("様式", StringComparison.Ordinal);

    /// <summary>「変更届は出しておいて」, 「農園の方の担当は…」: what is done with, or said for, another of the papers that are begun.</summary>
    private Act? OfAnother(string message, IReadOnlyDictionary<string, float> p, OpenPaper draft, Situation situation, DateOnly today)
    {
        if (
            Named(message, situation) is not [var begun]
            || begun.Id == draft.Id
            || forms.FirstOrDefault(one => one.Kind == begun.Kind) is not { } form
        )
            return null;
        var other = new OpenPaper(begun.Kind, begun.Fields, null);
        var said = fields.Named(message, other, form, situation.Person, today);
        // 「終了届の日付、15日じゃなく25日」: whatever it says is of the paper that it names.
        if (said.Values.Count == 0 && Names(message, form))
            said = fields.Of(message, other, form, situation.Person, today);
        if (Signs.Discards(message))
            return Of("draft:discard", 1);
        if (said.Values.Count > 0)
            return Of("draft:set", 1) with { Fields = said };
        if (Signs.Submits(message))
            return Of("draft:submit", 1);
        return Deed(p) is { Act: "draft:discard" or "draft:show" or "draft:resume", Share: > 0.5f } whole
            ? Of(whole.Act, whole.Share)
            : null;

        Act Of(string act, double probability) => new(new Route(act), probability) { Text = message, Papers = [begun.Id] };
    }

    /// <summary>「開始届の方に戻ります。担当者は小橋 茜です」: back to a paper, perhaps with something for it.</summary>
    private Act Resumed(string message, Situation situation, DateOnly today)
    {
        if (
            Meant(message, situation) is { } paper
            && message.IndexOfAny(['。', '、']) is > 0 and var stop
            && forms.FirstOrDefault(form => form.Kind == paper.Kind) is { } form
            && fields.Named(message[(stop + 1)..], new OpenPaper(paper.Kind, paper.Fields, null), form, situation.Person, today)
                is { Values.Count: > 0 } said
        )
            return new Act(new Route("draft:set"), 1)
            {
                Fields = said,
                Text = message,
                Papers = [paper.Id],
            };
        return new Act(new Route("draft:resume"), 1) { Text = message };
    }

    /// <summary>The facts for a new paper; what is told as a reason or an aim (「Instagramへの統合のため」) holds none.</summary>
    private IReadOnlyDictionary<string, object> FactsFor(Route paper, string message, DateOnly today)
    {
        var all = slots.Of(message, paper, today);
        if (forms.FirstOrDefault(form => paper.Name == "notice:" + NoticeKindNames.Of(form.Kind)) is not { } form)
            return all;
        var text = fields.WithoutTexts(message, form);
        if (text == message)
            return all;
        var facts = slots.Of(text, paper, today).ToDictionary();
        if (all.TryGetValue(FieldId.Purpose, out var purpose))
            facts[FieldId.Purpose] = purpose;
        return facts;
    }

    /// <summary>What of the facts that were read is meant for the paper: one that is named always is, others only where nothing else is told.</summary>
    private static FieldReading Counted(FieldReading said, OpenPaper draft, string message, Situation situation)
    {
        // 「よその市のアカウントが乗っ取られたって聞いたわ」
        if (Signs.IsOfOthers(message) && Signs.IsHeard(message))
            return FieldReading.Nothing;
        if (!said.IsNamed && IsRemark(said, message, situation))
            return FieldReading.Nothing;
        var kept = said.IsNamed ? said : Kept(said, draft, message);
        // 「4月1日じゃなくて3月30日かも」
        return kept.Values.Count > 0 && Signs.IsUnsure(message)
            ? new FieldReading(new Dictionary<string, string>(), ["まだ書き入れていません。決まったら、もう一度入力してください。"], true)
            : kept;
    }

    /// <summary>
    /// 「山には温室ありましたよね。行きたいなあ」, 「ヘルプから復旧の申請を出しました」 in an incident, 「大森さんは来月から育休なんですよ」: facts, and not the paper's.
    /// </summary>
    private static bool IsRemark(FieldReading said, string message, Situation situation) =>
        Signs.Exclaims(message)
        || situation.Incident is not null && Signs.Reports(message)
        || said.Problems.Count == 0 && (Signs.IsOfSomebody(message) || Signs.IsUnsure(message) || Signs.TellsElse(message));

    /// <summary>
    /// 「Instagramも堀が見ます」: what a sentence mentions takes the place of nothing that is there, unless it says so or is nothing but the fact;
    /// and 「堀くん」 is no other than 堀 大和.
    /// </summary>
    private static FieldReading Kept(FieldReading said, OpenPaper draft, string message)
    {
        var corrects = message.Trim().Length <= ShortFact && !Signs.HasSubject(message) || Signs.Replaces(message);
        var values = said
            .Values.Where(value =>
                draft.Fields.GetValueOrDefault(value.Key) is not { Length: > 0 } now
                || now == value.Value
                || corrects && !(PersonField.Is(value.Key) && now.StartsWith($"{value.Value} ", StringComparison.Ordinal))
            )
            .ToDictionary();
        return values.Count == said.Values.Count ? said : said with { Values = values };
    }
}

using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Notices;

/// <summary>Drafts and notices, made into the models of their cards.</summary>
internal sealed class NoticeViews(LiveKnowledge knowledge, TimeProvider clock)
{
    private static readonly string[] AboutFields = [FieldId.Service, FieldId.AccountName, FieldId.Section];

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <param name="part">Of a part that does not exist, the nearest is shown.</param>
    /// <param name="problems">Shown beside their fields; empty while somebody only leafs through the form.</param>
    public NoticeFormCard.Model Form(NoticeDraft draft, int part, IReadOnlyList<Problem> problems, string? notice = null)
    {
        var form = FormOf(draft.Kind);
        var groups = form.Groups;
        part = Math.Clamp(part, 0, groups.Count - 1);
        var isLate = NoticeRules.IsLate(form, draft.Fields, Today);
        var fields = form
            .Fields.Where(field =>
                field.Group == groups[part] && (field.Need != FieldNeed.WhenLate || isLate || draft.Fields.ContainsKey(field.Id))
            )
            .ToList();
        return new NoticeFormCard.Model(
            draft.Id.ToString(),
            form.FullTitle,
            groups,
            part,
            [.. fields.Select(field => Field(field, draft, isLate, problems))],
            [.. Reasons(fields)],
            notice
        )
        {
            Version = draft.Version,
            Progress = Progress(draft),
        };
    }

    public NoticeConfirmCard.Model Confirm(NoticeDraft draft, Checked verdict)
    {
        var form = FormOf(draft.Kind);
        return new NoticeConfirmCard.Model(
            draft.Id.ToString(),
            draft.Version,
            form.FullTitle,
            form.Addressee,
            Shown(form, draft.Fields),
            [.. Sentences(form, verdict.Problems)],
            verdict.Remarks
        )
        {
            Progress = Progress(draft),
            FaultyPart = verdict.Problems is [var first, ..] ? PartOf(form, first.Field) : 0,
        };
    }

    /// <summary>All that is empty in one sentence, then each of the other faults.</summary>
    private static IEnumerable<string> Sentences(NoticeForm form, IReadOnlyList<Problem> problems)
    {
        var empty = problems.Where(problem => problem.IsEmpty).Select(problem => form.Find(problem.Field)!.Label).ToList();
        if (empty.Count > 0)
            yield return $"{string.Concat(empty.Select(label => $"「{label}」"))}を入力してください。";
        foreach (var problem in problems.Where(problem => !problem.IsEmpty))
            yield return problem.Sentence;
    }

    /// <summary>The part of the form that a field stands in, from 0.</summary>
    public static int PartOf(NoticeForm form, string field) =>
        form.Groups.Index().FirstOrDefault(group => form.Find(field)?.Group == group.Item).Index;

    /// <summary>「必須9項目中6項目」</summary>
    public string Progress(NoticeDraft draft)
    {
        var form = FormOf(draft.Kind);
        var isLate = NoticeRules.IsLate(form, draft.Fields, Today);
        var needed = form.Fields.Where(field => NoticeRules.IsNeeded(field, draft.Fields, isLate)).ToList();
        return $"必須{needed.Count}項目中{needed.Count(field => draft.Fields.ContainsKey(field.Id))}項目";
    }

    public NoticeCard.Model Notice(Notice notice, IReadOnlyList<NoticeStep> steps, bool canRedo, string? lead)
    {
        var form = FormOf(notice.Kind);
        var essential = Essential(form, notice.Fields);
        return new(
            notice.Id.ToString(),
            notice.Version,
            NoticeNumber.Of(notice),
            form.FullTitle,
            NoticeWords.Of(notice),
            notice.SubmitterName,
            Rows(form, notice.Fields.Where(value => essential.Contains(value.Key)).ToDictionary()),
            Rows(form, notice.Fields.Where(value => !essential.Contains(value.Key)).ToDictionary()),
            notice.IsLate ? ["事後届出"] : [],
            [
                .. notice
                    .Events.OrderBy(happened => happened.At)
                    .Select(happened => new NoticeCard.Entry(
                        Local(happened.At),
                        happened.Who,
                        NoticeWords.Of(happened.Step),
                        happened.Reason
                    )),
            ],
            [
                .. steps.Select(
                    (step, place) =>
                        new NoticeCard.Choice(
                            NoticeSteps.NameOf(step),
                            NoticeWords.ButtonOf(step),
                            NoticeSteps.NeedsReason(step) || NoticeSteps.NeedsYes(step),
                            place == 0 && !canRedo && step is NoticeStep.Accepted or NoticeStep.Permitted or NoticeStep.Approved
                        )
                ),
            ],
            canRedo,
            lead
        )
        {
            Chief = notice.ChiefName,
        };
    }

    /// <summary>What one has to know at a glance: which account, whose, and from when; where those are not said, what comes first.</summary>
    private static HashSet<string> Essential(NoticeForm form, Dictionary<string, string> fields)
    {
        string?[] first = [.. AboutFields, form.DayField, FieldId.StartDate, FieldId.Person];
        var others = form.Fields.Where(field => field.Type is not (FieldType.LongText or FieldType.Url)).Select(field => field.Id);
        return [.. first.OfType<string>().Concat(others).Where(fields.ContainsKey).Distinct().Take(4)];
    }

    /// <summary>The service and account that it is about, in one line.</summary>
    public static string About(IReadOnlyDictionary<string, string> fields) =>
        string.Join("　", AboutFields.Select(name => fields.GetValueOrDefault(name, "")).Where(value => value.Length > 0));

    /// <summary>What would be submitted, the standard texts marked as such.</summary>
    private static IReadOnlyList<NoticeConfirmCard.Row> Shown(NoticeForm form, IReadOnlyDictionary<string, string> fields)
    {
        var all = NoticeRules.Completed(form, fields);
        var standard = form.Fields.Where(field => field.Standard.Length > 0 && all.GetValueOrDefault(field.Id) == field.Standard);
        var labels = standard.Select(field => field.Label).ToHashSet();
        return [.. Rows(form, all).Select(row => row with { IsStandard = labels.Contains(row.Label) })];
    }

    public static IReadOnlyList<NoticeConfirmCard.Row> Rows(NoticeForm form, IReadOnlyDictionary<string, string> fields) =>
        [
            .. form
                .Fields.Where(field => fields.ContainsKey(field.Id))
                .Select(field => new NoticeConfirmCard.Row(field.Label, FieldValues.Show(field, fields[field.Id]))),
        ];

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);

    /// <summary>Why a field is asked for: its clause, word for word; null where it is 実務の目安 only.</summary>
    public NoticeFormCard.Reason? Why(NoticeField field) => Reasons([field]).FirstOrDefault();

    public NoticeForm FormOf(NoticeKind kind) =>
        knowledge.Current.FormOf(kind)
        ?? throw new InvalidDataException($"knowledge/notices に {NoticeKinds.NameOf(kind)} の様式がありません。");

    /// <summary>The account's address as its handle (「@mihon_momo」) tells it, until there is one.</summary>
    public string? ProposedUrl(NoticeKind kind, IReadOnlyDictionary<string, string> fields) =>
        kind == NoticeKind.Start
        && fields.GetValueOrDefault(FieldId.Url, "").Length == 0
        && AccountAddress.HandleIn(fields.GetValueOrDefault(FieldId.AccountName, "")) is { } handle
            ? knowledge.Current.Services.AddressOf(fields.GetValueOrDefault(FieldId.Service, ""), handle)
            : null;

    /// <summary>Asks for a field, with what can be supposed of it.</summary>
    public string Question(NoticeDraft draft, NoticeField field)
    {
        var proposed = field.Id == FieldId.Url ? ProposedUrl(draft.Kind, draft.Fields) : null;
        var help = proposed is null ? field.Help : $"アカウント名から考えると {proposed} です。そのとおりなら「はい」と入力してください。";
        return $"{field.Label}を教えてください。{(field.Example.Length > 0 ? $"（例：{field.Example}）" : "")}"
            + (help.Length > 0 ? $"\n\n{help}" : "");
    }

    private NoticeFormCard.Field Field(NoticeField field, NoticeDraft draft, bool isLate, IReadOnlyList<Problem> problems)
    {
        var fields = draft.Fields;
        var proposed = field.Id == FieldId.Url ? ProposedUrl(draft.Kind, fields) : null;
        var value = proposed ?? fields.GetValueOrDefault(field.Id, "");
        var kind = field.Type switch
        {
            FieldType.LongText => NoticeFormCard.InputKind.Lines,
            FieldType.Date => NoticeFormCard.InputKind.Day,
            _ => NoticeFormCard.InputKind.Line,
        };
        if (kind == NoticeFormCard.InputKind.Day && FieldValues.DateOf(value) is null)
            value = "";
        return new NoticeFormCard.Field(
            field.Id,
            field.Label,
            kind,
            NoticeRules.IsNeeded(field, fields, isLate),
            field.Longest,
            value,
            field.Example,
            Help(field, value, proposed),
            problems.FirstOrDefault(problem => problem.Field == field.Id && !problem.IsEmpty)?.Sentence,
            proposed is null && problems.Any(problem => problem.Field == field.Id && problem.IsEmpty)
        )
        {
            TakesStandard = NoticeRules.TakesStandard(field, fields),
        };
    }

    private static string Help(NoticeField field, string value, string? proposed) =>
        (field.Standard.Length > 0, proposed) switch
        {
            (true, _) when value.Length == 0 => $"{field.Help}空欄なら、標準の文「{field.Standard}」で届け出ます（実務の目安）。",
            (true, _) when value == field.Standard => $"{field.Help}標準の文です（実務の目安）。所属の実情に合わせて直せます。",
            (_, not null) => "アカウント名から考えたURLです。違うときは直してください。",
            _ => field.Help,
        };

    private IEnumerable<NoticeFormCard.Reason> Reasons(IEnumerable<NoticeField> fields) =>
        from field in fields
        where field.Clause is not null
        group field.Label by field.Clause!.Value into labels
        let clause = knowledge.Current.Find(labels.Key)
        where clause is not null
        select new NoticeFormCard.Reason(
            string.Join("、", labels),
            clause.Label,
            string.Join("\n", ClauseQuote.Paragraphs(knowledge.Current.GuidelineOf(labels.Key)!, clause))
        );
}

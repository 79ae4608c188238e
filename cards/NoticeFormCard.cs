using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>One part of a notice to fill in. Nothing is held back for an empty field: what is there is kept, and what is missing is said.</summary>
public static class NoticeFormCard
{
    public const string OpenVerb = "notice.form";
    public const string SaveVerb = "notice.form.save";
    public const string CancelVerb = "notice.form.cancel";
    public const string DropVerb = "notice.form.drop";

    /// <summary>The id of the input that chooses one of the register's accounts.</summary>
    public const string AccountInput = "registered";

    /// <summary>Before the field's id in the id of its input, apart from what else a press carries.</summary>
    public const string InputPrefix = "f_";

    public enum InputKind
    {
        Line,
        Lines,
        Day,
    }

    /// <summary>Where a press leads after the inputs are kept.</summary>
    public enum Target
    {
        Next,
        Back,
        Confirm,
        Later,
        Ask,

        /// <summary>The standard texts are taken over for all that is empty and has one; then to what is still missing, or the last look.</summary>
        Standard,
    }

    /// <param name="Draft">The draft's id.</param>
    /// <param name="Part">From 0.</param>
    /// <param name="Marked">With what is to be put right beside its field.</param>
    public sealed record Open(string Draft, int Part, bool Marked = false);

    /// <param name="Version">Of the draft as the form shows it: what was written since is not overwritten. 0 on older cards.</param>
    /// <param name="Account">The register's account that the form shows as chosen; another choice is the presser's.</param>
    /// <param name="Take">The register's account that is meant, whatever the form says.</param>
    public sealed record Save(string Draft, int Part, Target To, int Version = 0, string? Account = null, string? Take = null);

    public sealed record DraftRef(string Draft);

    /// <param name="Value">As an input takes it: a day in ISO 8601.</param>
    /// <param name="Error">What is to be put right.</param>
    /// <param name="IsMissing">Nothing is there that has to be, and the reader has been asked for it.</param>
    public sealed record Field(
        string Id,
        string Label,
        InputKind Kind,
        bool IsRequired,
        int Longest,
        string Value,
        string Example = "",
        string Help = "",
        string? Error = null,
        bool IsMissing = false
    )
    {
        /// <summary>It is empty, and a standard text can be taken over.</summary>
        public bool TakesStandard { get; init; }
    }

    /// <param name="Clause">「4③」</param>
    /// <param name="Text">The clause, word for word.</param>
    public sealed record Reason(string Labels, string Clause, string Text);

    /// <param name="Title">様式1　ソーシャルメディア利用開始届出書</param>
    /// <param name="Parts">Names of the parts; one where the form is not divided.</param>
    /// <param name="Notice">A sentence on top, such as what was taken over from the message.</param>
    public sealed record Model(
        string Draft,
        string Title,
        IReadOnlyList<string> Parts,
        int Part,
        IReadOnlyList<Field> Fields,
        IReadOnlyList<Reason> Reasons,
        string? Notice = null
    )
    {
        public int Version { get; init; }

        /// <summary>「必須9項目中6項目」</summary>
        public string Progress { get; init; } = "";

        /// <summary>The register's accounts that it may be about; empty where there is none to choose.</summary>
        public IReadOnlyList<Choice> Accounts { get; init; } = [];

        /// <summary>The one of them that the draft names.</summary>
        public string? Account { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Title}の入力",
            [
                Sheet.Title(model.Title),
                .. Place(model) is { Length: > 0 } place ? [Plain.Subtle(place)] : Array.Empty<AdaptiveElement>(),
                .. model.Notice is { } notice ? [Plain.Text(notice)] : Array.Empty<AdaptiveElement>(),
                .. Missing(model),
                .. model.Accounts.Count == 0 ? [] : Registered(model),
                .. model.Fields.SelectMany(Input),
                .. model.Reasons.Count == 0 ? [] : Why(model.Reasons),
                .. Press.Sets(Buttons(model)),
            ]
        );

    /// <summary>Asked before a draft is thrown away.</summary>
    public static AdaptiveCard RenderCancel(string draft, string title) =>
        Sheet.New(
            $"{title}の下書きを削除しますか？",
            [
                Sheet.Title("下書きを削除しますか？"),
                Plain.Text($"{title}の下書きを削除すると、入力した内容は元に戻せません。"),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Primary("続ける", OpenVerb, new Open(draft, 0)),
                        Press.Leave("削除する", DropVerb, new DraftRef(draft)),
                    ],
                },
            ]
        );

    /// <summary>In the form's place once it is put aside or thrown away.</summary>
    public static AdaptiveCard RenderClosed(string title, string sentence, string? draft) =>
        Sheet.New(
            sentence,
            [
                Sheet.Title(title),
                Sheet.Sentence(sentence),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        draft is null
                            ? Press.Button("届出・申請", NoticesCard.OpenVerb)
                            : Press.Primary("再開", OpenVerb, new Open(draft, 0)),
                    ],
                },
            ]
        );

    private static string Place(Model model) =>
        string.Join(
            "　",
            new[]
            {
                model.Parts.Count > 1 ? $"{model.Part + 1}/{model.Parts.Count}　{model.Parts[model.Part]}" : "",
                model.Progress.Length > 0 ? $"入力済み：{model.Progress}" : "",
            }.Where(part => part.Length > 0)
        );

    /// <summary>All that is missing in one sentence; each is marked where it is, too.</summary>
    private static IEnumerable<AdaptiveElement> Missing(Model model)
    {
        var missing = model.Fields.Where(field => field.IsMissing).ToList();
        return missing.Count == 0
            ? []
            : [Sheet.Error($"{string.Concat(missing.Select(field => $"「{field.Label}」"))}を入力してください。")];
    }

    private static IEnumerable<AdaptiveElement> Registered(Model model) =>
        [
            new AdaptiveChoiceSetInput
            {
                Id = AccountInput,
                Label = "台帳のアカウント（任意）",
                ErrorMessage = "アカウントを選んでください。",
                Style = AdaptiveChoiceInputStyle.Compact,
                Placeholder = "選んでください",
                Value = model.Account,
                Choices = [.. model.Accounts.Select(one => new AdaptiveChoice { Title = Plain.Cut(one.Title, 60), Value = one.Value })],
            },
            Plain.Subtle("選ぶと、種類、アカウント名、URL、所属、担当者が台帳のとおりになります。"),
        ];

    private static IEnumerable<AdaptiveElement> Input(Field field)
    {
        if (field.Error is { } wrong)
            yield return Sheet.Error(wrong);
        var label = (field.IsRequired, field.IsMissing) switch
        {
            (_, true) => $"● {field.Label}（必須・未入力）",
            (true, _) => $"{field.Label}（必須）",
            _ => field.Label,
        };
        var error = field.Kind == InputKind.Day ? "日付を選んでください。" : $"{field.Label}を{field.Longest}文字以内でお書きください。";
        yield return field.Kind == InputKind.Day
            ? new AdaptiveDateInput
            {
                Id = InputPrefix + field.Id,
                Label = label,
                ErrorMessage = error,
                Value = field.Value,
            }
            : new AdaptiveTextInput
            {
                Id = InputPrefix + field.Id,
                Label = label,
                ErrorMessage = error,
                IsMultiline = field.Kind == InputKind.Lines,
                // A value that is too long is still shown, with the sentence that says so.
                MaxLength = Math.Max(field.Longest, field.Value.Length),
                Placeholder = field.Example.Length == 0 ? null : $"例：{field.Example}",
                Value = field.Value,
            };
        if (field.Help.Length > 0)
            yield return Plain.Subtle(field.Help);
    }

    private static IEnumerable<AdaptiveElement> Why(IReadOnlyList<Reason> reasons) =>
        [
            new AdaptiveActionSet
            {
                Actions =
                [
                    new AdaptiveToggleVisibilityAction { Title = "なぜ必要？", TargetElements = [new AdaptiveTargetElement("why")] },
                ],
            },
            new AdaptiveContainer
            {
                Id = "why",
                IsVisible = false,
                Style = AdaptiveContainerStyle.Emphasis,
                Items =
                [
                    .. reasons.SelectMany(reason =>
                        new AdaptiveElement[] { Plain.Bold(reason.Labels), Plain.Subtle($"ガイドライン {reason.Clause}") }.Concat(
                            Plain.Lines(reason.Text)
                        )
                    ),
                ],
            },
        ];

    private static IEnumerable<AdaptiveAction> Buttons(Model model)
    {
        Save To(Target target) => new(model.Draft, model.Part, target, model.Version, model.Account);
        if (model.Part < model.Parts.Count - 1)
            yield return Press.Primary("次へ", SaveVerb, To(Target.Next));
        else
            yield return Press.Primary("内容を確認する", SaveVerb, To(Target.Confirm));
        if (model.Fields.Any(field => field.TakesStandard))
            yield return Press.Button("標準の文を使う", SaveVerb, To(Target.Standard));
        if (model.Part > 0)
            yield return Press.Button("戻る", SaveVerb, To(Target.Back));
        yield return Press.Button("一時保存", SaveVerb, To(Target.Later));
        yield return Press.Button("ひとつずつ答える", SaveVerb, To(Target.Ask));
        yield return Press.Leave("中止", CancelVerb, new DraftRef(model.Draft));
    }
}

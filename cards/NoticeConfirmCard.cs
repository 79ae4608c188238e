using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>The whole notice before it is submitted.</summary>
public static class NoticeConfirmCard
{
    public const string SubmitVerb = "notice.submit";

    public const string ChiefInput = "chief";
    public const string ChiefIdInput = "chiefId";
    public const int LongestName = 100;

    private const string StandardPart = "standard";

    /// <summary>Long values are cut here; the paper has them whole.</summary>
    public const int LongestValue = 300;

    /// <param name="Version">Of the draft as it was shown: what was changed elsewhere since then is not submitted unseen.</param>
    /// <param name="Chief">The chief's name and, where several are called so, id; from the inputs, where there are any.</param>
    public sealed record Submit(string Draft, int Version, string? Chief = null, string? ChiefId = null);

    /// <summary>The section's chief, who approves first.</summary>
    /// <param name="Choices">Who may be meant by the name; empty while that is no question.</param>
    public sealed record Chief(string Name, IReadOnlyList<Choice> Choices, string? Error = null);

    /// <param name="IsStandard">The city's standard text, as it is.</param>
    public sealed record Row(string Label, string Value, bool IsStandard = false);

    /// <param name="Addressee">An office's head, as papers call them</param>
    /// <param name="Problems">What has to be put right first; with any, there is no button to submit.</param>
    /// <param name="Remarks">What is worth knowing, such as 事後届出.</param>
    public sealed record Model(
        string Draft,
        int Version,
        string Title,
        string Addressee,
        IReadOnlyList<Row> Rows,
        IReadOnlyList<string> Problems,
        IReadOnlyList<string> Remarks
    )
    {
        /// <inheritdoc cref="NoticeFormCard.Model.Progress" />
        public string Progress { get; init; } = "";

        /// <summary>The part of the form that the first of the problems is in, from 0.</summary>
        public int FaultyPart { get; init; }

        /// <summary>The register's account that a mistyped name means, by its id; null where there is no such doubt.</summary>
        public string? Meant { get; init; }

        /// <summary>Null where nobody has to approve it.</summary>
        public Chief? Approver { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            model.Problems.Count == 0
                ? $"{model.Title}の内容をご確認ください。"
                : $"{model.Title}に、直すところが{model.Problems.Count}件あります。",
            [
                Sheet.Title(model.Title),
                Plain.Subtle($"あて先　{model.Addressee}{(model.Progress.Length > 0 ? $"　入力済み：{model.Progress}" : "")}"),
                .. model.Problems.Select(Sheet.Error),
                .. model.Approver?.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                .. model.Remarks.Select(Plain.Text),
                .. Rows(model.Rows.Where(row => !row.IsStandard)),
                .. Standard([.. model.Rows.Where(row => row.IsStandard)]),
                .. model.Approver is { } chief && model.Problems.Count == 0 ? Approver(chief) : [],
                .. Press.Sets([
                    .. model.Problems.Count == 0
                        ? [Press.Primary("提出する", SubmitVerb, new Submit(model.Draft, model.Version))]
                        : Array.Empty<AdaptiveAction>(),
                    .. model.Meant is { } account
                        ?
                        [
                            Press.Button(
                                "台帳の名前にする",
                                NoticeFormCard.SaveVerb,
                                new NoticeFormCard.Save(model.Draft, 0, NoticeFormCard.Target.Confirm, model.Version, Take: account)
                            ),
                        ]
                        : Array.Empty<AdaptiveAction>(),
                    Press.Button(
                        "直す",
                        NoticeFormCard.OpenVerb,
                        new NoticeFormCard.Open(model.Draft, model.FaultyPart, model.Problems.Count > 0)
                    ),
                    Press.Button(
                        "一時保存",
                        NoticeFormCard.SaveVerb,
                        new NoticeFormCard.Save(model.Draft, 0, NoticeFormCard.Target.Later, model.Version)
                    ),
                    Press.Leave("中止", NoticeFormCard.CancelVerb, new NoticeFormCard.DraftRef(model.Draft)),
                ]),
            ]
        );

    /// <summary>Long, and known to whoever has filed before: said in one sentence, and unfolded by whoever wants to read them.</summary>
    private static IEnumerable<AdaptiveElement> Standard(IReadOnlyList<Row> rows) =>
        rows.Count == 0
            ? []
            :
            [
                Plain.Text($"{string.Concat(rows.Select(row => $"「{row.Label}」"))}は、標準の文で届け出ます（実務の目安）。"),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        new AdaptiveToggleVisibilityAction
                        {
                            Title = $"標準の文を読む（{rows.Count}項目）",
                            TargetElements = [new AdaptiveTargetElement(StandardPart)],
                        },
                    ],
                },
                new AdaptiveContainer
                {
                    Id = StandardPart,
                    IsVisible = false,
                    Items = [.. Rows(rows)],
                },
            ];

    private static IEnumerable<AdaptiveElement> Approver(Chief chief)
    {
        yield return new AdaptiveTextInput
        {
            Id = ChiefInput,
            Label = "承認する所属長のお名前（必須）",
            ErrorMessage = $"所属長のお名前を{LongestName}文字以内でお書きください。",
            MaxLength = LongestName,
            Value = Plain.Cut(chief.Name, LongestName - 1),
        };
        if (chief.Choices.Count > 0)
            yield return new AdaptiveChoiceSetInput
            {
                Id = ChiefIdInput,
                Label = "どなたですか",
                ErrorMessage = "どなたかを選んでください。",
                Style = AdaptiveChoiceInputStyle.Compact,
                Choices = [.. chief.Choices.Select(one => new AdaptiveChoice { Title = Plain.Cut(one.Title, 60), Value = one.Value })],
            };
    }

    /// <summary>Label above value: beside each other they break badly on a phone.</summary>
    public static IEnumerable<AdaptiveElement> Rows(IEnumerable<Row> rows, int longest = LongestValue) =>
        rows.Select(row => new AdaptiveContainer
        {
            Spacing = AdaptiveSpacing.Default,
            Items = [Plain.Subtle(row.Label), .. Plain.Lines(Plain.Cut(row.Value, longest))],
        });
}

using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Notices that were submitted together (異動): all on one card, decided together.</summary>
public static class NoticeBatchCard
{
    public const string AskVerb = "notices.ask";
    public const string DecideVerb = "notices.decide";
    public const string OpenVerb = "notices.show";

    public const string ReasonInput = "reason";
    public const int LongestReason = 500;

    /// <summary>The others are in the list of notices.</summary>
    private const int MostRows = 60,
        RowsAtOnce = 6;

    public sealed record BatchRef(Guid Batch);

    /// <param name="Step">As in <see cref="NoticeCard.Decide"/>.</param>
    public sealed record Decide(Guid Batch, string Step, string? Reason = null);

    /// <param name="Text">「令和8年度 変更 第1号　X みほん花だより　岡本健 → 藤原みのり」</param>
    /// <param name="Status">「提出済」</param>
    public sealed record Row(string Text, string Status);

    /// <param name="Title">「受理する」</param>
    public sealed record Move(string Name, string Title, bool IsPrimary);

    /// <param name="Facts">「届出者」, 「変更日」, 「変更後の担当者」.</param>
    public sealed record Model(
        Guid Batch,
        string Submitter,
        IReadOnlyList<(string Label, string Value)> Facts,
        IReadOnlyList<Row> Rows,
        IReadOnlyList<Move> Steps
    )
    {
        public string? Told { get; init; }

        /// <summary>The reader's own, who finds them in another list than those who decide.</summary>
        public bool IsOwn { get; init; }

        /// <summary>「受理 38件、差戻し 2件」</summary>
        public string State => string.Join("、", Rows.GroupBy(row => row.Status).Select(group => $"{group.Key} {group.Count()}件"));
    }

    /// <param name="Remarks">What the register says against them.</param>
    public sealed record AskModel(Guid Batch, string Step, string Question, string Button, IReadOnlyList<string> Remarks)
    {
        /// <summary>The label of the reason that is needed; null where none is.</summary>
        public string? Reason { get; init; }

        public string? Error { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            PlainText(model),
            [
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title($"異動の届出（変更届　{model.Rows.Count}件）"),
                Plain.Named("状態", model.State),
                .. Sheet.Columns(model.Facts),
                .. Sheet.Folded(
                    [.. model.Rows.Take(MostRows).Select(row => Plain.Named(row.Status, Plain.Cut(row.Text, 70)))],
                    RowsAtOnce,
                    "notices",
                    more => $"ほか{more}件を表示"
                ),
                .. Press.Sets(Buttons(model)),
            ]
        );

    public static string PlainText(Model model) => $"異動の届出（変更届　{model.Rows.Count}件、{model.Submitter}）：{model.State}";

    public static AdaptiveCard RenderAsk(AskModel model) =>
        Sheet.New(
            model.Question,
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title(model.Question),
                .. model.Remarks.Take(8).Select(remark => Plain.Text(Plain.Cut(remark, 200))),
                .. model.Reason is { } label
                    ?
                    [
                        new AdaptiveTextInput
                        {
                            Id = ReasonInput,
                            Label = label,
                            ErrorMessage = $"{label}を{LongestReason}文字以内でお書きください。",
                            IsMultiline = true,
                            IsRequired = true,
                            MaxLength = LongestReason,
                        },
                    ]
                    : Array.Empty<AdaptiveElement>(),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Primary(model.Button, DecideVerb, new { model.Batch, model.Step }),
                        Press.Leave("やめる", OpenVerb, new BatchRef(model.Batch)),
                    ],
                },
            ]
        );

    private static IEnumerable<AdaptiveAction> Buttons(Model model) =>
        [
            .. model.Steps.Select(step =>
                step.IsPrimary
                    ? Press.Primary(step.Title, AskVerb, new Decide(model.Batch, step.Name))
                    : Press.Leave(step.Title, AskVerb, new Decide(model.Batch, step.Name))
            ),
            Press.Leave(
                model.IsOwn ? "届出状況" : "届出一覧",
                NoticeListCard.OpenVerb,
                new NoticeListCard.Page(model.IsOwn ? NoticeListCard.Mine : NoticeListCard.Everybodys, NoticeListCard.All, 0)
            ),
        ];
}

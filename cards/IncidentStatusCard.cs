using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Where things stand: asked for at intervals, written by whoever knows, or put off.</summary>
public static class IncidentStatusCard
{
    public const string FormVerb = "incident.status";
    public const string ReportVerb = "incident.report";
    public const string SnoozeVerb = "incident.snooze";

    public const string TextInput = "text";
    public const int LongestText = 1000;

    public static readonly IReadOnlyList<int> Snoozes = [10, 30, 60];

    /// <param name="Calm">True: what goes on has calmed down.</param>
    public sealed record Report(string Incident, string? Text = null, bool? Calm = null);

    /// <param name="Minutes">One of <see cref="Snoozes"/>.</param>
    public sealed record Snooze(string Incident, int Minutes);

    /// <param name="Lead">Why it is asked: 「30分ごとの状況報告の時間です。」</param>
    /// <param name="Late">Steps that are due or late, as 「所属長に知らせる（12分遅れ）」.</param>
    public sealed record Model(
        string Incident,
        string Title,
        string Lead,
        IReadOnlyList<string> Late,
        string Text = "",
        string? Error = null,
        bool CanSnooze = true
    )
    {
        /// <summary>Nobody has said yet that it has calmed down.</summary>
        public bool AsksForCalm { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Title}　{model.Lead}",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("状況報告"),
                Plain.Subtle(model.Title),
                Plain.Bold(model.Lead),
                .. model.Late.Select(step => Plain.Text($"・{step}")),
                new AdaptiveTextInput
                {
                    Id = TextInput,
                    Label = "今の状況",
                    ErrorMessage = $"今の状況を{LongestText}文字以内でお書きください。",
                    IsMultiline = true,
                    MaxLength = LongestText,
                    Placeholder = "例：批判は10分に3件ほど。事実を確認中。",
                    Value = Plain.Cut(model.Text, LongestText - 1),
                },
                .. Press.Sets([
                    Press.Primary("報告する", ReportVerb, new Report(model.Incident)),
                    .. model.AsksForCalm
                        ? [Press.Button("落ち着いた", ReportVerb, new Report(model.Incident, Calm: true))]
                        : Array.Empty<AdaptiveAction>(),
                    .. model.CanSnooze
                        ? Snoozes.Select(minutes => Press.Leave($"{minutes}分後", SnoozeVerb, new Snooze(model.Incident, minutes)))
                        : [],
                    Press.Leave("一覧を開く", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident)),
                ]),
            ]
        );

    /// <param name="Lines">What is due now: 「投稿と反応を記録する（12分過ぎ、担当なし）」.</param>
    /// <param name="AsksForStatus">Whether a report is due.</param>
    /// <param name="Next">「次は23:30に「…」です。」, where nothing is due.</param>
    public sealed record Part(string Incident, string Heading, IReadOnlyList<string> Lines, bool AsksForStatus, string Next);

    /// <param name="Parts">One for each running checklist of the chat.</param>
    /// <param name="IsOver">A newer message has taken this one's place.</param>
    public sealed record Reminder(IReadOnlyList<Part> Parts, bool IsOver);

    public static string Summary(Reminder model) =>
        model.IsOver ? "新しいお知らせがあります。"
        : model.Parts.Sum(part => part.Lines.Count) is > 0 and var count ? $"期限のお知らせ（{count}件）"
        : "いま期限のものはありません。";

    /// <summary>All that is due in a chat, in one message that is drawn again.</summary>
    public static AdaptiveCard RenderReminder(Reminder model) =>
        Sheet.New(
            Summary(model),
            model.IsOver
                ? [Plain.Subtle("新しいお知らせを下に出しました。")]
                :
                [
                    Sheet.Title(Summary(model)),
                    .. model
                        .Parts.OrderBy(part => part.Lines.Count == 0)
                        .Take(MostParts)
                        .SelectMany(part =>
                            new AdaptiveElement[] { Plain.Bold(part.Heading) }
                                .Concat(part.Lines.Select(line => Plain.Text($"・{line}")))
                                .Concat(part.Next.Length > 0 ? [Plain.Subtle(part.Next)] : [])
                                .Concat(
                                    Press.Sets([
                                        Press.Among(
                                            part.Heading,
                                            Press.Button("一覧を開く", IncidentCard.OpenVerb, new IncidentCard.Ref(part.Incident))
                                        ),
                                        .. part.AsksForStatus
                                            ? [Press.Button("状況を報告", FormVerb, new IncidentCard.Ref(part.Incident))]
                                            : Array.Empty<AdaptiveAction>(),
                                    ])
                                )
                        ),
                ]
        );

    private const int MostParts = 6;
}

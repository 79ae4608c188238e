using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>経過: everything that happened in an incident, newest first; entries are added and corrected, never changed.</summary>
public static class IncidentTimelineCard
{
    public const string OpenVerb = "incident.timeline";
    public const string WriteVerb = "incident.write";

    public const string TextInput = "text";
    public const string CorrectsInput = "corrects";
    public const string AtInput = "at";

    /// <summary>Takes back an entry; it stays, with the word that it was taken back.</summary>
    public const string RetractVerb = "incident.retract";
    public const int LongestText = 1000;
    public const int PageLength = 8;

    /// <param name="Number">From 0.</param>
    public sealed record Page(string Incident, int Number);

    /// <param name="Corrects">The number of the entry that is put right; empty for a new one.</param>
    /// <param name="At">When it happened, in words: 「9:15」, 「昨日20時」; empty for now.</param>
    public sealed record Write(string Incident, string? Text = null, string? Corrects = null, string? At = null);

    /// <param name="Entry">Its number; not called that of a page.</param>
    public sealed record Retract(string Incident, int Entry);

    /// <param name="At">When it happened.</param>
    /// <param name="WrittenAt">When it was written down.</param>
    public sealed record Entry(int Number, DateTimeOffset At, DateTimeOffset WrittenAt, string Who, string What, string Note, int? Corrects)
    {
        public string Link { get; init; } = "";

        /// <summary>Where a small picture of what was sent can be fetched for a while; null for none.</summary>
        public string? Picture { get; init; }
    }

    public sealed record Model(
        string Incident,
        string Title,
        IReadOnlyList<Entry> Entries,
        int Number,
        int Total,
        string Text = "",
        string? Error = null,
        string? Told = null
    )
    {
        public string At { get; init; } = "";

        public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Title}　経過（{model.Total}件）",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("経過"),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Plain.Subtle(
                    $"{model.Title}　{model.Total}件{(model.Pages > 1 ? $"（{model.Number + 1}/{model.Pages}ページ）" : "")}　新しい順"
                ),
                .. model.Entries.Select(Item),
                new AdaptiveTextInput
                {
                    Id = TextInput,
                    Label = "書き足す",
                    ErrorMessage = $"{LongestText}文字以内でお書きください。",
                    IsMultiline = true,
                    MaxLength = LongestText,
                    Value = Plain.Cut(model.Text, LongestText - 1),
                },
                new AdaptiveTextInput
                {
                    Id = AtInput,
                    Label = "いつ（今でなければ）",
                    ErrorMessage = "「9:15」「昨日20時」のようにお書きください。",
                    MaxLength = IncidentStepCard.LongestAt,
                    Placeholder = "例：9:15、昨日20時",
                    Value = Plain.Cut(model.At, IncidentStepCard.LongestAt - 1),
                },
                new AdaptiveChoiceSetInput
                {
                    Id = CorrectsInput,
                    Label = "訂正するとき：どの記録の訂正か",
                    ErrorMessage = "記録を選んでください。",
                    Style = AdaptiveChoiceInputStyle.Compact,
                    Wrap = true,
                    Value = "0",
                    Choices =
                    [
                        new AdaptiveChoice { Title = "訂正ではない", Value = "0" },
                        .. model.Entries.Select(entry => new AdaptiveChoice
                        {
                            Title = Plain.Cut($"{entry.Number}　{entry.What}", 60),
                            Value = $"{entry.Number}",
                        }),
                    ],
                },
                .. Press.Sets(Buttons(model)),
            ]
        );

    private static AdaptiveContainer Item(Entry entry) =>
        new()
        {
            Separator = true,
            Items =
            [
                Plain.Named($"{entry.Number}", entry.What),
                .. entry.Corrects is { } corrected
                    ? [Plain.Subtle($"{corrected}の訂正（元の記録は残しています）")]
                    : Array.Empty<AdaptiveElement>(),
                .. Plain.Lines(Plain.Cut(entry.Note, 300)),
                .. entry.Picture is { } picture
                    ? [new AdaptiveImage(picture) { Size = AdaptiveImageSize.Medium, AltText = entry.What }]
                    : Array.Empty<AdaptiveElement>(),
                .. entry.Link.Length > 0 ? [Plain.Subtle(Plain.Cut(entry.Link, 200))] : Array.Empty<AdaptiveElement>(),
                Plain.Subtle($"{Wareki.Minute(entry.At)}　{entry.Who}{Late(entry)}"),
            ],
        };

    /// <summary>Where it was written down later than a few minutes after it happened.</summary>
    private static string Late(Entry entry) =>
        entry.WrittenAt - entry.At < TimeSpan.FromMinutes(2) ? ""
        : entry.WrittenAt.Date == entry.At.Date ? $"（{entry.WrittenAt:HH:mm}に記録）"
        : $"（{entry.WrittenAt.Month}月{entry.WrittenAt.Day}日 {entry.WrittenAt:HH:mm}に記録）";

    private static IEnumerable<AdaptiveAction> Buttons(Model model)
    {
        yield return Press.Primary("記録する", WriteVerb, new Write(model.Incident));
        if (model.Number > 0)
            yield return Press.Leave($"新しい記録（{model.Number}/{model.Pages}）", OpenVerb, new Page(model.Incident, model.Number - 1));
        if (model.Number < model.Pages - 1)
            yield return Press.Leave($"古い記録（{model.Number + 2}/{model.Pages}）", OpenVerb, new Page(model.Incident, model.Number + 1));
        yield return Press.Leave("一覧へ戻る", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident));
    }
}

using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>For administrators: what could not be sent yet, and what was given up.</summary>
public static class DeliveriesCard
{
    public const string OpenVerb = "deliveries.page";
    public const string ResendVerb = "deliveries.resend";

    public const int PageLength = 6;

    /// <param name="Number">From 0.</param>
    public sealed record Page(int Number);

    /// <param name="Message">Its id; null for all that were given up.</param>
    public sealed record Resend(string? Message = null);

    public sealed record Row(string Message, string Recipient, string About, bool IsDead, int Attempts, string? Error, DateTimeOffset At);

    public sealed record Model(IReadOnlyList<Row> Rows, int Page, int Total, int Dead)
    {
        public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"送信できていないものは{model.Total}件です。",
            [
                Sheet.Title("配信状況"),
                Sheet.Sentence(
                    model.Total == 0
                        ? "送信を待っているものはありません。"
                        : $"送信できていないものが{model.Total}件あります。うち{model.Dead}件は自動では送りません。{(model.Pages > 1 ? $"（{model.Page + 1}/{model.Pages}ページ）" : "")}"
                ),
                .. model.Rows.Take(PageLength).Select(Item),
                .. Press.Sets(Buttons(model)),
            ]
        );

    private static AdaptiveContainer Item(Row row) =>
        new()
        {
            Separator = true,
            Items =
            [
                Plain.Named(row.IsDead ? "停止" : "送信待ち", row.About),
                Plain.Text(Plain.Cut(row.Recipient, 100)),
                Plain.Subtle($"{Wareki.Minute(row.At)}　{row.Attempts}回試行"),
                .. row.Error is { Length: > 0 } error ? [Plain.Text(Plain.Cut(error, 300))] : Array.Empty<AdaptiveElement>(),
                new AdaptiveActionSet
                {
                    Actions = [Press.Among($"{row.About} {row.Recipient}", Press.Button("再送", ResendVerb, new Resend(row.Message)))],
                },
            ],
        };

    private static IEnumerable<AdaptiveAction> Buttons(Model model) =>
        [
            .. model.Dead > 1 ? [Press.Button("停止中をすべて再送", ResendVerb, new Resend())] : Array.Empty<AdaptiveAction>(),
            .. Press.Turns(model.Page, model.Pages, (title, number) => Press.Button(title, OpenVerb, new Page(number))),
        ];
}

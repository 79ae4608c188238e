using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>「自分の質問」: what one has put to the office, and what became of it.</summary>
public static class OwnTicketsCard
{
    public const string OpenVerb = "tickets.own";
    public const string ShowVerb = "tickets.own.show";

    public const int PageLength = 5;

    private const int LongestQuestion = 60;

    /// <param name="Number">From 0.</param>
    public sealed record Page(int Number);

    /// <param name="At">In the offset it is to be shown in.</param>
    /// <param name="Status">「未対応（12月2日までに回答の見込み）」</param>
    public sealed record Row(string Ticket, string Number, DateTimeOffset At, string Status, string Question);

    /// <param name="Office">Who answers.</param>
    /// <param name="Page">From 0.</param>
    public sealed record Model(string Office, IReadOnlyList<Row> Rows, int Page, int Total)
    {
        public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            Summary(model),
            [
                Sheet.Title("自分の質問"),
                Sheet.Sentence(
                    model.Total == 0
                        ? $"送った質問はありません。「{model.Office}に聞いて」と書くと送れます。"
                        : $"{model.Total}件{(model.Pages > 1 ? $"（{model.Page + 1}/{model.Pages}ページ）" : "")}"
                ),
                .. model.Rows.Take(PageLength).Select(Item),
                .. Press.Sets(Press.Turns(model.Page, model.Pages, (title, number) => Press.Button(title, OpenVerb, new Page(number)))),
            ]
        );

    /// <summary>The same in plain text.</summary>
    public static string Summary(Model model) => $"自分の質問は{model.Total}件です。";

    private static AdaptiveContainer Item(Row row) =>
        new()
        {
            Separator = true,
            SelectAction = Press.Button($"{row.Number} を開く", ShowVerb, new TicketCard.Ref(row.Ticket)),
            Items =
            [
                Plain.Block(ClauseLink.Linked(row.Number), new AdaptiveTextRun($"　{row.Status}")),
                Plain.Text(Plain.Cut(row.Question.ReplaceLineEndings(" "), LongestQuestion)),
                Plain.Subtle($"{Wareki.Minute(row.At)} 受付"),
            ],
        };
}

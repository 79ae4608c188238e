using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>For the office: the questions from staff that wait for an answer.</summary>
public static class OpenTicketsCard
{
    public const string PageVerb = "tickets.page";

    /// <summary>As many as stay under 28 KB when every question and note is as long as it may be.</summary>
    public const int PageLength = 4;

    /// <param name="Number">From 0.</param>
    public sealed record Page(int Number);

    /// <param name="At">In the offset it is to be shown in.</param>
    public sealed record Ticket(string Number, DateTimeOffset At, string Asker, string Question, string? Note = null, string Id = "");

    /// <param name="Tickets">Those of this page, oldest first.</param>
    /// <param name="Page">From 0.</param>
    /// <param name="Total">How many are open in all.</param>
    public sealed record Model(IReadOnlyList<Ticket> Tickets, int Page, int Total)
    {
        public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"未回答の質問は{model.Total}件です。",
            [
                Sheet.Title("職員からの質問"),
                Sheet.Sentence(
                    model.Total == 0
                        ? "未回答の質問はありません。"
                        : $"未回答の質問は{model.Total}件です。{(model.Pages > 1 ? $"（{model.Page + 1}/{model.Pages}ページ）" : "")}"
                ),
                .. model.Tickets.Take(PageLength).Select(Item),
                .. Press.Sets(Turns(model)),
            ]
        );

    private static AdaptiveContainer Item(Ticket ticket) =>
        new()
        {
            Separator = true,
            Spacing = AdaptiveSpacing.Medium,
            Items =
            [
                Plain.Named(ticket.Number, ticket.Asker),
                Plain.Subtle($"{Wareki.Minute(ticket.At)} 受付"),
                .. Plain.Lines(Plain.Cut(ticket.Question, EscalateCard.LongestQuestion)),
                .. string.IsNullOrWhiteSpace(ticket.Note)
                    ? Array.Empty<AdaptiveElement>()
                    : [Plain.Bold("補足"), .. Plain.Lines(Plain.Cut(ticket.Note, EscalateCard.LongestNote))],
                new AdaptiveActionSet
                {
                    Actions = [Press.Among(ticket.Number, Press.Button("開く", TicketCard.OpenVerb, new TicketCard.Ref(ticket.Id)))],
                },
            ],
        };

    private static IEnumerable<AdaptiveAction> Turns(Model model) =>
        Press.Turns(model.Page, model.Pages, (title, number) => Press.Button(title, PageVerb, new Page(number)));
}

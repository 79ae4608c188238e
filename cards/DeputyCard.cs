using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>代理: who decides in one's place and for whom one decides, and the form that appoints somebody.</summary>
public static class DeputyCard
{
    public const string OpenVerb = "deputy.open";
    public const string AppointVerb = "deputy.appoint";
    public const string EndVerb = "deputy.end";

    public const string NameInput = "name";
    public const string ToInput = "to";
    public const string FromInput = "from";
    public const string UntilInput = "until";
    public const int LongestName = 100;

    /// <param name="Name">As somebody typed it; from the inputs, like the others. A client may leave out empty ones.</param>
    /// <param name="To">The id of the one who was chosen where several are called so.</param>
    /// <param name="From">In ISO 8601.</param>
    public sealed record Appoint(string? Name = null, string? To = null, string? From = null, string? Until = null);

    public sealed record Ending(string Deputy);

    /// <param name="IsMine">Appointed by the reader, who can end it.</param>
    public sealed record Row(string Deputy, bool IsMine, string Person, DateOnly From, DateOnly Until);

    /// <param name="Choices">Who may be meant by the name; empty while that is no question.</param>
    public sealed record Model(IReadOnlyList<Row> Rows, string Name, string From, string Until, IReadOnlyList<Choice> Choices)
    {
        public string? Told { get; init; }

        public string? Error { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            model.Told ?? "代理を決めます。",
            [
                Sheet.Title("代理"),
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                .. model.Rows.SelectMany(Item),
                Sheet.Sentence(
                    "届出の承認や受理・差戻しを、決めた期間だけ、ほかの方に任せます。ご自分の届出は、代理の方でも決められません。"
                ),
                new AdaptiveTextInput
                {
                    Id = NameInput,
                    Label = "代理の方のお名前",
                    ErrorMessage = $"代理の方のお名前を{LongestName}文字以内でお書きください。",
                    MaxLength = LongestName,
                    Value = Plain.Cut(model.Name, LongestName - 1),
                },
                .. model.Choices.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    : [Inputs.Choose(ToInput, "どなたですか", model.Choices, error: "どなたかを選んでください。")],
                Inputs.Day(FromInput, "始まる日", model.From),
                Inputs.Day(UntilInput, "終わる日", model.Until),
                new AdaptiveActionSet { Actions = [Press.Primary("代理を決める", AppointVerb)] },
            ]
        );

    /// <summary>Told to whom was appointed.</summary>
    public static AdaptiveCard RenderAppointed(string principal, DateOnly from, DateOnly until) =>
        Sheet.New(
            Sentence(principal, from, until),
            [
                Sheet.Title("代理のお願い"),
                Plain.Text(Sentence(principal, from, until)),
                Sheet.Sentence("その間、届出の承認や受理・差戻しをお願いします。承認を待つ届出があれば、このチャットに届きます。"),
            ]
        );

    private static string Sentence(string principal, DateOnly from, DateOnly until) =>
        $"{principal}さんの代理です（{Wareki.Day(from)}から{Wareki.Day(until)}まで）。";

    private static IEnumerable<AdaptiveElement> Item(Row row) =>
        [
            Plain.Named(row.IsMine ? "代理の方" : "あなたが代理をする方", row.Person),
            Plain.Subtle($"{Wareki.Day(row.From)}から{Wareki.Day(row.Until)}まで"),
            .. row.IsMine
                ? [new AdaptiveActionSet { Actions = [Press.Leave("代理をやめる", EndVerb, new Ending(row.Deputy))] }]
                : Array.Empty<AdaptiveElement>(),
        ];
}

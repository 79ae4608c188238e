using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>A question to 広報広聴課 with what became of it: for those who answer, and for the one who asked.</summary>
public static class TicketCard
{
    public const string OpenVerb = "ticket.open";
    public const string TakeVerb = "ticket.take";
    public const string FormVerb = "ticket.form";
    public const string AnswerVerb = "ticket.answer";
    public const string FollowVerb = "ticket.follow";
    public const string CloseVerb = "ticket.close";

    public const string TextInput = "text";
    public const int LongestText = 2000;

    private const int EntriesShown = 4;

    public sealed record Ref(string Ticket);

    /// <param name="Text">From the input; a client may leave out an empty one.</param>
    public sealed record Write(string Ticket, string? Text = null);

    public sealed record Entry(DateTimeOffset At, string Who, string What, string Text);

    /// <param name="Number">Q-1A2B3C4D</param>
    /// <param name="Status">未対応, 対応中, 回答済, 終了.</param>
    /// <param name="Told">What a press brought about.</param>
    public sealed record Model(
        string Ticket, string Number, string Status, string Asker, string? Assignee, string Question, string? Note, IReadOnlyList<Entry> Events,
        bool CanTake, bool CanAnswer, bool CanFollow, bool CanClose, string? Told = null, string Text = "", string? Error = null);

    /// <summary>For 広報広聴課.</summary>
    public static AdaptiveCard Render(Model model) => Sheet.New($"{model.Number}（{model.Status}）　{Plain.Cut(model.Question, 60)}",
    [
        .. Head(model),
        .. Press.Sets(
        [
            .. model.CanAnswer ? [Press.Primary("回答を書く", FormVerb, new Ref(model.Ticket))] : Array.Empty<AdaptiveAction>(),
            .. model.CanTake ? [Press.Button("担当する", TakeVerb, new Ref(model.Ticket))] : Array.Empty<AdaptiveAction>(),
            .. model.CanClose ? [Press.Button("終了する", CloseVerb, new Ref(model.Ticket))] : Array.Empty<AdaptiveAction>(),
        ]),
    ]);

    /// <summary>Writes the answer.</summary>
    public static AdaptiveCard RenderForm(Model model) => Sheet.New($"{model.Number}に回答します。",
    [
        .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
        Sheet.Title("回答を書く"),
        Plain.Named(model.Number, $"{model.Asker}さん"),
        .. Plain.Lines(Plain.Cut(model.Question, 1000)),
        Text("回答", model.Text),
        new AdaptiveActionSet { Actions = [Press.Primary("回答を送る", AnswerVerb, new Write(model.Ticket)), Press.Leave("やめる", OpenVerb, new Ref(model.Ticket))] },
    ]);

    /// <summary>For the one who asked: the answer is 広報広聴課's word, not the guideline's.</summary>
    public static AdaptiveCard RenderForAsker(Model model) => Sheet.New($"{model.Number}（{model.Status}）　広報広聴課の回答",
    [
        .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
        .. Head(model),
        .. model.CanFollow ? [Text("追加の質問", model.Text)] : Array.Empty<AdaptiveElement>(),
        .. Press.Sets(
        [
            .. model.CanClose ? [Press.Leave("解決した", CloseVerb, new Ref(model.Ticket))] : Array.Empty<AdaptiveAction>(),
            .. model.CanFollow ? [Press.Button("追加で質問する", FollowVerb, new Write(model.Ticket))] : Array.Empty<AdaptiveAction>(),
        ]),
    ]);

    private static IEnumerable<AdaptiveElement> Head(Model model) =>
    [
        Sheet.Title($"質問　{model.Number}"),
        .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
        Plain.Named("状態", model.Assignee is { } who ? $"{model.Status}（{who}さん）" : model.Status),
        Plain.Named("質問された方", model.Asker),
        .. Plain.Lines(Plain.Cut(model.Question, 1000)),
        .. string.IsNullOrWhiteSpace(model.Note) ? Array.Empty<AdaptiveElement>() : [Plain.Bold("補足"), .. Plain.Lines(Plain.Cut(model.Note, 500))],
        .. model.Events.TakeLast(EntriesShown).SelectMany(happened => new AdaptiveElement[] { Plain.Named(happened.What, $"{happened.Who}　{Wareki.Minute(happened.At)}") }.Concat(Plain.Lines(Plain.Cut(happened.Text, 800)))),
    ];

    private static AdaptiveTextInput Text(string label, string value) => new()
    {
        Id = TextInput,
        Label = label,
        ErrorMessage = $"{label}を{LongestText}文字以内でお書きください。",
        IsMultiline = true,
        MaxLength = LongestText,
        Value = Plain.Cut(value, LongestText - 1),
    };
}

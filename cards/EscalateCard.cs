using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Puts a question to the office, and afterwards says under which number it was received.</summary>
public static class EscalateCard
{
    public const string SendVerb = "ask.escalate.send";
    public const string CancelVerb = "ask.escalate.cancel";

    public const string QuestionInput = "question";
    public const string NoteInput = "note";
    public const int LongestQuestion = 1000;
    public const int LongestNote = 500;

    /// <summary>Both come from the inputs; a client may leave out an empty one.</summary>
    public sealed record Send(string? Question = null, string? Note = null);

    /// <param name="Of">The question that led to the form: its answer comes back when the form is left.</param>
    public sealed record Leave(string? Of = null);

    /// <param name="Office">Who answers.</param>
    /// <param name="Error">What has to be put right; what was entered stays.</param>
    public sealed record Model(string Office, string Question, string Note = "", string? Error = null);

    /// <param name="At">In the offset it is to be shown in.</param>
    /// <param name="Expected">「令和8年12月3日までに回答の見込み」; empty where nothing is promised.</param>
    /// <param name="IsTold">The office has a chat or an address that it is told in.</param>
    public sealed record Receipt(
        string Office,
        string Number,
        string Question,
        string? Note,
        DateTimeOffset At,
        string Expected = "",
        bool IsTold = true
    );

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Office}に質問を送ります。",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title($"{model.Office}に質問する"),
                Sheet.Sentence($"お名前とともに{model.Office}へ送ります。個人情報は書かないでください。"),
                new AdaptiveTextInput
                {
                    Id = QuestionInput,
                    Label = "質問",
                    ErrorMessage = $"質問を{LongestQuestion}文字以内でお書きください。",
                    IsRequired = true,
                    IsMultiline = true,
                    MaxLength = LongestQuestion,
                    Value = Fit(model.Question, LongestQuestion),
                },
                new AdaptiveTextInput
                {
                    Id = NoteInput,
                    Label = "補足（任意）",
                    ErrorMessage = $"補足は{LongestNote}文字以内でお書きください。",
                    Placeholder = "使っているサービス、期限、これまでの経緯など",
                    IsMultiline = true,
                    MaxLength = LongestNote,
                    Value = Fit(model.Note, LongestNote),
                },
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Primary("送信", SendVerb),
                        Press.Leave("やめる", CancelVerb, new Leave(Fit(model.Question, LongestQuestion))),
                    ],
                },
            ]
        );

    public static AdaptiveCard RenderSent(Receipt receipt) =>
        Sheet.New(
            receipt.IsTold
                ? $"{receipt.Office}に質問を送りました。受付番号は{receipt.Number}です。"
                : $"質問を受け付けましたが、{receipt.Office}には自動では届きません。受付番号は{receipt.Number}です。",
            [
                Sheet.Title(receipt.IsTold ? $"{receipt.Office}に質問を送りました" : "質問を受け付けました"),
                Sheet.Sentence(
                    receipt.IsTold
                        ? $"{receipt.Office}からの連絡をお待ちください。「自分の質問」で、いつでもご覧いただけます。"
                        : $"届け先の設定がまだないため、{receipt.Office}には自動では届きません。お急ぎのときは、受付番号を添えて直接お尋ねください。"
                ),
                .. receipt.Expected.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Named("回答", receipt.Expected)],
                Plain.Named("受付番号", receipt.Number),
                Plain.Named("受付日時", Wareki.Minute(receipt.At)),
                Sheet.Heading("質問"),
                .. Plain.Lines(receipt.Question),
                .. string.IsNullOrWhiteSpace(receipt.Note)
                    ? Array.Empty<AdaptiveElement>()
                    : [Sheet.Heading("補足"), .. Plain.Lines(receipt.Note)],
            ]
        );

    /// <summary>A value longer than its input allows could not be sent at all.</summary>
    private static string Fit(string text, int length) => text.Length <= length ? text : Plain.Cut(text, length - 1);
}

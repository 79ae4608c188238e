using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Reminds of something that is to be done about an account, and takes note that it was.</summary>
public static class DutyCard
{
    public const string DoneVerb = "duty.done";

    public sealed record Done(Guid Duty);

    public enum Kind
    {
        Password,
        EndUnblocking,
        TakeOffList,
    }

    /// <param name="Label">「4⑤」</param>
    /// <param name="Paragraphs">Word for word.</param>
    /// <param name="Source">「○○市…ガイドライン（令和5年4月改訂）」</param>
    public sealed record Clause(string Label, IReadOnlyList<string> Paragraphs, string Source);

    /// <param name="Quote">Null where the guideline in force has no such clause.</param>
    public sealed record Model(Guid Id, Kind Kind, string Service, string AccountName, string Section, string Url, Clause? Quote)
    {
        /// <summary>Since when it is due.</summary>
        public DateOnly? DueOn { get; init; }

        /// <summary>Non-null once it is done: the button is gone.</summary>
        public DateOnly? DoneOn { get; init; }

        /// <summary>What the website's list is called.</summary>
        public string ListName { get; init; } = "";

        /// <summary>What a press brought about, such as that it had been done before.</summary>
        public string? Told { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            PlainText(model),
            [
                Sheet.Title(Title(model.Kind)),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                .. model.DoneOn is null ? [Sheet.Sentence(Ask(model))] : Array.Empty<AdaptiveElement>(),
                Plain.Named(Plain.Cut(model.Service, 60), Plain.Cut(model.AccountName, 100)),
                Plain.Named("所属", Plain.Cut(model.Section, 100)),
                .. model.Url.Length > 0 ? [Plain.Named("URL", Plain.Cut(model.Url, 500))] : Array.Empty<AdaptiveElement>(),
                .. Quote(model.Quote),
                .. Notes(model),
                .. Press.Sets(Buttons(model)),
            ]
        );

    public static string PlainText(Model model) =>
        model.DoneOn is null
            ? $"{Title(model.Kind)}: {Plain.Cut(model.Service, 60)} {Plain.Cut(model.AccountName, 100)}。{Ask(model)}"
            : $"{Title(model.Kind)}: {Plain.Cut(model.Service, 60)} {Plain.Cut(model.AccountName, 100)}。{model.Told}";

    public static string DoneTitle(Kind kind) =>
        kind switch
        {
            Kind.Password => "変更しました",
            Kind.EndUnblocking => "届け出ました",
            _ => "一覧から外しました",
        };

    private static string Title(Kind kind) =>
        kind switch
        {
            Kind.Password => "パスワード変更のお知らせ",
            Kind.EndUnblocking => "閲覧解除廃止届のお知らせ",
            _ => "一覧からの削除のお知らせ",
        };

    private static string Ask(Model model) =>
        model.Kind switch
        {
            Kind.Password => "次のアカウントのパスワードを変更してください。",
            Kind.EndUnblocking => "次のアカウントの利用が終わりました。「Web ページの閲覧解除廃止届」を提出してください。",
            _ => $"次のアカウントの利用が終わりました。ウェブサイトの「{model.ListName}」から外してください。",
        };

    private static IEnumerable<AdaptiveElement> Quote(Clause? clause) =>
        clause is null
            ? []
            :
            [
                new AdaptiveContainer { Style = AdaptiveContainerStyle.Emphasis, Items = [.. clause.Paragraphs.Select(Plain.Text)] },
                Plain.Subtle($"出典: {clause.Source}{clause.Label}"),
            ];

    private static IEnumerable<AdaptiveElement> Notes(Model model)
    {
        if (model.DoneOn is not null)
            yield break;
        if (model.DueOn is { } due)
            yield return Plain.Subtle(
                $"実務の目安（ガイドラインの定めではありません）: {Wareki.Day(due)}を期日とし、済むまで7日ごとにお知らせします。"
            );
    }

    private static IEnumerable<AdaptiveAction> Buttons(Model model)
    {
        if (model.DoneOn is null)
            yield return Press.Primary(DoneTitle(model.Kind), DoneVerb, new Done(model.Id));
    }
}

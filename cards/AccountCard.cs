using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>One account of the register, with what happened to it.</summary>
public static class AccountCard
{
    public const string OpenVerb = "accounts.open";
    public const string ListVerb = "accounts.list";

    /// <summary>As many events and characters as stay under 28 KB.</summary>
    private const int MostEvents = 12,
        MostAhead = 6,
        EventsAtOnce = 4,
        LongestEvent = 200;

    /// <param name="Back">Where in the register one came from.</param>
    public sealed record Open(Guid Account, AccountsCard.Place? Back = null);

    /// <param name="Listed">What it is to be from now on.</param>
    public sealed record MarkListed(Guid Account, bool Listed, AccountsCard.Place? Back = null);

    /// <param name="Field">「利用担当者」</param>
    public sealed record Later(DateOnly From, string Field, string Value);

    /// <param name="At">In the offset it is to be shown in.</param>
    public sealed record Happening(DateTimeOffset At, string ByName, string What);

    /// <param name="State">「運用中」「利用開始前」「終了」</param>
    public sealed record Model(Guid Id, string Service, string Name, string State)
    {
        public string Url { get; init; } = "";
        public string Section { get; init; } = "";
        public string Manager { get; init; } = "";
        public string Operator { get; init; } = "";

        /// <summary>What accepted papers say of later days, the nearest first.</summary>
        public IReadOnlyList<Later> Ahead { get; init; } = [];

        public string Purpose { get; init; } = "";
        public string PolicyUrl { get; init; } = "";
        public string TermsUrl { get; init; } = "";
        public DateOnly? StartedOn { get; init; }
        public DateOnly? EndedOn { get; init; }
        public DateOnly? PasswordChangedOn { get; init; }

        /// <summary>When somebody is reminded of the password; null where nobody is.</summary>
        public DateOnly? PasswordDueOn { get; init; }

        public bool IsListed { get; init; }

        /// <summary>What demands the list and the change of the password: 4②, 4⑤.</summary>
        public required string ListClause { get; init; }
        public required string PasswordClause { get; init; }

        /// <summary>The newest first.</summary>
        public IReadOnlyList<Happening> Events { get; init; } = [];

        /// <summary>Shows the buttons that change the account.</summary>
        public bool MayEdit { get; init; }

        /// <summary>What has just been done, or could not be.</summary>
        public string? Told { get; init; }

        public AccountsCard.Place? Back { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            PlainText(model),
            [
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("アカウントの詳細"),
                Plain.Named(Cut(model.Service), Cut(model.Name)),
                Plain.Named("状態", model.State),
                .. Fields(model),
                .. Press.Sets(Links(model)),
                .. History(model),
                .. Press.Sets(Buttons(model)),
            ]
        );

    public static string PlainText(Model model) => $"{Cut(model.Service)} {Cut(model.Name)}（{Cut(model.Section)}、{model.State}）";

    private static IEnumerable<AdaptiveElement> Fields(Model model) =>
        from field in ((string Name, string Value)[])
            [
                ("URL", model.Url),
                ("所属", model.Section),
                ("アカウント管理者", model.Manager),
                ("利用担当者", model.Operator),
                .. model.Ahead.Take(MostAhead).Select(later => ($"{Wareki.Day(later.From)}から", $"{later.Field} {later.Value}")),
                ("目的", Plain.Cut(model.Purpose, 400)),
                ("運用ポリシー", model.PolicyUrl),
                ("利用規約", model.TermsUrl),
                ("利用開始日", Day(model.StartedOn)),
                ("利用終了日", model.EndedOn is null ? "" : Day(model.EndedOn)),
                ($"一覧への掲載（{model.ListClause}）", model.IsListed ? "掲載している" : "掲載していない"),
                ($"パスワードの変更（{model.PasswordClause}）", model.PasswordChangedOn is { } changed ? Wareki.Day(changed) : ""),
                ("次の変更の目安", model.PasswordDueOn is { } due ? $"{Wareki.Day(due)}（実務の目安）" : ""),
            ]
        where field.Value.Length > 0
        select Plain.Named(field.Name, Plain.Cut(field.Value, 500));

    private static IEnumerable<AdaptiveAction> Links(Model model) =>
        from link in new[] { ("アカウントを開く", model.Url), ("運用ポリシー", model.PolicyUrl), ("利用規約", model.TermsUrl) }
        let address = Address(link.Item2)
        where address is not null
        select new AdaptiveOpenUrlAction { Title = link.Item1, Url = address };

    /// <summary>Nothing but a web address is ever opened.</summary>
    private static Uri? Address(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && url.Length <= 500
            ? address
            : null;

    private static IEnumerable<AdaptiveElement> History(Model model) =>
        model.Events.Count == 0
            ? []
            :
            [
                Sheet.Heading("経過"),
                .. Sheet.Folded(
                    [.. model.Events.Take(MostEvents).Select(Happened)],
                    EventsAtOnce,
                    "history",
                    more => $"ほか{more}件を表示"
                ),
            ];

    private static AdaptiveRichTextBlock Happened(Happening happened) =>
        Plain.Named(
            Wareki.Day(DateOnly.FromDateTime(happened.At.DateTime)),
            $"{Plain.Cut(happened.What, LongestEvent)}（{Plain.Cut(happened.ByName, 30)}）"
        );

    private static IEnumerable<AdaptiveAction> Buttons(Model model)
    {
        if (model.MayEdit)
        {
            yield return Press.Leave("編集", AccountEditCard.EditVerb, new AccountEditCard.Edit(model.Id, model.Back));
            yield return Press.Leave(
                model.IsListed ? "一覧から外した" : "一覧に掲載した",
                ListVerb,
                new MarkListed(model.Id, !model.IsListed, model.Back)
            );
        }
        yield return AccountsCard.Button(model.Back);
    }

    private static string Cut(string text) => Plain.Cut(text, 100);

    private static string Day(DateOnly? day) => day is { } known ? Wareki.Day(known) : "記録なし";
}

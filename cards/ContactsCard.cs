using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>緊急連絡網: whom to call at night and on holidays, section by section, as the office keeps it.</summary>
public static class ContactsCard
{
    public const string OpenVerb = "contacts.open";
    public const string EditVerb = "contacts.edit";
    public const string SaveVerb = "contacts.save";
    public const string RemoveVerb = "contacts.remove";
    public const string ConfirmVerb = "contacts.confirm";

    public const string SectionInput = "section";
    public const string RoleInput = "role";
    public const string NameInput = "name";
    public const string WhoInput = "who";
    public const string PhoneInput = "phone";
    public const string RankInput = "rank";

    public const int LongestText = 60;
    public const int LongestPhone = 30;
    public const int PageLength = 10;

    /// <summary>More people of one section would not be called one after the other.</summary>
    public const int MostOfSection = 9;

    /// <param name="Section">Null for the list of all sections.</param>
    /// <param name="Number">Of the list's page, from 0.</param>
    public sealed record Place(string? Section = null, int Number = 0);

    /// <param name="Contact">Null for a new one.</param>
    public sealed record Edit(string? Contact = null, string? Section = null);

    /// <summary>What the form sends; a client may leave out empty inputs.</summary>
    /// <param name="Who">Of several people of one name, the id of the one that is meant.</param>
    /// <param name="Rank">From 1: who is called first.</param>
    public sealed record Save(
        string? Contact = null,
        string? Section = null,
        string? Role = null,
        string? Name = null,
        string? Who = null,
        string? Phone = null,
        string? Rank = null
    );

    public sealed record Remove(string Contact);

    public sealed record Confirm(string Section);

    /// <param name="Confirmed">When the section's entries were last confirmed, the oldest of them.</param>
    /// <param name="IsOld">Not in this quarter.</param>
    public sealed record SectionRow(string Section, int Count, DateOnly Confirmed, bool IsOld);

    /// <param name="Sections">Those of this page.</param>
    public sealed record ListModel(IReadOnlyList<SectionRow> Sections, int Page, int Total)
    {
        public string? Told { get; init; }

        public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);

        public string Sentence =>
            Total == 0 ? "まだ登録がありません。「加える」で、1人ずつ登録してください。" : $"{Total}の所属が登録されています。";
    }

    /// <param name="IsReachable">Whether the bot can write to the person.</param>
    public sealed record Row(string Contact, int Rank, string Role, string Name, string Phone, bool IsReachable);

    public sealed record SectionModel(string Section, IReadOnlyList<Row> Rows, DateOnly Confirmed, string ConfirmedBy, bool IsOld)
    {
        public string? Told { get; init; }
    }

    /// <param name="Choices">Who may be meant by the name; empty while that is no question.</param>
    public sealed record FormModel(Save Entered, IReadOnlyList<Choice> Choices, string? Error = null);

    public static AdaptiveCard RenderList(ListModel model) =>
        Sheet.New(
            $"緊急連絡網：{model.Sentence}",
            [
                Sheet.Title("緊急連絡網"),
                .. Told(model.Told),
                Sheet.Sentence(model.Sentence),
                .. model.Sections.Select(Item),
                .. Press.Sets([
                    Press.Button("加える", EditVerb, new Edit()),
                    .. Press.Turns(model.Page, model.Pages, (title, number) => Press.Leave(title, OpenVerb, new Place(null, number))),
                ]),
            ]
        );

    public static AdaptiveCard RenderSection(SectionModel model) =>
        Sheet.New(
            $"{model.Section}の緊急連絡網（{model.Rows.Count}人）",
            [
                Sheet.Title(Plain.Cut($"{model.Section}の緊急連絡網", 40)),
                .. Told(model.Told),
                .. model.Rows.Count == 0 ? [Plain.Text("登録がありません。")] : model.Rows.SelectMany(Item),
                .. model.Rows.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    :
                    [
                        Plain.Subtle(
                            $"確認：{Wareki.Day(model.Confirmed)}（{model.ConfirmedBy}）{(model.IsOld ? "　今期の確認がまだです" : "")}"
                        ),
                    ],
                .. Press.Sets([
                    .. model.Rows.Count == 0
                        ? Array.Empty<AdaptiveAction>()
                        : [Press.Primary("このとおりで確認した", ConfirmVerb, new Confirm(model.Section))],
                    Press.Button("加える", EditVerb, new Edit(null, model.Section)),
                    Press.Leave("一覧へ戻る", OpenVerb, new Place()),
                ]),
            ]
        );

    public static AdaptiveCard RenderForm(FormModel model) =>
        Sheet.New(
            "緊急連絡網の登録",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("緊急連絡網の登録"),
                Line(SectionInput, "所属", model.Entered.Section, "例：観光課"),
                Line(RoleInput, "立場", model.Entered.Role, "例：所属長、当番"),
                Line(NameInput, "氏名", model.Entered.Name, "例：岡本 健"),
                .. model.Choices.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    : [Inputs.Choose(WhoInput, "どなたですか", model.Choices, error: "どなたかを選んでください。")],
                Line(PhoneInput, "夜間・休日の電話番号（任意）", model.Entered.Phone, "例：086-000-0000", LongestPhone),
                new AdaptiveChoiceSetInput
                {
                    Id = RankInput,
                    Label = "連絡する順番",
                    ErrorMessage = "連絡する順番を選んでください。",
                    Style = AdaptiveChoiceInputStyle.Compact,
                    Value = model.Entered.Rank ?? "1",
                    Choices =
                    [
                        .. Enumerable
                            .Range(1, MostOfSection)
                            .Select(rank => new AdaptiveChoice { Title = $"{rank}番目", Value = $"{rank}" }),
                    ],
                },
                .. Press.Sets([
                    Press.Primary("保存", SaveVerb, new Save(model.Entered.Contact)),
                    Press.Leave("やめる", OpenVerb, new Place()),
                    .. model.Entered.Contact is { } contact
                        ? [Press.Leave("削除", RemoveVerb, new Remove(contact))]
                        : Array.Empty<AdaptiveAction>(),
                ]),
            ]
        );

    /// <summary>To the office, while entries are not confirmed in a quarter.</summary>
    public static AdaptiveCard RenderReminder(IReadOnlyList<string> sections) =>
        Sheet.New(
            ReminderSummary(sections.Count),
            [
                Sheet.Title("緊急連絡網の確認"),
                Sheet.Sentence("今期の確認がまだの所属があります。番号と順番が今も正しいか、確かめてください（実務の目安）。"),
                .. sections.Take(PageLength).Select(Plain.Text),
                .. sections.Count > PageLength ? [Plain.Subtle($"ほか{sections.Count - PageLength}件")] : Array.Empty<AdaptiveElement>(),
                new AdaptiveActionSet { Actions = [Press.Primary("緊急連絡網を開く", OpenVerb, new Place())] },
            ]
        );

    public static string ReminderSummary(int count) => $"緊急連絡網の確認がまだの所属が{count}件あります。";

    private static IEnumerable<AdaptiveElement> Told(string? told) => told is null ? [] : [Plain.Bold(told)];

    private static AdaptiveContainer Item(SectionRow row) =>
        new()
        {
            Separator = true,
            SelectAction = Press.Leave($"{Plain.Cut(row.Section, 40)}を開く", OpenVerb, new Place(row.Section)),
            Items =
            [
                Plain.Block(ClauseLink.Linked(Plain.Cut(row.Section, 40))),
                Plain.Subtle($"{row.Count}人　確認 {Wareki.Day(row.Confirmed)}{(row.IsOld ? "　今期の確認がまだです" : "")}"),
            ],
        };

    private static IEnumerable<AdaptiveElement> Item(Row row)
    {
        var edit = Press.Leave("直す", EditVerb, new Edit(row.Contact));
        // Several buttons of one name: a screen reader says which is which.
        edit.Tooltip = $"{Plain.Cut(row.Name, 40)}を直す";
        yield return new AdaptiveColumnSet
        {
            Separator = true,
            Columns =
            [
                new AdaptiveColumn
                {
                    Width = AdaptiveWidth.Stretch,
                    Items =
                    [
                        Plain.Named($"{row.Rank}　{Plain.Cut(row.Name, 40)}", Plain.Cut(row.Role, 30)),
                        Plain.Text(row.Phone.Length == 0 ? "電話番号なし" : row.Phone),
                        Plain.Subtle(row.IsReachable ? "ボットから知らせられます" : "ボットからは知らせられません"),
                    ],
                },
                new AdaptiveColumn
                {
                    Width = AdaptiveWidth.Auto,
                    VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
                    Items = [new AdaptiveActionSet { Actions = [edit] }],
                },
            ],
        };
    }

    private static AdaptiveTextInput Line(string id, string label, string? value, string example, int longest = LongestText) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = $"{label}を{longest}文字以内でお書きください。",
            Placeholder = example,
            MaxLength = longest,
            Value = Plain.Cut(value ?? "", longest - 1),
        };
}

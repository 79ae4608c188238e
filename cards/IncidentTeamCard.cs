using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Who works on an incident and as what; handing over; sharing it with another chat.</summary>
public static class IncidentTeamCard
{
    public const string OpenVerb = "incident.team";
    public const string RoleVerb = "incident.role";
    public const string HandVerb = "incident.hand";
    public const string ShareVerb = "incident.share";

    public const string Lead = "lead";
    public const string Responder = "responder";
    public const string Recorder = "recorder";
    public const string Contact = "contact";
    public const string NoRole = "none";

    /// <summary>Somebody is asked to take a role, or only to join.</summary>
    public const string InviteVerb = "incident.invite";

    public const string PickedInput = "picked";
    public const string NameInput = "name";
    public const string WhoInput = "who";
    public const string AsInput = "as";
    public const string LineInput = "line";
    public const int LongestLine = 200;

    public const string ToInput = "to";
    public const string PlaceInput = "place";

    /// <param name="Takes">lead, responder, recorder, contact.</param>
    public sealed record Role(string Incident, string Takes);

    /// <param name="To">Who takes over all open steps and the role of the one who presses.</param>
    /// <param name="Line">How things stand, for whoever takes over.</param>
    public sealed record Hand(string Incident, string? To = null, string? Line = null);

    /// <param name="Name">Who is looked for.</param>
    /// <param name="Who">Of several that were found, or of those that are in it already, the id of the one that is meant.</param>
    /// <param name="As">The role; <see cref="NoRole"/> for none.</param>
    /// <param name="Picked">
    /// The Entra object id of whoever was found by the client's own search; where the client has none, the name is typed.
    /// </param>
    public sealed record Invite(string Incident, string? Name = null, string? Who = null, string? As = null, string? Picked = null);

    /// <param name="Place">The id of a conversation that the bot knows.</param>
    public sealed record Share(string Incident, string? Place = null);

    /// <summary>More would make the card too large to send.</summary>
    public const int MostPlaces = 40;

    /// <param name="Members">As 「統括：山田花子」.</param>
    /// <param name="Others">Whom the pressing person may hand over to.</param>
    /// <param name="Places">Where it may be shared.</param>
    public sealed record Model(
        string Incident,
        string Title,
        IReadOnlyList<string> Members,
        IReadOnlyList<Choice> Others,
        IReadOnlyList<Choice> Places,
        string? Told = null
    )
    {
        /// <summary>The name that was looked for, and the people who have it; nobody else is ever listed.</summary>
        public string Name { get; init; } = "";
        public IReadOnlyList<Choice> Found { get; init; } = [];

        public bool IsClosed { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Title}の体制",
            [
                Sheet.Title("体制・共有"),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                Plain.Subtle(model.Title),
                .. model.Members.Count == 0 ? [Plain.Text("まだだれも加わっていません。")] : model.Members.Select(Plain.Text),
                Sheet.Heading("自分の役割"),
                .. Press.Sets([
                    Press.Leave("統括（所属長）", RoleVerb, new Role(model.Incident, Lead)),
                    Press.Leave("対応", RoleVerb, new Role(model.Incident, Responder)),
                    Press.Leave("記録", RoleVerb, new Role(model.Incident, Recorder)),
                    Press.Leave("連絡", RoleVerb, new Role(model.Incident, Contact)),
                ]),
                Sheet.Heading("ほかの人に頼む・加える"),
                .. Ask(model),
                .. model.Others.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    :
                    [
                        Sheet.Heading("引き継ぐ"),
                        Inputs.Choose(ToInput, "引き継ぐ相手（自分の担当と役割を渡します）", model.Others),
                        new AdaptiveTextInput
                        {
                            Id = LineInput,
                            Label = "ひとこと（今どうなっているか）",
                            ErrorMessage = $"{LongestLine}文字以内でお書きください。",
                            MaxLength = LongestLine,
                        },
                        new AdaptiveActionSet { Actions = [Press.Button("引き継ぐ", HandVerb, new Hand(model.Incident))] },
                    ],
                .. model.Places.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    :
                    [
                        Sheet.Heading("ほかのチャットに共有"),
                        Inputs.Choose(PlaceInput, "共有する先", [.. model.Places.Take(MostPlaces)]),
                        new AdaptiveActionSet { Actions = [Press.Button("共有する", ShareVerb, new Share(model.Incident))] },
                    ],
                new AdaptiveActionSet
                {
                    Actions = [Press.Leave("一覧へ戻る", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident))],
                },
            ]
        );

    private static IEnumerable<AdaptiveElement> Ask(Model model) =>
        [
            Pick(),
            new AdaptiveTextInput
            {
                Id = NameInput,
                Label = "選べないときは名前（ボットと話したことのある職員から探します）",
                ErrorMessage = "名前を100文字以内でお書きください。",
                MaxLength = 100,
                Placeholder = "例：岡本 健",
                Value = Plain.Cut(model.Name, 99),
            },
            .. model.Found.Count == 0
                ? Array.Empty<AdaptiveElement>()
                : [Inputs.Choose(WhoInput, "どなたですか", model.Found, error: "どなたかを選んでください。")],
            Inputs.Choose(
                AsInput,
                "頼む役割",
                [
                    new(Lead, "統括（所属長）"),
                    new(Responder, "対応"),
                    new(Recorder, "記録"),
                    new(Contact, "連絡"),
                    new(NoRole, "役割なしで加わる"),
                ]
            ),
            new AdaptiveActionSet { Actions = [Press.Button("頼む", InviteVerb, new Invite(model.Incident))] },
        ];

    /// <summary>Searches the directory, in clients that can.</summary>
    private static AdaptiveChoiceSetInput Pick()
    {
        var picker = Inputs.Choose(PickedInput, "職員を選ぶ", []);
        picker.Placeholder = "名前で探す";
        picker.DataQuery = new AdaptiveDataQuery { Dataset = "graph.microsoft.com/users" };
        return picker;
    }
}

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

    public const string ToInput = "to";
    public const string PlaceInput = "place";

    /// <param name="Takes">lead, responder, recorder.</param>
    public sealed record Role(string Incident, string Takes);

    /// <param name="To">Who takes over all open steps and the role of the one who presses.</param>
    public sealed record Hand(string Incident, string? To = null);

    /// <param name="Place">The id of a conversation that the bot knows.</param>
    public sealed record Share(string Incident, string? Place = null);

    /// <summary>More would make the card too large to send.</summary>
    public const int MostPlaces = 40;

    public sealed record Choice(string Value, string Title);

    /// <param name="Members">As 「統括：岡山花子」.</param>
    /// <param name="Others">Whom the pressing person may hand over to.</param>
    /// <param name="Places">Where it may be shared.</param>
    public sealed record Model(
        string Incident,
        string Title,
        IReadOnlyList<string> Members,
        IReadOnlyList<Choice> Others,
        IReadOnlyList<Choice> Places,
        string? Told = null
    );

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
                ]),
                .. model.Others.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    :
                    [
                        Sheet.Heading("引き継ぐ"),
                        Choose(ToInput, "引き継ぐ相手（自分の担当と役割を渡します）", model.Others),
                        new AdaptiveActionSet { Actions = [Press.Button("引き継ぐ", HandVerb, new Hand(model.Incident))] },
                    ],
                .. model.Places.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    :
                    [
                        Sheet.Heading("ほかのチャットに共有"),
                        Choose(PlaceInput, "共有する先", [.. model.Places.Take(MostPlaces)]),
                        new AdaptiveActionSet { Actions = [Press.Button("共有する", ShareVerb, new Share(model.Incident))] },
                    ],
                new AdaptiveActionSet
                {
                    Actions = [Press.Leave("一覧へ戻る", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident))],
                },
            ]
        );

    private static AdaptiveChoiceSetInput Choose(string id, string label, IReadOnlyList<Choice> choices) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = $"{label}を選んでください。",
            Style = AdaptiveChoiceInputStyle.Compact,
            Wrap = true,
            Choices = [.. choices.Select(choice => new AdaptiveChoice { Title = Plain.Cut(choice.Title, 60), Value = choice.Value })],
        };
}

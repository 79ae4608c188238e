using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Short answers to what was typed about a checklist: what was written down, with its way back; how things stand in six lines.</summary>
public static class IncidentNoteCard
{
    /// <param name="Told">「記録しました。」</param>
    /// <param name="Text">What was written down, with its time.</param>
    /// <param name="Number">Of the entry; null where nothing is to be taken back any more.</param>
    public sealed record Model(string Incident, string Title, string Told, string Text, int? Number);

    public const string ProveVerb = "incident.prove";

    /// <summary>「この件に記録」 in the window beside a message.</summary>
    public const string KeepVerb = "incident.keep";
    public const string WhichInput = "incident";

    /// <param name="Numbers">Of the entries that tell of what was sent.</param>
    public sealed record Prove(string Incident, string Step, IReadOnlyList<int> Numbers);

    /// <param name="Title">「2　投稿と反応を記録する」</param>
    public sealed record Proves(string Step, string Title);

    /// <param name="Lines">「証拠4　画面.png」</param>
    /// <param name="Refused">What could not be kept, and why.</param>
    /// <param name="Steps">The open steps that need proof.</param>
    public sealed record Kept(
        string Incident,
        string Title,
        IReadOnlyList<string> Lines,
        IReadOnlyList<string> Refused,
        IReadOnlyList<int> Numbers,
        IReadOnlyList<Proves> Steps
    );

    /// <param name="Incident">From the input where there are several.</param>
    /// <param name="Words">What the message says.</param>
    /// <param name="AuthorId">The Entra id of who wrote it.</param>
    public sealed record Keep(string Words, string Link, string Author, string AuthorId, string? At = null, string? Incident = null);

    /// <param name="Message">What would be kept.</param>
    /// <param name="Incidents">The running ones: their ids and headings.</param>
    /// <param name="Missing">What of the message cannot be kept; empty for nothing.</param>
    public sealed record Beside(Keep Message, IReadOnlyList<(string Id, string Heading)> Incidents, string Missing);

    /// <param name="Parts">What, since when, what was done, who does what, what is open, the next report.</param>
    public sealed record SoFar(string Incident, string Title, IReadOnlyList<(string Name, string Text)> Parts, bool IsClosed)
    {
        public IEnumerable<string> Lines => Parts.Select(part => $"{part.Name}：{part.Text}");
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Told}{model.Text}",
            [
                Plain.Bold(model.Told),
                Plain.Text(model.Text),
                Plain.Subtle(model.Title),
                .. Press.Sets([
                    .. model.Number is { } number
                        ?
                        [
                            Press.Button(
                                "取り消す",
                                IncidentTimelineCard.RetractVerb,
                                new IncidentTimelineCard.Retract(model.Incident, number)
                            ),
                        ]
                        : Array.Empty<AdaptiveAction>(),
                    Press.Button("一覧を開く", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident)),
                ]),
            ]
        );

    /// <summary>What was sent was kept, or why not; one press makes it the proof of a step.</summary>
    public static AdaptiveCard RenderKept(Kept model) =>
        Sheet.New(
            "証拠として記録しました。",
            [
                Plain.Bold("証拠として記録しました。"),
                .. model.Lines.Select(Plain.Text),
                .. model.Refused.Count == 0 ? Array.Empty<AdaptiveElement>() : [Sheet.Error(string.Join("　", model.Refused))],
                Plain.Subtle(model.Title),
                .. model.Steps.Select(step => new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Button(Plain.Cut($"{step.Title}：完了", 30), ProveVerb, new Prove(model.Incident, step.Step, model.Numbers)),
                    ],
                }),
                new AdaptiveActionSet
                {
                    Actions = [Press.Button("一覧を開く", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident))],
                },
            ]
        );

    /// <summary>In a window beside a message: which incident does it belong to?</summary>
    public static AdaptiveCard RenderBeside(Beside model) =>
        Sheet.New(
            "この件に記録",
            [
                Sheet.Title("この件に記録"),
                .. Plain.Lines(Plain.Cut(model.Message.Words, 300)),
                Plain.Subtle(model.Message.Author),
                .. model.Missing.Length > 0 ? [Plain.Text(model.Missing)] : Array.Empty<AdaptiveElement>(),
                new AdaptiveChoiceSetInput
                {
                    Id = WhichInput,
                    Label = "記録する件",
                    ErrorMessage = "記録する件を選んでください。",
                    Style = AdaptiveChoiceInputStyle.Expanded,
                    Wrap = true,
                    IsRequired = true,
                    Value = model.Incidents is [var (only, _)] ? only : null,
                    Choices =
                    [
                        .. model.Incidents.Select(incident => new AdaptiveChoice
                        {
                            Title = Plain.Cut(incident.Heading, 60),
                            Value = incident.Id,
                        }),
                    ],
                },
                new AdaptiveActionSet { Actions = [Press.Primary("記録する", KeepVerb, model.Message)] },
            ]
        );

    /// <summary>「ここまで」, for whoever joins or asks.</summary>
    public static AdaptiveCard RenderSoFar(SoFar model) =>
        Sheet.New(
            string.Join('\n', model.Lines),
            [
                Sheet.Title("ここまで"),
                .. model.Parts.Select(part => Plain.Named(part.Name, part.Text)),
                .. Press.Sets([
                    Press.Primary("一覧を開く", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident)),
                    .. model.IsClosed
                        ? Array.Empty<AdaptiveAction>()
                        : [Press.Button("状況を報告", IncidentStatusCard.FormVerb, new IncidentCard.Ref(model.Incident))],
                ]),
            ]
        );
}

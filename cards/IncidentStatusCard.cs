using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Where things stand: asked for at intervals, written by whoever knows, or put off.</summary>
public static class IncidentStatusCard
{
    public const string FormVerb = "incident.status";
    public const string ReportVerb = "incident.report";
    public const string SnoozeVerb = "incident.snooze";

    public const string TextInput = "text";
    public const int LongestText = 1000;

    public static readonly IReadOnlyList<int> Snoozes = [10, 30, 60];

    public sealed record Report(string Incident, string? Text = null);

    /// <param name="Minutes">One of <see cref="Snoozes"/>.</param>
    public sealed record Snooze(string Incident, int Minutes);

    /// <param name="Lead">Why it is asked: 「30分ごとの状況報告の時間です。」</param>
    /// <param name="Late">Steps that are due or late, as 「所属長に知らせる（12分遅れ）」.</param>
    public sealed record Model(
        string Incident,
        string Title,
        string Lead,
        IReadOnlyList<string> Late,
        string Text = "",
        string? Error = null,
        bool CanSnooze = true
    );

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Title}　{model.Lead}",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("状況報告"),
                Plain.Subtle(model.Title),
                Plain.Bold(model.Lead),
                .. model.Late.Select(step => Plain.Text($"・{step}")),
                new AdaptiveTextInput
                {
                    Id = TextInput,
                    Label = "今の状況",
                    ErrorMessage = $"今の状況を{LongestText}文字以内でお書きください。",
                    IsMultiline = true,
                    MaxLength = LongestText,
                    Placeholder = "例：批判は10分に3件ほど。事実を確認中。",
                    Value = Plain.Cut(model.Text, LongestText - 1),
                },
                .. Press.Sets([
                    Press.Primary("報告する", ReportVerb, new Report(model.Incident)),
                    .. model.CanSnooze
                        ? Snoozes.Select(minutes => Press.Leave($"{minutes}分後", SnoozeVerb, new Snooze(model.Incident, minutes)))
                        : [],
                    Press.Leave("一覧を開く", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident)),
                ]),
            ]
        );

    /// <summary>Tells of steps that are due, with the way to them.</summary>
    public static AdaptiveCard RenderReminder(string incident, string title, string lead, IReadOnlyList<string> steps) =>
        Sheet.New(
            $"{title}　{lead}",
            [
                Sheet.Title(lead),
                Plain.Subtle(title),
                .. steps.Select(step => Plain.Text($"・{step}")),
                new AdaptiveActionSet { Actions = [Press.Primary("一覧を開く", IncidentCard.OpenVerb, new IncidentCard.Ref(incident))] },
            ]
        );
}

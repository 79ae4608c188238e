using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>One of those that an input offers.</summary>
/// <param name="Value">What comes back.</param>
/// <param name="Title">Cut at 60 letters where it is shown.</param>
public sealed record Choice(string Value, string Title);

/// <summary>Inputs that several cards have, made one way: a label, and what to do where nothing was given.</summary>
internal static class Inputs
{
    private const int LongestTitle = 60;

    /// <param name="value">Chosen already; null for none.</param>
    /// <param name="error">Where the label does not go with 「…を選んでください。」.</param>
    public static AdaptiveChoiceSetInput Choose(
        string id,
        string label,
        IEnumerable<Choice> choices,
        string? value = null,
        string? error = null
    ) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = error ?? $"{label}を選んでください。",
            Style = AdaptiveChoiceInputStyle.Compact,
            Wrap = true,
            Value = value,
            Choices =
            [
                .. choices.Select(choice => new AdaptiveChoice { Title = Plain.Cut(choice.Title, LongestTitle), Value = choice.Value }),
            ],
        };

    /// <param name="value">As 2026-12-03; null for none.</param>
    public static AdaptiveDateInput Day(string id, string label, string? value, string? error = null) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = error ?? $"{label}を選んでください。",
            Value = value,
        };

    /// <param name="value">As 14:00; null for none.</param>
    public static AdaptiveTimeInput Time(string id, string label, string? value) =>
        new()
        {
            Id = id,
            Label = label,
            ErrorMessage = "時刻を選んでください。",
            Value = value,
        };
}

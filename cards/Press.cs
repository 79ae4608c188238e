using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace GuidelineBot.Cards;

/// <summary>What a press sends: <c>{"verb": …}</c> and the payload's properties in camelCase, nulls left out.</summary>
/// <remarks>
/// Every press is an <c>Action.Execute</c>; the <c>Action.Submit</c> behind it carries the same data for clients that know no Execute.
/// </remarks>
public static class Press
{
    public const string VerbName = "verb";

    /// <summary>Of a button that opens a card below its own: true.</summary>
    public const string BelowName = "below";

    /// <summary>In full-width characters: a phone cuts the title of a longer button (seen at 268 px).</summary>
    public const int LongestTitle = 15;

    private static readonly JsonSerializer CamelCase = JsonSerializer.Create(
        new JsonSerializerSettings
        {
            ContractResolver = new DefaultContractResolver { NamingStrategy = new CamelCaseNamingStrategy() },
            NullValueHandling = NullValueHandling.Ignore,
        }
    );

    /// <summary>Sends the payload and, where the card has any, its inputs.</summary>
    public static AdaptiveExecuteAction Button(string title, string verb, object? payload = null) =>
        Create(title, verb, payload, null, AdaptiveAssociatedInputs.Auto);

    /// <summary>The one button of a card that most people came for.</summary>
    public static AdaptiveExecuteAction Primary(string title, string verb, object? payload = null) =>
        Create(title, verb, payload, "positive", AdaptiveAssociatedInputs.Auto);

    /// <summary>Leaves a form: sends no inputs, so that a required one left empty cannot hold anybody back.</summary>
    public static AdaptiveExecuteAction Leave(string title, string verb, object? payload = null) =>
        Create(title, verb, payload, null, AdaptiveAssociatedInputs.None);

    /// <summary>Opens a card below, in one's own chat, so that this one stays where it is and can be pressed again.</summary>
    public static AdaptiveExecuteAction Below(string title, string verb, object? payload = null)
    {
        var data = payload is null ? [] : JObject.FromObject(payload, CamelCase);
        data[BelowName] = true;
        return Button(title, verb, data);
    }

    /// <summary>One of several buttons of one name: a screen reader says which is which.</summary>
    /// <param name="what">What it is about; cut here.</param>
    public static AdaptiveExecuteAction Among(string what, AdaptiveExecuteAction button)
    {
        button.Tooltip = $"{Plain.Cut(what.ReplaceLineEndings(" "), 60)}：{button.Title}";
        return button;
    }

    /// <summary>前へ and 次へ, as far as there are such pages.</summary>
    /// <param name="page">The one that is shown, from 0.</param>
    /// <param name="button">Makes the button of this title that leads to the page of this number.</param>
    public static IEnumerable<AdaptiveAction> Turns(int page, int pages, Func<string, int, AdaptiveAction> button)
    {
        if (page > 0)
            yield return button($"前へ（{page}/{pages}）", page - 1);
        if (page < pages - 1)
            yield return button($"次へ（{page + 2}/{pages}）", page + 1);
    }

    /// <summary>What a phone shows beside the card's margins, in pixels.</summary>
    public const int PhoneWidth = 244;

    /// <summary>In pixels: beside each other, as if every letter were a full-width one.</summary>
    public static int WidthOf(IEnumerable<AdaptiveAction> actions)
    {
        const int Letter = 14,
            Frame = 26,
            Gap = 8;
        return actions.Sum(action => action.Title.Length * Letter + Frame + Gap) - Gap;
    }

    /// <summary>As many buttons beside each other as a phone shows in full.</summary>
    public static IEnumerable<AdaptiveActionSet> Sets(IEnumerable<AdaptiveAction> actions)
    {
        var set = new AdaptiveActionSet();
        foreach (var action in actions)
        {
            if (set.Actions.Count > 0 && WidthOf(set.Actions.Append(action)) > PhoneWidth)
            {
                yield return set;
                set = new AdaptiveActionSet();
            }

            set.Actions.Add(action);
        }

        if (set.Actions.Count > 0)
            yield return set;
    }

    /// <summary>Ways to begin something, in their order: buttons, or a row for each where a phone would cut the title of one.</summary>
    public static IEnumerable<AdaptiveElement> Starts(IReadOnlyCollection<Start> starts, params IEnumerable<AdaptiveAction> beside) =>
        starts.Any(start => start.Title.Length > LongestTitle)
            ? [.. starts.Select(start => start.ToRow()), .. Sets(beside)]
            : Sets([.. starts.Select(start => start.ToButton()), .. beside]);

    private static AdaptiveExecuteAction Create(string title, string verb, object? payload, string? style, AdaptiveAssociatedInputs inputs)
    {
        var data = new JObject { [VerbName] = verb };
        foreach (var property in payload is null ? [] : JObject.FromObject(payload, CamelCase).Properties())
            data.Add(property.Name, property.Value);

        var submit = new AdaptiveSubmitAction
        {
            Title = title,
            Data = data.DeepClone(),
            AssociatedInputs = inputs,
        };
        var execute = new AdaptiveExecuteAction
        {
            Title = title,
            Verb = verb,
            Data = data,
            AssociatedInputs = inputs,
            Fallback = new AdaptiveFallbackElement(submit),
        };
        if (style is not null)
            execute.Style = submit.Style = style;
        return execute;
    }
}

/// <summary>A way into another feature, offered as a button under an answer.</summary>
public sealed record Start(string Title, string Verb, object? Payload = null)
{
    public AdaptiveExecuteAction ToButton() => Press.Button(Title, Verb, Payload);

    /// <summary>For a title that is longer than a phone's button: a row wraps.</summary>
    public AdaptiveContainer ToRow() =>
        new()
        {
            Spacing = AdaptiveSpacing.Small,
            SelectAction = ToButton(),
            Items = [Plain.Block(ClauseLink.Linked(Title))],
        };
}

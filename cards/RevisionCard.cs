using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>What a revision of the guideline changes, clause by clause.</summary>
public static class RevisionCard
{
    public const string PageVerb = "revision.page";

    public const int PageLength = 5;
    public const int LongestText = 400;
    private const int MostPointers = 4;

    /// <param name="Revision">Which one, counted from the oldest.</param>
    /// <param name="Number">From 0.</param>
    public sealed record Page(int Revision, int Number);

    /// <param name="Kind">追加, 変更, 移動, 削除.</param>
    /// <param name="Before">Word for word; empty for an added clause.</param>
    /// <param name="After">Word for word; empty for a removed clause.</param>
    /// <param name="Pointers">Example questions, steps and fields that name it; for the office alone.</param>
    public sealed record Change(string Label, string Kind, string Before, string After, IReadOnlyList<string> Pointers);

    /// <param name="Title">「令和5年4月改訂から令和9年4月改訂へ」</param>
    /// <param name="When">「令和9年4月1日から」</param>
    /// <param name="Changes">Those of the page.</param>
    /// <param name="Total">Of all pages.</param>
    public sealed record Model(
        string Title,
        string When,
        Page Page,
        IReadOnlyList<Change> Changes,
        int Total,
        bool HasEarlier,
        bool HasLater
    );

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Title}　{model.Total}か所",
            [
                Sheet.Title("改訂内容"),
                Plain.Named(model.When, model.Title),
                Sheet.Sentence(model.Total == 0 ? "条文の違いはありません。" : $"変わった条文は{model.Total}件です。"),
                .. model.Changes.Take(PageLength).Select(Draw),
                .. Press.Sets([
                    .. model.Page.Number > 0
                        ? [Press.Button("前へ", PageVerb, model.Page with { Number = model.Page.Number - 1 })]
                        : Array.Empty<AdaptiveAction>(),
                    .. (model.Page.Number + 1) * PageLength < model.Total
                        ? [Press.Button("次へ", PageVerb, model.Page with { Number = model.Page.Number + 1 })]
                        : Array.Empty<AdaptiveAction>(),
                    .. model.HasEarlier
                        ? [Press.Button("一つ前の改訂", PageVerb, new Page(model.Page.Revision - 1, 0))]
                        : Array.Empty<AdaptiveAction>(),
                    .. model.HasLater
                        ? [Press.Button("一つ後の改訂", PageVerb, new Page(model.Page.Revision + 1, 0))]
                        : Array.Empty<AdaptiveAction>(),
                ]),
            ]
        );

    private static AdaptiveContainer Draw(Change change) =>
        new()
        {
            Separator = true,
            Items =
            [
                Plain.Bold($"{change.Kind}　{change.Label}"),
                .. change.Before.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Named("前", Plain.Cut(change.Before, LongestText))],
                .. change.After.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Named("後", Plain.Cut(change.After, LongestText))],
                .. change.Pointers.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    : [Plain.Subtle($"確かめるもの：{Pointers(change.Pointers)}")],
            ],
        };

    private static string Pointers(IReadOnlyList<string> all)
    {
        var shown = Plain.Cut(string.Join("、", all.Take(MostPointers)), LongestText);
        return all.Count > MostPointers ? $"{shown} ほか{all.Count - MostPointers}件" : shown;
    }
}

using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Leafs through the guidelines: guidelines, sections, clauses.</summary>
public static class ContentsCard
{
    public const string OpenVerb = "contents.open";

    public const int PageLength = 12;

    /// <param name="Id">Guideline or section; null for the first page of all.</param>
    /// <param name="Page">From 0.</param>
    public sealed record OpenSection(string? Id = null, int Page = 0);

    /// <summary>A guideline or section to look into.</summary>
    public sealed record Branch(string Id, string Title);

    /// <param name="Id">The guideline or section shown; null at the top.</param>
    /// <param name="Heading">「4 ソーシャルメディア利用の基本事項」; null at the top.</param>
    /// <param name="Source">「○○市…ガイドライン（令和5年4月改訂）」; null where several are listed.</param>
    /// <param name="Page">From 0; one that does not exist shows the nearest.</param>
    public sealed record Model(
        string? Id,
        string? Heading,
        string? Source,
        IReadOnlyList<Branch> Branches,
        IReadOnlyList<ClauseLink> Clauses,
        int Page = 0
    )
    {
        public int Pages => Math.Max(1, (Branches.Count + Clauses.Count + PageLength - 1) / PageLength);
    }

    /// <summary>The way here from other cards.</summary>
    public static AdaptiveExecuteAction Button() => Press.Leave("目次", OpenVerb, new OpenSection());

    public static AdaptiveCard Render(Model model)
    {
        var page = Math.Clamp(model.Page, 0, model.Pages - 1);
        var rows = model.Branches.Select(Row).Concat(model.Clauses.Select(clause => clause.ToRow(null)));
        return Sheet.New(
            model.Heading is null ? "目次" : $"目次: {model.Heading}",
            [
                Sheet.Title("目次"),
                .. model.Source is { } source ? [Plain.Subtle(source)] : Array.Empty<AdaptiveElement>(),
                .. model.Heading is { } heading
                    ? [Plain.Bold(model.Pages > 1 ? $"{heading}（{page + 1}/{model.Pages}ページ）" : heading)]
                    : Array.Empty<AdaptiveElement>(),
                .. rows.Skip(page * PageLength).Take(PageLength),
                .. Press.Sets(Turns(model, page)),
            ]
        );
    }

    private static AdaptiveContainer Row(Branch branch) =>
        new()
        {
            Spacing = AdaptiveSpacing.Small,
            SelectAction = Press.Button($"{branch.Title} を開く", OpenVerb, new OpenSection(branch.Id)),
            Items = [Plain.Block(ClauseLink.Linked(branch.Title))],
        };

    private static IEnumerable<AdaptiveAction> Turns(Model model, int page) =>
        [
            .. Press.Turns(page, model.Pages, (title, number) => Press.Button(title, OpenVerb, new OpenSection(model.Id, number))),
            .. model.Id is not null ? [Press.Button("目次に戻る", OpenVerb, new OpenSection())] : Array.Empty<AdaptiveAction>(),
        ];
}

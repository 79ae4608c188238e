using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>What can be typed, and what comes of it.</summary>
public static class HelpCard
{
    public const string OpenVerb = "help.open";

    /// <param name="Say">「届出」</param>
    /// <param name="Gets">「届出書の作成を始めます」</param>
    public sealed record Row(string Say, string Gets);

    public sealed record Model(IReadOnlyList<Row> Rows);

    /// <summary>The way here from other cards.</summary>
    public static AdaptiveExecuteAction Button() => Press.Leave("ヘルプ", OpenVerb);

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            "ヘルプ: 書いていただける言葉の一覧です。",
            [
                Sheet.Title("ヘルプ"),
                new AdaptiveTable
                {
                    FirstRowAsHeaders = true,
                    ShowGridLines = true,
                    Columns = [new AdaptiveTableColumnDefinition { Width = 2 }, new AdaptiveTableColumnDefinition { Width = 3 }],
                    Rows =
                    [
                        Cells(Plain.Bold("こう書くと"), Plain.Bold("こうなります")),
                        .. model.Rows.Select(row => Cells(Plain.Text(row.Say), Plain.Text(row.Gets))),
                    ],
                },
                new AdaptiveActionSet { Actions = [ContentsCard.Button()] },
            ]
        );

    private static AdaptiveTableRow Cells(params IEnumerable<AdaptiveElement> cells) =>
        new() { Cells = [.. cells.Select(cell => new AdaptiveTableCell { Items = [cell] })] };
}

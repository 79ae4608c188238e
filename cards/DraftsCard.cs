using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>The notices that someone has begun and not submitted.</summary>
public static class DraftsCard
{
    public const string OpenVerb = "notice.drafts";

    /// <summary>Older ones show once these are gone.</summary>
    public const int Most = 10;

    public sealed record Row(string Draft, string Title, string About, DateTimeOffset At);

    public sealed record Model(IReadOnlyList<Row> Rows);

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"下書きは{model.Rows.Count}件です。",
            [
                Sheet.Title("下書き"),
                Sheet.Sentence(model.Rows.Count == 0 ? "書きかけの届出はありません。" : "続きから始められます。"),
                .. model
                    .Rows.Take(Most)
                    .Select(row => new AdaptiveContainer
                    {
                        Separator = true,
                        Items =
                        [
                            Plain.Bold(row.Title),
                            .. row.About.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Text(Plain.Cut(row.About, 80))],
                            Plain.Subtle($"{Wareki.Minute(row.At)} 保存"),
                            new AdaptiveActionSet
                            {
                                Actions =
                                [
                                    Press.Among(
                                        $"{row.Title} {row.About}",
                                        Press.Button("再開", NoticeFormCard.OpenVerb, new NoticeFormCard.Open(row.Draft, 0))
                                    ),
                                    Press.Among(
                                        $"{row.Title} {row.About}",
                                        Press.Leave("削除", NoticeFormCard.CancelVerb, new NoticeFormCard.DraftRef(row.Draft))
                                    ),
                                ],
                            },
                        ],
                    }),
            ]
        );
}

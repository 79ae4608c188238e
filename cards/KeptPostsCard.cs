using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>The posts that someone keeps until they are published.</summary>
public static class KeptPostsCard
{
    public const string OpenVerb = "kept-post.open";
    public const string ListVerb = "kept-post.list";
    public const string RemoveVerb = "kept-post.remove";

    /// <summary>Older ones show once these are gone.</summary>
    public const int Most = 10;

    public sealed record Ref(string Post);

    /// <param name="Service">Empty where it is not decided.</param>
    public sealed record Row(string Post, string Service, string Text, DateTimeOffset At);

    /// <param name="Days">How long they are kept.</param>
    public sealed record Model(IReadOnlyList<Row> Rows, int Days);

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"保存した投稿は{model.Rows.Count}件です。",
            [
                Sheet.Title("保存した投稿"),
                Sheet.Sentence(
                    model.Rows.Count == 0
                        ? "保存した投稿はありません。「投稿チェック」の結果から保存できます。"
                        : $"ご本人だけが開けます。{model.Days}日たつと消えます。"
                ),
                .. model
                    .Rows.Take(Most)
                    .Select(row => new AdaptiveContainer
                    {
                        Separator = true,
                        Items =
                        [
                            Plain.Text(Plain.Cut(row.Text.ReplaceLineEndings(" "), 80)),
                            Plain.Subtle($"{Wareki.Minute(row.At)} 保存{(row.Service.Length == 0 ? "" : $"　{row.Service}")}"),
                            new AdaptiveActionSet
                            {
                                Actions =
                                [
                                    Press.Among(row.Text, Press.Button("開く", OpenVerb, new Ref(row.Post))),
                                    Press.Among(row.Text, Press.Leave("削除", RemoveVerb, new Ref(row.Post))),
                                ],
                            },
                        ],
                    }),
                new AdaptiveActionSet { Actions = [Press.Leave("新しい文を確認する", PostCheckCard.FormVerb)] },
            ]
        );

    /// <summary>After one was thrown away, in a chat where others must not see the rest.</summary>
    public static AdaptiveCard RenderRemoved() =>
        Sheet.New(
            "投稿を削除しました。",
            [
                Sheet.Title("保存した投稿"),
                Sheet.Sentence("投稿を削除しました。残りは、ご本人だけがご覧いただけます。"),
                new AdaptiveActionSet { Actions = [Press.Button("保存した投稿", ListVerb)] },
            ]
        );
}

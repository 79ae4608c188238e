using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

/// <summary>Forms of drafts, and the last look at them.</summary>
internal static partial class SampleCards
{
    private static Dictionary<string, Func<AdaptiveCard>> Forms() =>
        new()
        {
            ["NoticeFormCard_first_part"] = () => NoticeFormCard.Render(FirstPart),
            ["NoticeFormCard_marked"] = () =>
                NoticeFormCard.Render(
                    FirstPart with
                    {
                        Notice = null,
                        Fields = [FirstPart.Fields[0], FirstPart.Fields[1], FirstPart.Fields[3] with { IsMissing = true }],
                    }
                ),
            ["NoticeFormCard_last_part"] = () => NoticeFormCard.Render(FirstPart with { Part = 2, Notice = null, Reasons = [] }),
            ["NoticeFormCard_of_the_register"] = () =>
                NoticeFormCard.Render(
                    FirstPart with
                    {
                        Parts = [""],
                        Notice =
                            "「おかやま花だよリ」は台帳にありません。「おかやま花だより」（Instagram、観光課）のことでしたら、一覧から選べます。",
                        Accounts = [new(Draft, "おかやま花だより（Instagram、観光課）"), new("2", "岡山市農林水産情報（X、農林水産課）")],
                        Account = Draft,
                    }
                ),
            ["NoticeFormCard_standard"] = () =>
                NoticeFormCard.Render(
                    FirstPart with
                    {
                        Part = 1,
                        Notice = null,
                        Reasons = [],
                        Fields =
                        [
                            new(
                                "hours",
                                "運用時間",
                                NoticeFormCard.InputKind.Lines,
                                false,
                                300,
                                "",
                                Help: "空欄なら、標準の文「開庁日の午前8時30分から午後5時15分まで。」で届け出ます（実務の目安）。"
                            )
                            {
                                TakesStandard = true,
                            },
                        ],
                    }
                ),
            ["NoticeFormCard_one_part_longest"] = () =>
                NoticeFormCard.Render(
                    FirstPart with
                    {
                        Parts = [""],
                        Fields =
                        [
                            .. Enumerable
                                .Range(0, 8)
                                .Select(place => new NoticeFormCard.Field(
                                    $"field{place}",
                                    $"欄{place}",
                                    NoticeFormCard.InputKind.Lines,
                                    true,
                                    500,
                                    new string('文', 500)
                                )),
                        ],
                    }
                ),
            ["NoticeFormCard_cancel"] = () => NoticeFormCard.RenderCancel(Draft, FormTitle),
            ["NoticeFormCard_closed"] = () =>
                NoticeFormCard.RenderClosed(
                    FormTitle,
                    "下書きに保存しました。「下書き」と入力すると、どのチャットからでも再開できます。",
                    Draft
                ),
            ["NoticeFormCard_dropped"] = () => NoticeFormCard.RenderClosed("下書きを削除しました", "ほかの届出・申請も作れます。", null),
            ["NoticeConfirmCard"] = () =>
                NoticeConfirmCard.Render(
                    new(Draft, 4, FormTitle, "市長公室広報広聴課長", Rows, [], ["事後届出として提出します。（ガイドライン 6②ア）"])
                ),
            ["NoticeConfirmCard_with_standard_texts"] = () =>
                NoticeConfirmCard.Render(
                    new(
                        Draft,
                        4,
                        FormTitle,
                        "市長公室広報広聴課長",
                        [
                            .. Rows,
                            new("運用時間", "開庁日の午前8時30分から午後5時15分まで。災害時などは、これ以外の時間にも発信します。", true),
                            new("免責事項", "利用者の間、または利用者と第三者の間のトラブルについて、岡山市は責任を負いません。", true),
                        ],
                        [],
                        []
                    )
                ),
            ["NoticeConfirmCard_with_problems"] = () =>
                NoticeConfirmCard.Render(
                    new(Draft, 4, FormTitle, "市長公室広報広聴課長", Rows, ["「所属」を入力してください。（ガイドライン 4①）"], [])
                ),
            ["NoticeConfirmCard_mistyped"] = () =>
                NoticeConfirmCard.Render(
                    new(
                        Draft,
                        4,
                        FormTitle,
                        "市長公室広報広聴課長",
                        Rows,
                        [],
                        [
                            "「おかやま花だよリ」は台帳にありません。「おかやま花だより」（Instagram、観光課）のことでしたら、「台帳の名前にする」を押してください。",
                        ]
                    )
                    {
                        Meant = Draft,
                    }
                ),
            ["NoticeConfirmCard_with_a_chief"] = () =>
                NoticeConfirmCard.Render(
                    new(Draft, 4, FormTitle, "市長公室広報広聴課長", Rows, [], [])
                    {
                        Approver = new(
                            "赤木",
                            [new("29:a", "赤木花子"), new("29:b", "赤木花江")],
                            "同じように呼ばれる方が2人います。どなたかを選んでください。"
                        ),
                    }
                ),
            ["NoticeConfirmCard_longest"] = () =>
                NoticeConfirmCard.Render(
                    new(
                        Draft,
                        4,
                        FormTitle,
                        "市長公室広報広聴課長",
                        [.. Enumerable.Range(0, 19).Select(place => new NoticeConfirmCard.Row($"欄{place}", new string('文', 500)))],
                        [],
                        []
                    )
                ),
        };
}

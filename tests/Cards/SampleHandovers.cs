using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

internal static partial class SampleCards
{
    private static readonly Guid Batch = new("0199a000-0000-7000-8000-000000000002");

    private static HandoverCard.Model Handover =>
        new(
            Batch,
            [
                new(new(AccountId), "X 岡山市観光（山田 花子 → 藤原 みのり）"),
                new(new(AccountId), "Instagram okayama_kanko（山田 花子 → 藤原 みのり）", IsChosen: false),
            ],
            new("山田 花子", "藤原 みのり", "", "2026-04-01")
        );

    private static HandoverCard.Model LongestHandover =>
        Handover with
        {
            IsFile = true,
            Rows =
            [
                .. Enumerable
                    .Range(0, HandoverCard.MostRows)
                    .Select(_ => new HandoverCard.Row(
                        new(
                            AccountId,
                            new string('人', HandoverCard.LongestInFile),
                            new string('後', HandoverCard.LongestInFile),
                            "2026-04-01"
                        ),
                        new string('名', 300)
                    )),
            ],
            Errors = [.. Enumerable.Repeat(new string('誤', 100), 20)],
            Late = "",
            Chief = "観光課長",
        };

    private static NoticeBatchCard.Model SubmittedTogether =>
        new(
            Batch,
            "山田 花子",
            [("届出者", "山田 花子"), ("変更日", "令和8年4月1日")],
            [
                new("令和8年度 変更 第1号　X 岡山市観光　山田 花子 → 藤原 みのり", "提出済"),
                new("令和8年度 変更 第2号　Instagram okayama_kanko　山田 花子 → 藤原 みのり", "差戻し"),
            ],
            [new("accepted", "まとめて受理する", true), new("returned", "まとめて差し戻す", false)]
        );

    private static Dictionary<string, Func<AdaptiveCard>> Handovers() =>
        new()
        {
            ["HandoverCard"] = () => HandoverCard.Render(Handover),
            ["HandoverCard_empty"] = () => HandoverCard.Render(new(Batch, [], new("山田 花子")) { Told = "見つかりません。" }),
            ["HandoverCard_late"] = () => HandoverCard.Render(Handover with { Late = "", Errors = ["変更日が過ぎています。"] }),
            ["HandoverCard_longest"] = () => HandoverCard.Render(LongestHandover),
            ["NoticeFilesCard"] = () =>
                NoticeFilesCard.Render(
                    new(
                        "1",
                        "様式1　ソーシャルメディア利用開始届出書",
                        [new(AccountId, "規約.pdf")],
                        ["道具.exe：画像、PDF、Wordだけを添付できます。"]
                    )
                    {
                        Told = "いっしょに書かれた文は、届出には書き込んでいません。",
                    }
                ),
            ["NoticeFilesCard_longest"] = () =>
                NoticeFilesCard.Render(
                    new(
                        "1",
                        new string('届', 200),
                        [.. Enumerable.Range(0, 10).Select(_ => new NoticeFilesCard.File(AccountId, new string('名', 200)))],
                        [.. Enumerable.Repeat(new string('誤', 300), 20)]
                    )
                ),
            ["NoticeFilesCard_gone"] = () => NoticeFilesCard.RenderGone("1", "添付を取り消しました。"),
            ["NoticeBatchCard"] = () => NoticeBatchCard.Render(SubmittedTogether),
            ["NoticeBatchCard_own"] = () =>
                NoticeBatchCard.Render(SubmittedTogether with { IsOwn = true, Steps = [], Told = "2件を提出しました。" }),
            ["NoticeBatchCard_longest"] = () =>
                NoticeBatchCard.Render(
                    SubmittedTogether with
                    {
                        Rows = [.. Enumerable.Range(0, 60).Select(_ => new NoticeBatchCard.Row(new string('届', 200), "所属長の承認待ち"))],
                    }
                ),
            ["NoticeBatchCard_ask"] = () =>
                NoticeBatchCard.RenderAsk(
                    new(Batch, "accepted", "まだ決まっていない届出を、まとめて「受理」にしますか？", "受理する", ["花：担当者が違います。"])
                ),
            ["NoticeBatchCard_ask_longest"] = () =>
                NoticeBatchCard.RenderAsk(
                    new(
                        Batch,
                        "returned",
                        "まだ決まっていない届出を、まとめて「差戻し」にしますか？",
                        "差し戻す",
                        [.. Enumerable.Repeat(new string('違', 300), 20)]
                    )
                    {
                        Reason = "差戻しの理由",
                        Error = "差戻しの理由をお書きください。",
                    }
                ),
        };
}

using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

internal static partial class SampleCards
{
    private const string StartClause =
        "ア ソーシャルメディアの利用を開始する場合は、利用開始前に市長公室広報広聴課長へ様式 1 「ソーシャルメディア利用開始届出書」を提出すること。";

    public static ProcedureCard.Model StartingAnAccount =>
        new(
            "start",
            "SNSの利用を始めるときの手順",
            [StartClause],
            $"出典: {SocialMedia}（令和5年4月改訂）6②ア",
            [
                new(
                    "運用ポリシーと利用規約を定める",
                    "4②",
                    "4-2",
                    [new("いつまで", "あらかじめ", false), new("だれが", "所属長", false)],
                    ["② …"],
                    ""
                ),
                new(
                    "開始届を出す",
                    "6②ア",
                    "6-2-ア",
                    [new("どこに", "市長公室広報広聴課長", false), new("だれが", "利用する所属", true)],
                    [StartClause],
                    "届はこのボットで作れます。"
                ),
                new("利用者に知らせる", "実務の目安", null, [], [], ""),
            ]
        )
        {
            Starts =
            [
                new("開始届を作る", NoticesCard.StartVerb, new NoticesCard.Begin("start")),
                new("広報広聴課に質問する", NoneCard.EscalateVerb, new NoneCard.Escalate("始めるときの手順は？")),
            ],
        };

    private static ProcedureCard.Side WhereToStart =>
        new(
            "start",
            "SNSの利用を始めるときの手順",
            "どこに",
            [
                new("開始届を出す", "市長公室広報広聴課長", "6②ア", "6-2-ア"),
                new("利用者に知らせる", "そのアカウントの投稿（実務の目安）", "実務の目安", null),
            ]
        );

    /// <summary>As many steps as there can be, each with a long clause.</summary>
    private static ProcedureCard.Model LongestProcedure =>
        StartingAnAccount with
        {
            Quote = [new string('条', 300)],
            Steps =
            [
                .. Enumerable
                    .Range(1, 8)
                    .Select(number => new ProcedureCard.Item(
                        new string('手', 30),
                        "6①【注意事項】",
                        $"6-1-注-{number}",
                        [new("どこに", new string('所', 30), true), new("いつまで", new string('期', 30), true)],
                        [new string('条', 250), new string('条', 250)],
                        new string('説', 60)
                    )),
            ],
        };
}

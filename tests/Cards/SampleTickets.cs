using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

internal static partial class SampleCards
{
    private static readonly TicketCard.Model Ticket = new(
        "広報広聴課",
        IncidentId,
        "Q-1A2B3C4D",
        "対応中",
        "岡本健",
        "広報太郎",
        "市長の動画を引用するときの注意は？",
        "X です。",
        [new(Afternoon, "広報太郎", "担当", ""), new(Afternoon, "広報太郎", "広報広聴課の回答", "元の動画のURLを添えてください。")],
        true,
        true,
        false,
        true
    );

    private static readonly TicketCard.TeachModel Teaching = new(
        "広報広聴課",
        IncidentId,
        "Q-1A2B3C4D",
        "市長の動画を引用するときの注意は？",
        "元の動画のURLを添えてください。",
        TicketCard.OwnAnswer,
        [new("4-5", "4⑤　取得したアカウント…"), new("5-1-b", "5①・2　他の利用者の投稿…")],
        null
    );

    private static readonly RevisionCard.Model Revision = new(
        "令和5年4月改訂から令和9年4月改訂へ",
        "令和9年4月1日から",
        new(1, 0),
        [
            new("4⑤", "変更", "定期的に変更することとする。", "90日ごとに変更することとする。", ["questions/4.md: 例文（12件）"]),
            new("5①・4", "削除", "URL短縮サービスは…", "", []),
        ],
        7,
        false,
        true
    );

    private static Dictionary<string, Func<AdaptiveCard>> OfTickets() =>
        new()
        {
            ["TicketCard"] = () => TicketCard.Render(Ticket),
            ["TicketCard_form"] = () =>
                TicketCard.RenderForm(Ticket with { Text = "元の", Error = "回答を2000文字以内でお書きください。" }),
            ["TicketCard_for_the_asker"] = () =>
                TicketCard.RenderForAsker(
                    Ticket with
                    {
                        Status = "回答済",
                        CanTake = false,
                        CanAnswer = false,
                        CanFollow = true,
                        Told = "広報広聴課から回答がありました。",
                    }
                ),
            ["TicketCard_longest"] = () =>
                TicketCard.RenderForAsker(
                    Ticket with
                    {
                        Question = new string('問', 1000),
                        Note = new string('補', 500),
                        CanFollow = true,
                        Text = new string('文', 2000),
                        Events =
                        [
                            .. Enumerable
                                .Range(0, 12)
                                .Select(_ => new TicketCard.Entry(
                                    Afternoon,
                                    new string('名', 40),
                                    "広報広聴課の回答",
                                    new string('答', 2000)
                                )),
                        ],
                    }
                ),
            ["TicketCard_answered"] = () =>
                TicketCard.Render(Ticket with { Status = "回答済", CanTake = false, CanAnswer = false, CanTeach = true }),
            ["TicketCard_hand"] = () =>
                TicketCard.RenderHand(Ticket with { Error = "担当する人を選んでください。" }, [new("29:a", "広報次郎")]),
            ["TicketCard_hand_nobody"] = () => TicketCard.RenderHand(Ticket, []),
            ["TicketCard_teach"] = () =>
                TicketCard.RenderTeach(Teaching with { Taught = "4⑤の例文", Told = "知識に加えました。今から答えに使います。" }),
            ["TicketCard_teach_longest"] = () =>
                TicketCard.RenderTeach(
                    Teaching with
                    {
                        Question = new string('問', 300),
                        Answer = new string('答', 2000),
                        Error = "答えを、一覧から選んでください。",
                        Targets =
                        [
                            .. Enumerable
                                .Range(0, 60)
                                .Select(place => new Choice($"6-1-注-{place}", $"6①【注意事項】・{place}　{new string('条', 20)}")),
                        ],
                    }
                ),
            ["RevisionCard"] = () => RevisionCard.Render(Revision),
            ["RevisionCard_longest"] = () =>
                RevisionCard.Render(
                    Revision with
                    {
                        Page = new(2, 1),
                        HasEarlier = true,
                        Total = 20,
                        Changes =
                        [
                            .. Enumerable
                                .Range(0, RevisionCard.PageLength)
                                .Select(_ => new RevisionCard.Change(
                                    "6①【注意事項】・4",
                                    "変更",
                                    new string('前', 900),
                                    new string('後', 900),
                                    [.. Enumerable.Range(0, 9).Select(_ => new string('指', 90))]
                                )),
                        ],
                    }
                ),
        };
}

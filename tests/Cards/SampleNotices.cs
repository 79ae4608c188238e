using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

/// <summary>The cards of the notices.</summary>
internal static partial class SampleCards
{
    private const string Draft = "0197a2f0-0000-7000-8000-000000000001";
    private const string FormTitle = "様式1　ソーシャルメディア利用開始届出書";
    private const string Number = "令和8年度 開始 第12号";

    private static readonly NoticeConfirmCard.Row[] Rows =
    [
        new("ソーシャルメディアの種類", "Instagram"),
        new("アカウント名", "おかやま花だより"),
        new("URL", "https://www.instagram.com/okayama_hana/"),
        new("利用開始日", "令和8年12月1日"),
        new("情報発信の目的", "市内の花の見頃を知らせ、来訪を促すため"),
    ];

    private static readonly NoticeFormCard.Model FirstPart = new(
        Draft,
        FormTitle,
        ["アカウント", "運用", "ポリシーと規約"],
        0,
        [
            new("service", "ソーシャルメディアの種類", NoticeFormCard.InputKind.Line, true, 200, "Instagram"),
            new(
                "url",
                "URL",
                NoticeFormCard.InputKind.Line,
                true,
                200,
                "instagram",
                "https://www.instagram.com/okayama_hana/",
                "まだ取得していないときは、予定のURLを入れてください。",
                "「URL」の「instagram」はURLとして読み取れません。https:// から始まるアドレスを入れてください。"
            ),
            new("startDate", "利用開始日", NoticeFormCard.InputKind.Day, true, 200, "2026-12-01", "12月1日"),
            new("purpose", "情報発信の目的", NoticeFormCard.InputKind.Lines, true, 300, "", "市内の花の見頃を知らせ、来訪を促すため"),
        ],
        [
            new(
                "URL、アカウント名",
                "4③",
                "運用を行うに当たって周知すべき次の事項を、運用ポリシーとして定めるものとする。\nアカウント名、URL（※2）及びアカウント管理者名"
            ),
        ],
        "利用開始日「令和8年12月1日」を読み取りました。違うところは直してください。"
    )
    {
        Version = 3,
        Progress = "必須9項目中6項目",
    };

    private static readonly NoticeCard.Model Submitted = new(
        Draft,
        3,
        Number,
        FormTitle,
        "提出済",
        "岡本健",
        [Rows[0], Rows[1], new("所属", "観光振興課"), Rows[3]],
        [Rows[2], Rows[4]],
        ["事後届出"],
        [new(Afternoon, "岡本健", "提出", null), new(Afternoon.AddHours(2), "広報太郎", "質問", "対象者はどなたですか。")],
        [new("accepted", "受理する", true, true), new("returned", "差し戻す", true), new("asked", "質問する", true)]
    );

    private static readonly NoticeListCard.Page OfReviewers = new(NoticeListCard.Everybodys, "Submitted", 1);

    private static readonly NoticeCard.Model Accepted = Submitted with
    {
        Status = "受理",
        Lead = "「受理」として記録し、お知らせします。",
        Events = [.. Submitted.Events, new(Afternoon.AddHours(5), "広報花子（広報太郎さんの代理）", "受理", null)],
        Choices = [new("takenback", "取り消す（10分以内）", false)],
        NextSteps = [new("ウェブサイトの一覧への掲載（4②）", "まだ", false), new("全庁ネットワーク管理者への写し（6②エ）", "済み", true)],
        Listed = "一覧に掲載しました",
        Chief = "赤木花子",
    };

    private static readonly DeputyCard.Model Deputies = new(
        [
            new(Draft, true, "広報花子", new(2026, 12, 1), new(2026, 12, 11)),
            new(Draft, false, "赤木花子", new(2026, 12, 1), new(2026, 12, 4)),
        ],
        "赤木",
        "2026-12-01",
        "2026-12-11",
        []
    );

    private static readonly NoticeListCard.Model Listed = new(
        "届出一覧",
        new NoticeListCard.Page(NoticeListCard.Everybodys, "Submitted", 1),
        [
            .. Enumerable
                .Range(7, NoticeListCard.PageLength)
                .Select(place => new NoticeListCard.Row(
                    Draft,
                    $"令和8年度 開始 第{place}号",
                    "ソーシャルメディア利用開始届出書",
                    "Instagram　おかやま花だより　観光振興課",
                    "提出済",
                    Afternoon
                )),
        ],
        15,
        [new(NoticeListCard.All, "すべて"), new("Submitted", "提出済"), new("Returned", "差戻し")]
    );

    private static Dictionary<string, Func<AdaptiveCard>> Notices() =>
        new()
        {
            ["NoticesCard"] = () =>
                NoticesCard.Render(
                    new(
                        [
                            new("start", "開始届", FormTitle, "市長公室広報広聴課長へ　ガイドライン 6②ア"),
                            new("unblock", "閲覧解除申請", "Webページの閲覧解除申請書", "全庁ネットワーク管理者へ　ガイドライン 6①ア"),
                        ],
                        2
                    )
                ),
            ["NoticeCard_for_reviewers"] = () => NoticeCard.Render(Submitted),
            ["NoticeCard_accepted"] = () => NoticeCard.Render(Accepted),
            ["NoticeCard_from_a_list"] = () => NoticeCard.Render(Accepted with { List = OfReviewers }),
            ["NoticeCard_to_approve"] = () =>
                NoticeCard.Render(
                    Submitted with
                    {
                        Status = "所属長の承認待ち",
                        Chief = "赤木花子",
                        Lead = "岡本健さんから「提出」がありました。",
                        Events = [Submitted.Events[0]],
                        Choices = [new("approved", "承認する", false, true), new("returned", "差し戻す", true)],
                        CanAppoint = true,
                    }
                ),
            ["NoticeCard_longest"] = () =>
                NoticeCard.Render(
                    Accepted with
                    {
                        Facts = [.. Enumerable.Range(0, 4).Select(place => new NoticeConfirmCard.Row($"欄{place}", new string('文', 200)))],
                        Rows = [.. Enumerable.Range(0, 15).Select(place => new NoticeConfirmCard.Row($"欄{place}", new string('文', 500)))],
                        Events =
                        [
                            .. Enumerable
                                .Range(0, 6)
                                .Select(_ => new NoticeCard.Entry(
                                    Afternoon,
                                    "広報太郎",
                                    "質問",
                                    new string('文', NoticeCard.LongestReason)
                                )),
                        ],
                    }
                ),
            ["NoticeCard_yes"] = () =>
                NoticeCard.RenderYes(
                    new(
                        Submitted,
                        "accepted",
                        "この届出を受理しますか？",
                        ["台帳に記載し、岡本健さんに知らせます。10分以内なら取り消せます。"],
                        "受理する"
                    )
                ),
            ["NoticeCard_note"] = () => NoticeCard.RenderNote(Draft, Number, "岡本健さんから「回答」がありました。半年残します。"),
            ["NoticeListCard_reminder"] = () => NoticeListCard.RenderReminder("次の届出が、受理か差戻しを待っています。", Listed.Rows, 7),
            ["DeputyCard"] = () => DeputyCard.Render(Deputies),
            ["DeputyCard_which"] = () =>
                DeputyCard.Render(
                    Deputies with
                    {
                        Rows = [],
                        Choices = [new("29:a", "赤木花子"), new("29:b", "赤木花江")],
                        Error = "同じように呼ばれる方が2人います。どなたかを選んでください。",
                    }
                ),
            ["DeputyCard_appointed"] = () => DeputyCard.RenderAppointed("赤木花子", new(2026, 12, 1), new(2026, 12, 11)),
            ["NoticeCard_returned"] = () =>
                NoticeCard.Render(
                    Submitted with
                    {
                        Status = "差戻し",
                        Remarks = [],
                        Choices = [new("withdrawn", "取り下げる", true)],
                        CanRedo = true,
                    }
                ),
            ["NoticeCard_reason"] = () =>
                NoticeCard.RenderReason(
                    new(
                        Draft,
                        3,
                        "returned",
                        Number,
                        FormTitle,
                        "差戻しの理由",
                        "差し戻す",
                        "目的を",
                        "差戻しの理由を500文字以内でお書きください。"
                    )
                ),
            ["NoticeListCard"] = () => NoticeListCard.Render(Listed),
            ["NoticeListCard_empty"] = () =>
                NoticeListCard.Render(
                    Listed with
                    {
                        Page = new(NoticeListCard.Mine, NoticeListCard.All, 0),
                        Rows = [],
                        Total = 0,
                        Title = "届出状況",
                    }
                ),
            ["DeliveriesCard"] = () =>
                DeliveriesCard.Render(
                    new(
                        [
                            new(
                                Draft,
                                "koho@example.jp",
                                "届出の提出",
                                true,
                                10,
                                "メールサーバーが宛先を受け付けませんでした。",
                                Afternoon
                            ),
                            new(Draft, "Teams", "届出者へのお知らせ", false, 1, null, Afternoon),
                        ],
                        1,
                        14,
                        2
                    )
                ),
            ["DeliveriesCard_empty"] = () => DeliveriesCard.Render(new([], 0, 0, 0)),
            ["DraftsCard"] = () => DraftsCard.Render(new([new(Draft, FormTitle, "Instagram　おかやま花だより", Afternoon)])),
            ["DraftsCard_empty"] = () => DraftsCard.Render(new([])),
        };
}

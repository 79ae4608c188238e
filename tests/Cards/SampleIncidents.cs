using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

/// <summary>The cards of the checklists.</summary>
internal static partial class SampleCards
{
    private const string IncidentId = "0197a2f0-0000-7000-8000-0000000000aa";
    private const string IncidentTitle = "【訓練】炎上　Instagram　おかやま花だより";

    private static readonly IncidentCard.Entry[] Steps =
    [
        new("hold", 1, "個人の判断で反論や抗弁をしない", IncidentCard.State.Done, "全員", "岡本健", "14:07", "5②ア", ""),
        new("capture", 2, "投稿と反応を記録する", IncidentCard.State.Late, "記録", "山田花子", "12分過ぎ（14:15まで）", null, "")
        {
            IsMine = true,
            NeedsProof = true,
        },
        new("chief", 3, "所属長に知らせ、統括を決める", IncidentCard.State.Waiting, "対応", null, "返事待ち（15:05まで）", null, ""),
        new("notice", 4, "時間がかかるときは、その旨を説明する", IncidentCard.State.Open, "対応", null, "あと8分（14:35まで）", "5②ア", ""),
        new(
            "disaster",
            5,
            "重要な情報を関係機関と共有したうえで返信する",
            IncidentCard.State.Open,
            "統括",
            null,
            "あと8分（14:35まで）",
            "4⑥",
            "災害発生時などの緊急時"
        ),
        new("facts", 6, "事実を確かめ、誤りがあるかを判断する", IncidentCard.State.Open, "統括", null, "あと38分（15:05まで）", null, ""),
        new(
            "press",
            7,
            "報道機関への答えをそろえる",
            IncidentCard.State.Waived,
            "統括",
            "岡本健",
            "14:20",
            null,
            "報道機関から問い合わせがあったとき"
        ),
        new(
            "answer",
            8,
            "所属として、冷静に説明や訂正、謝罪を行う",
            IncidentCard.State.Open,
            "統括",
            null,
            "あと2時間（17:05まで）",
            "5②ア",
            ""
        )
        {
            NeedsProof = true,
        },
        new("watch", 9, "収まるまで見守る", IncidentCard.State.Open, "記録", null, "あと23時間（11月21日 14:05まで）", null, ""),
    ];

    private static readonly IncidentCard.Model Running = new(
        IncidentId,
        "炎上",
        true,
        "Instagram　おかやま花だより",
        "投稿が叩かれまくってる どうすれば",
        "https://www.instagram.com/p/abc/",
        Afternoon.AddMinutes(-40),
        Afternoon,
        "岡本健",
        Steps,
        ["統括 観光太郎", "記録 山田花子"],
        "14:20 山田花子　批判は10分に3件ほど。",
        "14:20 山田花子　状況報告"
    )
    {
        AsOf = "14:27",
    };

    private static readonly IncidentStartCard.Model Starting = new(
        [new("flaming", "炎上"), new("impersonation", "なりすまし")],
        [new(IncidentId, "Instagram　おかやま花だより（観光振興課）")],
        new("flaming", IncidentId, "", "投稿が叩かれまくってる どうすれば", "", "2025-11-20", "14:05"),
        "一人で言い返さないでください。まず記録を残し、所属長に知らせます。"
    );

    private static readonly IncidentStepCard.Model Step = new(
        IncidentId,
        IncidentTitle,
        Steps[3],
        (
            "5②ア",
            "対応に時間を要する場合はその旨を説明するなど、速やかに対応を行い、相手に無視している印象を与えないようにしなければならない。"
        ),
        "いつまでに答えるかを知らせます。",
        "知らせた投稿のURL",
        "このたびの投稿について、多くのご意見をいただいています。\n確認の結果は、○月○日○時ごろまでにお知らせします。\n観光振興課",
        null,
        false,
        false
    );

    private static readonly IncidentTimelineCard.Model Timeline = new(
        IncidentId,
        IncidentTitle,
        [
            new(4, Afternoon.AddMinutes(16), Afternoon.AddMinutes(16), "山田花子", "証拠：画面.png", "SHA-256 0a1b", null)
            {
                Picture = "https://bot.example.jp/downloads/abc",
            },
            new(3, Afternoon.AddMinutes(15), Afternoon.AddMinutes(15), "山田花子", "訂正", "批判は30件でした。", 2),
            new(2, Afternoon.AddMinutes(-50), Afternoon.AddMinutes(10), "山田花子", "メッセージの記録：岡本健さん", "批判は3件。", null)
            {
                Link = "https://teams.microsoft.com/l/message/19:abc/1",
            },
            new(1, Afternoon, Afternoon, "岡本健", "訓練の開始", "投稿が叩かれまくってる どうすれば", null),
        ],
        0,
        3
    );

    private static readonly IncidentStatusCard.Model Status = new(
        IncidentId,
        IncidentTitle,
        "30分ごとの状況報告の時間です。今の状況を一言お知らせください。",
        ["投稿と反応を記録する（12分過ぎ（14:15まで）、山田花子さん）"]
    );

    private static readonly IncidentCloseCard.CloseModel Closing = new(
        IncidentId,
        IncidentTitle,
        [new("capture", "投稿と反応を記録する", false), new("watch", "収まるまで見守る", true)]
    );

    private static readonly DrillsCard.Model Drills = new(
        [
            new("flaming-flower", "花だよりの投稿が炎上した", "炎上　60分　できごと5件"),
            new("takeover-night", "夜に公式アカウントが乗っ取られた", "アカウント乗っ取り・不正ログイン　60分　できごと4件"),
        ],
        [new(IncidentId, "Instagram　おかやま花だより（観光振興課）")],
        IncidentId
    );

    private static readonly DrillsCard.Planned[] Plans =
    [
        new(IncidentId, "12月3日（木）14:00", "花だよりの投稿が炎上した", "このチャット　岡山 花子さんが決めた予定", true),
        new(IncidentId, "1月15日（金）9:00", "夜に公式アカウントが乗っ取られた", "広報担当グループ　赤木 花子さんが決めた予定", false),
    ];

    private static readonly DrillPlanCard.Model Plan = new(
        [new("flaming-flower", "花だよりの投稿が炎上した"), new("takeover-night", "夜に公式アカウントが乗っ取られた")],
        [new(IncidentId, "Instagram　おかやま花だより（観光振興課）")],
        [new("a:chat", "このチャット"), new("operator", "扱うアカウントの担当者のチャット")],
        new("flaming-flower", IncidentId, "a:chat", "2026-12-03", "14:00")
    );

    private static readonly DrillsCard.Arrived Arrived = new(
        IncidentId,
        "first",
        "最初の批判",
        "Xの利用者",
        "「春を満喫できないのは損」って、市の公式が言うこと？\n引用 84件、返信 132件",
        true
    );

    private static readonly IncidentsCard.Model Incidents = new(
        "すべてのチェックリスト",
        [
            new("flaming", "炎上"),
            new("impersonation", "なりすまし"),
            new("mistake", "誤投稿・誤情報の訂正"),
            new("takeover", "アカウント乗っ取り・不正ログイン"),
        ],
        new(IncidentsCard.Running, 1),
        [
            .. Enumerable
                .Range(0, IncidentsCard.PageLength)
                .Select(_ => new IncidentsCard.Row(IncidentId, IncidentTitle, "12件のうち3件が済みました。", Afternoon)),
        ],
        15
    );

    private static Dictionary<string, Func<AdaptiveCard>> OfIncidents() =>
        new()
        {
            ["IncidentStartCard"] = () => IncidentStartCard.Render(Starting),
            ["IncidentStartCard_without_register"] = () =>
                IncidentStartCard.Render(Starting with { Accounts = [], Error = "「いつから（日）」を選び直してください。" }),
            ["IncidentStartCard_edit"] = () => IncidentStartCard.RenderEdit(IncidentId, IncidentCard.SaveVerb, Starting),
            ["IncidentStartCard_longest"] = () =>
                IncidentStartCard.Render(
                    Starting with
                    {
                        Accounts = [.. Enumerable.Range(0, 40).Select(place => new Choice($"{IncidentId}{place}", new string('名', 200)))],
                        Entered = Starting.Entered with { Seen = new string('文', 1000), Url = new string('u', 500) },
                    }
                ),
            ["IncidentCard"] = () => IncidentCard.Render(Running),
            ["IncidentCard_just_settled"] = () =>
                IncidentCard.Render(
                    Running with
                    {
                        Told = "「個人の判断で反論や抗弁をしない」：完了しました。",
                        JustSettled = "hold",
                        Quiet = "いまできることはありません。次は15:05に「所属長に知らせ、統括を決める」の返事を確かめます。",
                    }
                ),
            ["IncidentCard_told"] = () =>
                IncidentCard.Render(
                    Running with
                    {
                        IsDrill = false,
                        Team = [],
                        LastStatus = null,
                        Latest = null,
                        Told = "先に山田花子さんが「完了」にしました。",
                    }
                ),
            ["IncidentCard_closed"] = () => IncidentCard.Render(Running with { Closed = "終了 令和7年11月20日 18:00　新しい批判がない。" }),
            ["IncidentCard_longest"] = () =>
                IncidentCard.Render(
                    Running with
                    {
                        Seen = new string('文', 1000),
                        Account = new string('名', 400),
                        Steps =
                        [
                            .. Enumerable
                                .Range(0, 15)
                                .Select(place => Steps[1] with { Id = $"step{place}", Number = place + 1, Title = new string('手', 40) }),
                        ],
                    }
                ),
            ["IncidentStepCard"] = () => IncidentStepCard.Render(Step),
            ["IncidentStepCard_mine_with_an_error"] = () =>
                IncidentStepCard.Render(
                    Step with
                    {
                        IsMine = true,
                        Clause = null,
                        Wording = "",
                        Error = "対象外にするときは、理由を「記録」にお書きください。",
                    }
                ),
            ["IncidentStepCard_settled"] = () =>
                IncidentStepCard.Render(Step with { Step = Steps[0], Settled = "令和7年11月20日 14:07 岡本健さん\n全員に伝えた。" }),
            ["IncidentStepCard_closed"] = () => IncidentStepCard.Render(Step with { IsClosed = true }),
            ["IncidentStepCard_to_call"] = () =>
                IncidentStepCard.Render(
                    Step with
                    {
                        Contacts =
                        [
                            new(IncidentId, "所属長", "観光太郎", "086-000-0001", false, false),
                            new(IncidentId, "当番", "岡本健", "086-000-0002 内線12", true, true),
                        ],
                        ContactsNote = "登録の確認は令和7年9月1日です。つながらなければ、次の方へ連絡してください。",
                    }
                ),
            ["IncidentStepCard_call"] = () =>
                IncidentStepCard.RenderCall(
                    "炎上　Instagram　おかやま花だより",
                    "所属長に知らせ、統括を決める",
                    "投稿が叩かれまくってる どうすれば",
                    "岡本健",
                    new(IncidentId, "chief", IncidentId, IncidentStepCard.Reached)
                ),
            ["ContactsCard"] = () =>
                ContactsCard.RenderList(
                    new(
                        [new("観光振興課", 3, new DateOnly(2025, 9, 1), true), new("広報広聴課", 2, new DateOnly(2025, 11, 1), false)],
                        0,
                        12
                    )
                ),
            ["ContactsCard_empty"] = () => ContactsCard.RenderList(new([], 0, 0)),
            ["ContactsCard_section"] = () =>
                ContactsCard.RenderSection(
                    new(
                        "観光振興課",
                        [new(IncidentId, 1, "所属長", "観光太郎", "086-000-0001", true), new(IncidentId, 2, "当番", "岡本健", "", false)],
                        new DateOnly(2025, 9, 1),
                        "山田花子",
                        true
                    )
                    {
                        Told = "保存しました。",
                    }
                ),
            ["ContactsCard_section_longest"] = () =>
                ContactsCard.RenderSection(
                    new(
                        new string('課', 60),
                        [
                            .. Enumerable
                                .Range(1, ContactsCard.MostOfSection)
                                .Select(rank => new ContactsCard.Row(
                                    IncidentId,
                                    rank,
                                    new string('役', 60),
                                    new string('名', 60),
                                    new string('0', 30),
                                    true
                                )),
                        ],
                        new DateOnly(2025, 9, 1),
                        new string('名', 60),
                        true
                    )
                ),
            ["ContactsCard_form"] = () =>
                ContactsCard.RenderForm(
                    new(
                        new(IncidentId, "観光振興課", "当番", "岡本健", null, "086-000-0002", "2"),
                        [new("29:a", "岡本健"), new("29:b", "岡本 健")],
                        "同じ名前の方がいます。選んでください。"
                    )
                ),
            ["ContactsCard_reminder"] = () => ContactsCard.RenderReminder(["観光振興課", "広報広聴課"]),
            ["DrillsCard"] = () => DrillsCard.Render(Drills),
            ["DrillsCard_empty"] = () =>
                DrillsCard.Render(Drills with { Drills = [], Accounts = [], Error = "この訓練は、もうありません。" }),
            ["DrillsCard_planned"] = () => DrillsCard.Render(Drills with { Told = "訓練の予定を取りやめました。", Plans = Plans }),
            ["DrillPlanCard"] = () => DrillPlanCard.Render(Plan),
            ["DrillPlanCard_error"] = () => DrillPlanCard.Render(Plan with { Error = "始める日と時刻を選んでください。" }),
            ["DrillPlanCard_missed"] = () => DrillPlanCard.RenderMissed("12月3日（木）14:00の「花だよりの投稿が炎上した」"),
            ["DrillsCard_arrived"] = () => DrillsCard.RenderArrived(Arrived),
            ["DrillsCard_picture"] = () => DrillsCard.RenderPicture(Arrived, "https://bot.example.jp/downloads/abc"),
            ["IncidentTimelineCard"] = () => IncidentTimelineCard.Render(Timeline with { Told = "記録しました。" }),
            ["IncidentTimelineCard_longest"] = () =>
                IncidentTimelineCard.Render(
                    Timeline with
                    {
                        Entries =
                        [
                            .. Enumerable
                                .Range(0, IncidentTimelineCard.PageLength)
                                .Select(place => new IncidentTimelineCard.Entry(
                                    place,
                                    Afternoon,
                                    Afternoon,
                                    new string('名', 60),
                                    new string('事', 80),
                                    new string('文', 1000),
                                    1
                                )),
                        ],
                        Number = 1,
                        Total = 30,
                        Text = new string('文', 1000),
                        Error = "書き足すことをお書きください。",
                    }
                ),
            ["IncidentTeamCard"] = () =>
                IncidentTeamCard.Render(
                    new(
                        IncidentId,
                        IncidentTitle,
                        ["統括：観光太郎", "参加：岡本健"],
                        [new("29:a", "観光太郎")],
                        [new("19:b", "広報広聴課の窓口")],
                        "「統括」になりました。"
                    )
                ),
            ["IncidentTeamCard_alone"] = () => IncidentTeamCard.Render(new(IncidentId, IncidentTitle, [], [], [])),
            ["IncidentTeamCard_longest"] = () =>
                IncidentTeamCard.Render(
                    new(
                        IncidentId,
                        IncidentTitle,
                        [.. Enumerable.Range(0, 20).Select(_ => new string('名', 60))],
                        [.. Enumerable.Range(0, 20).Select(place => new Choice($"29:{place}{new string('x', 60)}", new string('名', 60)))],
                        [.. Enumerable.Range(0, 60).Select(place => new Choice($"19:{place}{new string('x', 60)}", new string('名', 60)))]
                    )
                ),
            ["IncidentStatusCard"] = () => IncidentStatusCard.Render(Status),
            ["IncidentStatusCard_not_calm_yet"] = () => IncidentStatusCard.Render(Status with { AsksForCalm = true }),
            ["IncidentStatusCard_form"] = () =>
                IncidentStatusCard.Render(Status with { Late = [], CanSnooze = false, Error = "今の状況を1000文字以内でお書きください。" }),
            ["IncidentStatusCard_reminder"] = () =>
                IncidentStatusCard.RenderReminder(
                    new(
                        [
                            new(
                                IncidentId,
                                IncidentTitle,
                                [.. Status.Late, "状況報告の時間です。今の状況を一言お知らせください。"],
                                true,
                                ""
                            ),
                            new(IncidentId, "誤投稿・誤情報の訂正　X　岡山市", [], false, "次は23:30に「訂正や謝罪を行う」です。"),
                        ],
                        false
                    )
                ),
            ["IncidentStatusCard_older_reminder"] = () => IncidentStatusCard.RenderReminder(new([], true)),
            ["IncidentCloseCard_follow_up"] = () =>
                IncidentCloseCard.RenderFollowUp(
                    IncidentId,
                    IncidentTitle,
                    new(IncidentId, "二人で確認する（岡本健さん、令和9年1月15日まで）", false)
                ),
            ["IncidentCloseCard"] = () => IncidentCloseCard.RenderClose(Closing),
            ["IncidentCloseCard_nothing_open"] = () =>
                IncidentCloseCard.RenderClose(Closing with { Open = [], Error = "終了する理由を1000文字以内でお書きください。" }),
            ["IncidentCloseCard_review"] = () =>
                IncidentCloseCard.RenderReview(
                    new(IncidentTitle, new(IncidentId, "確認せずに出した。"), "「いつまでに」を選んでください。")
                ),
            ["IncidentCloseCard_review_with_changes"] = () =>
                IncidentCloseCard.RenderReview(
                    new(IncidentTitle, new(IncidentId, "確認せずに出した。", "一人で確かめていた。"))
                    {
                        Changes =
                        [
                            new(IncidentId, "二人で確認する（岡本健さん、令和9年1月15日まで）", false),
                            new(IncidentId, "手順を配る（山田花子さん、令和8年12月15日まで）", true),
                        ],
                    }
                ),
            ["IncidentNoteCard"] = () =>
                IncidentNoteCard.Render(new(IncidentId, IncidentTitle, "記録しました。", "9:15　「市長室に報告した」", 4)),
            ["IncidentNoteCard_taken_back"] = () =>
                IncidentNoteCard.Render(
                    new(IncidentId, IncidentTitle, "記録を取り消しました。", "経過には、4の取り消しとして残ります。", null)
                ),
            ["IncidentNoteCard_so_far"] = () =>
                IncidentNoteCard.RenderSoFar(
                    new(
                        IncidentId,
                        IncidentTitle,
                        [
                            ("何が", $"{IncidentTitle}。投稿が叩かれまくってる"),
                            ("いつから", "13:25から。対応は14:05に岡本健さんが開始"),
                            ("したこと", "個人の判断で反論や抗弁をしない（14:07）"),
                            ("だれが", "統括 観光太郎、記録 山田花子"),
                            ("残り", "8件。次は2「投稿と反応を記録する」、12分過ぎ（14:15まで）"),
                            ("状況報告", "14:20 山田花子さん「批判は10分に3件ほど。」。次は14:50"),
                        ],
                        false
                    )
                ),
            ["IncidentNoteCard_evidence"] = () =>
                IncidentNoteCard.RenderKept(
                    new(
                        IncidentId,
                        IncidentTitle,
                        ["証拠4　画面.png"],
                        ["動画.mov：画像、PDF、Word、Excel、PowerPoint、MP4だけを記録できます。"],
                        [4],
                        [new("capture", "2　投稿と反応を記録する")]
                    )
                ),
            ["IncidentNoteCard_beside_a_message"] = () =>
                IncidentNoteCard.RenderBeside(
                    new(
                        new(
                            "批判の電話が3件ありました。",
                            "https://teams.microsoft.com/l/message/19:abc/1",
                            "岡本健",
                            "",
                            "2025-11-20T05:05:00Z"
                        ),
                        [(IncidentId, IncidentTitle)],
                        "画像とファイルはここからは取り込めません。チェックリストのチャットに送ってください。"
                    )
                ),
            ["IncidentsCard_which"] = () =>
                IncidentsCard.RenderWhich(
                    "どのチェックリストのことですか？",
                    "2番できた",
                    "2番できた",
                    "incident:done",
                    [.. Incidents.Rows.Take(2)]
                ),
            ["IncidentsCard"] = () => IncidentsCard.Render(Incidents),
            ["IncidentsCard_empty"] = () =>
                IncidentsCard.Render(
                    Incidents with
                    {
                        Title = "参加しているチェックリスト",
                        Page = new(IncidentsCard.All, 0),
                        Rows = [],
                        Total = 0,
                    }
                ),
            ["IncidentsCard_digest"] = () => IncidentsCard.RenderDigest("対応中のチェックリスト", Incidents.Rows, 15),
            ["InsightsCard"] = () =>
                InsightsCard.Render(
                    new(
                        "令和8年11月",
                        new("2026-11-01"),
                        new("2026-10-01"),
                        null,
                        [
                            new("質問", [new("答えを示した", 120), new("見つからなかった", 8)]),
                            new("ガイドラインに見つからなかった質問", []),
                            new("届出・申請", [new("ソーシャルメディア利用開始届出書", 3, "受理などまでの中央値 1.5時間")]),
                        ]
                    )
                ),
            ["DownloadCard"] = () =>
                DownloadCard.Render(
                    new(
                        "報告書",
                        IncidentTitle,
                        [new("Word（.docx）", "https://bot.example.jp/downloads/abc")],
                        30,
                        new Start("一覧へ戻る", IncidentCard.OpenVerb, new IncidentCard.Ref(IncidentId))
                    )
                ),
            ["DownloadCard_sends"] = () =>
                DownloadCard.Render(
                    new(
                        "書類とデータ",
                        "令和8年度 開始 第3号",
                        [new("利用開始届出書", "https://bot.example.jp/downloads/abc")],
                        30,
                        new Start("届出へ戻る", NoticeCard.OpenVerb, new NoticeCard.NoticeRef(IncidentId))
                    )
                    {
                        Send = new Start("OneDriveに保存", NoticeCard.SendPapersVerb, new NoticeCard.NoticeRef(IncidentId)),
                    }
                ),
        };
}

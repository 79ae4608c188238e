using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

internal static partial class SampleCards
{
    private const string SocialMedia = "岡山市ソーシャルメディアの運用に関するガイドライン";

    public static AnswerCard.Model Password =>
        new(
            "4-5",
            "4⑤",
            ["4 ソーシャルメディア利用の基本事項"],
            [
                [
                    new("⑤ 取得したアカウントへの"),
                    new("ログインパスワード", true),
                    new("の設定に当たっては、推測されやすいものは避け、第三者に知られることのないように厳重に管理し、"),
                    new("定期的に変更", true),
                    new("することとする。"),
                ],
            ],
            SocialMedia,
            "令和5年4月改訂"
        )
        {
            Question = "パスワードはいつ変えればいい？",
            Terms = [new("アカウント", "利用するサービスにログインするための、利用者権限。", "7 用語の解説『アカウント』")],
            Starts = [new("様式1を作成", "sample.start", new { Kind = "start" })],
            Related =
            [
                new(
                    "4-1",
                    "4①",
                    "ソーシャルメディアの運用は、原則として所属単位（課・室・局等）で当該ソーシャルメディアの運営者が発行するアカウント（※1）を取得して行うこととする。"
                ),
                new(
                    "6-2-イ",
                    "6②イ",
                    "ソーシャルメディアを利用する担当者を変更する場合は、変更前に市長公室広報広聴課長へ様式 2 を提出すること。"
                ),
            ],
            Previous = new("4-4", "4④", "利用者があらかじめ同意することが必要な次の事項を、利用規約として定めるものとする。"),
            Next = new(
                "4-6",
                "4⑥",
                "発信した情報に対する意見や質問に対する返信の対応は、各所属で決定することとするが、災害発生時などの緊急時においては、"
            ),
        };

    public static AnswerCard.Model Flaming =>
        new(
            "5-2-ア",
            "5②ア",
            ["5 トラブルの防止と対応", "② トラブルが発生した場合"],
            [
                [new("ア "), new("炎上", true), new("（※4）状態になった場合")],
                [
                    new("炎上", true),
                    new(
                        "状態になった場合は、職員個人の判断による反論や抗弁は控え、必要に応じて、所属として冷静に説明や訂正、謝罪を行わなければならない。"
                    ),
                ],
                [
                    new(
                        "対応に時間を要する場合はその旨を説明するなど、速やかに対応を行い、相手に無視している印象を与えないようにしなければならない。"
                    ),
                ],
            ],
            SocialMedia,
            "令和5年4月改訂"
        )
        {
            Question = "返信してもいい？",
            FollowUpOf = "投稿が炎上したらどうする？",
            Terms = [new("炎上", "自分の投稿に対し批判や苦情が殺到し、収拾がつかなくなる状態。", "7 用語の解説『炎上』")],
            Notes = ["返信する前に、所属長に画面の写しを見せて相談します。", "やり取りの記録を残します。"],
            Starts = [new("チェックリストを始める", "sample.start")],
            Previous = new("5-2", "5②", "トラブルが発生した場合"),
        };

    /// <summary>A clause of 1,000 characters, a dozen related ones, and a question as long as a message may be.</summary>
    public static AnswerCard.Model Longest =>
        Password with
        {
            Paragraphs =
            [
                .. Enumerable
                    .Range(0, 10)
                    .Select(_ => (IReadOnlyList<AnswerCard.Run>)[new(new string('条', 60)), new(new string('文', 40), true)]),
            ],
            Question = new string('問', 4000),
            FollowUpOf = new string('問', 4000),
            Notes = [new string('注', 100), new string('注', 100)],
            Rated = AnswerCard.Rating.None,
            Related =
            [
                .. Enumerable.Range(1, 12).Select(number => new ClauseLink($"6-1-注-{number}", "6①【注意事項】", new string('条', 200))),
            ],
        };

    private static CandidatesCard.Model Candidates =>
        new(
            "アカウントを消すとき",
            [
                new(
                    new(
                        "6-2-ウ",
                        "6②ウ",
                        "ソーシャルメディアの利用を終了する場合は、利用終了前に市長公室広報広聴課長へ様式 3 「ソーシャルメディア利用終了届出書」を提出すること。"
                    ),
                    ["6 ソーシャルメディア利用に係る手続き（参考）", "② ソーシャルメディアの利用の届"]
                ),
                new(
                    new(
                        "6-1-イ",
                        "6①イ",
                        "ソーシャルメディアを利用する必要がなくなった場合は、速やかに「Web ページの閲覧解除廃止届」を提出し閲覧解除の廃止を届け出ること。"
                    ),
                    ["6 ソーシャルメディア利用に係る手続き（参考）", "① Web ページの閲覧解除申請"]
                ),
                new(
                    new("7-アカウント", "7 用語の解説『アカウント』", "利用するサービスにログインするための、利用者権限。"),
                    ["7 用語の解説"]
                ),
            ]
        );

    private static IReadOnlyList<ContentsCard.Branch> Sections =>
        [
            new("1", "1 ガイドラインの策定の主旨"),
            new("2", "2 ソーシャルメディアの定義"),
            new("3", "3 岡山市職員の利用に当たっての心構え"),
            new("4", "4 ソーシャルメディア利用の基本事項"),
            new("5", "5 トラブルの防止と対応"),
            new("6", "6 ソーシャルメディア利用に係る手続き（参考）"),
            new("7", "7 用語の解説"),
        ];

    private static ContentsCard.Model Section(int clauses) =>
        new(
            "4",
            "4 ソーシャルメディア利用の基本事項",
            $"{SocialMedia}（令和5年4月改訂）",
            [],
            [
                .. Enumerable
                    .Range(1, clauses)
                    .Select(number => new ClauseLink(
                        $"4-{number}",
                        $"4({number})",
                        "ソーシャルメディアの運用は、原則として所属単位（課・室・局等）で行うこととする。"
                    )),
            ]
        );

    private static HomeCard.Model Home =>
        new(
            "ガイドラインボットです",
            $"「{SocialMedia}」（令和5年4月改訂）の条文を、そのままの文でお答えします。ふだんの言葉でご質問ください。",
            [
                new(HomeCard.Place.Waiting, "下書き", "書きかけの届出を続けます", "sample.start", Count: 2),
                new(HomeCard.Place.Offer, "届出・申請", "始める・変える・やめるとき", "sample.start"),
                new(HomeCard.Place.Offer, "投稿チェック", "出す前の文を確かめます", "sample.start"),
                new(HomeCard.Place.Offer, "トラブル対応", "炎上・乗っ取り・誤投稿など", "sample.start"),
                new(HomeCard.Place.Offer, "台帳", "市のアカウントを探します", "sample.start"),
                new(HomeCard.Place.More, "届出状況", "出した届出のその後", "sample.start"),
                new(HomeCard.Place.More, "ヘルプ", "この一覧を新しくします", HomeCard.OpenVerb),
            ],
            ["インスタグラムを始めるには何をすればいい？", "パスワードはいつ変える？", "投稿が炎上したらどうする？"],
            [],
            "質問の文は、個人名を付けずに記録し、案内の改善に使います。"
        );

    private static HomeCard.Model OfficeHome =>
        Home with
        {
            Title = "ヘルプ",
            Rows =
            [
                .. Home.Rows,
                new(HomeCard.Place.Office, "届出一覧", "受理や差戻しを待つ届出", "sample.start", Count: 3),
                new(HomeCard.Place.Office, "質問一覧", "回答を待つ質問", "sample.start"),
            ],
            Tells = ["「ここに届ける」と入力すると、届出や質問のお知らせをこのチャットで受け取れます。"],
        };

    private static UnansweredCard.Model Unanswered =>
        new([new(["駐車場の料金は？", "駐車場はいくら？"], 3, 0), new(["動画の長さの決まりは？"], 1, 1)], 0, 6, 90);

    private static UnansweredCard.Model LongestUnanswered =>
        new(
            [.. Enumerable.Range(0, 4).Select(_ => new UnansweredCard.Group([.. Enumerable.Repeat(new string('問', 1000), 3)], 99, 9))],
            1,
            20,
            90
        );

    private static UnansweredCard.FormModel UnansweredForm =>
        new(
            "広報広聴課",
            "動画の長さの決まりは？",
            "動画の長さの決まりは？",
            "4-5",
            "",
            [new("4-5", "4⑤　取得したアカウントへのログインパスワードの設定")]
        );

    private static OwnTicketsCard.Model OwnTickets =>
        new(
            "広報広聴課",
            [
                new(IncidentId, "Q-0012", Afternoon, "未対応（令和7年4月4日までに回答の見込み）", "投稿の予約はしてもいいですか"),
                new(IncidentId, "Q-0011", Afternoon, "回答済", new string('問', 1000)),
            ],
            0,
            7
        );

    private static OpenTicketsCard.Model Tickets =>
        new(
            [
                new("Q-0012", Afternoon, "岡本 健（観光課）", "投稿の予約はしてもいいですか", "明日までに知りたいです。"),
                new("Q-0013", Afternoon.AddDays(1), "山田 花子（*秘書*課）", "[ここ](https://example.com)を\n投稿してよいですか"),
            ],
            1,
            11
        );

    private static OpenTicketsCard.Model LongestTickets =>
        new(
            [
                .. Enumerable
                    .Range(1, 9)
                    .Select(number => new OpenTicketsCard.Ticket(
                        $"Q-{number:0000}",
                        Afternoon,
                        "岡本 健（観光課）",
                        Tall(1000),
                        Tall(500)
                    )),
            ],
            0,
            9
        );

    private static string Tall(int length) => string.Concat(Enumerable.Repeat("問\n", length / 2));
}

using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

internal static partial class SampleCards
{
    private static readonly PostCheckCard.Model EmptyPost = new("", "", false, ["X", "Instagram", "LINE"]);

    private static readonly PostCheckCard.Model CheckedPost = EmptyPost with
    {
        Text = "花まつりのお知らせ\n詳しくは bit.ly/3abc へ\n連絡先は岡本さん 090-1234-5678 ㈱花屋",
        Service = "X",
        Found = new PostCheckCard.Outcome(
            [
                new("花まつりのお知らせ\n詳しくは "),
                new("bit.ly/3abc", 1),
                new(" へ\n連絡先は岡本さん "),
                new("090-1234-5678", 2),
                new(" "),
                new("㈱", 3),
                new("花屋"),
            ],
            [
                new(1, "短縮URL", false, "短縮URLは行き先が分かりません。元のURLをそのまま載せてください。", "5①・4", "bit.ly/3abc", null),
                new(2, "個人の電話番号", false, "個人の電話番号のようです。", "4⑦", "090-1234-5678", null),
                new(3, "機種依存文字", true, "機種によって表示や読み上げができないことがある文字です。", "3③", "㈱", "(株)"),
                new(0, "公式サイトのURL", false, "市公式サイトのURLを載せてください。", "5①・3", "", null),
            ],
            [new("5①・4", ["URL短縮サービスは、他の利用者に不安を与える恐れがあることに留意しなければならない。"])],
            CanMend: true,
            "74 / 280"
        ),
    };

    private static readonly ApprovalCard.Model Approval = new(
        IncidentId,
        new string('a', 64),
        "おかやま花だより（Instagram）",
        "https://www.instagram.com/okayama_hana",
        "花まつりのお知らせ\n\n3月20日（土）10時から、後楽園で開きます🌸",
        IsUrgent: false,
        "承認待ち",
        "岡本 健",
        "赤木 花子",
        Afternoon,
        null,
        "",
        ["日付と曜日"],
        CanDecide: true,
        Told: "岡本 健さんから、投稿の承認を頼まれました。"
    );

    private static Dictionary<string, Func<AdaptiveCard>> OfPosts() =>
        new()
        {
            ["ApprovalCard"] = () => ApprovalCard.Render(Approval),
            ["ApprovalCard_urgent"] = () =>
                ApprovalCard.Render(Approval with { IsUrgent = true, Error = "差し戻す理由を書いてください。" }),
            ["ApprovalCard_approved"] = () =>
                ApprovalCard.Render(Approval with { Status = "承認", DecidedAt = Afternoon, CanDecide = false, IsApproved = true }),
            ["ApprovalCard_longest"] = () =>
                ApprovalCard.Render(Approval with { Text = string.Join('\n', Enumerable.Repeat(new string('文', 24), 100)) }),
            ["ApprovalCard_form"] = () =>
                ApprovalCard.RenderForm(
                    new(
                        Approval.Text,
                        IncidentId,
                        "赤木",
                        false,
                        [new(IncidentId, "おかやま花だより（Instagram）")],
                        "お名前をすべて書いてください。"
                    )
                ),
            ["ApprovalCard_form_without_accounts"] = () => ApprovalCard.RenderForm(new(Approval.Text, "", "", false, [])),
            ["PostCheckCard"] = () => PostCheckCard.Render(EmptyPost),
            ["PostCheckCard_error"] = () =>
                PostCheckCard.Render(EmptyPost with { Error = "投稿の文が空です。確認する文を貼ってください。" }),
            ["PostCheckCard_found"] = () => PostCheckCard.Render(CheckedPost with { Told = "直せるところを直しました。" }),
            ["PostCheckCard_quiet"] = () =>
                PostCheckCard.Render(CheckedPost with { Found = new([new("花まつりのお知らせ")], [], [], false), CanKeep = false }),
            ["PostCheckCard_longest"] = () =>
                PostCheckCard.Render(
                    CheckedPost with
                    {
                        Text = new string('文', 2500),
                        Found = new PostCheckCard.Outcome(
                            [
                                .. Enumerable
                                    .Range(0, 30)
                                    .SelectMany(place =>
                                        new PostCheckCard.Run[] { new(new string('文', 90) + "\n"), new(new string('語', 10), place + 1) }
                                    ),
                            ],
                            [
                                .. Enumerable
                                    .Range(0, 30)
                                    .Select(place => new PostCheckCard.Finding(
                                        place + 1,
                                        "危険についての断定",
                                        false,
                                        new string('説', 70),
                                        "4⑦",
                                        new string('語', 30),
                                        new string('代', 10)
                                    )),
                            ],
                            [.. Enumerable.Range(0, 5).Select(_ => new PostCheckCard.Clause("4⑦", [new string('条', 250)]))],
                            CanMend: true
                        ),
                    }
                ),
            ["KeptPostsCard"] = () =>
                KeptPostsCard.Render(
                    new(
                        [
                            new(IncidentId, "X", "花まつりのお知らせ\n詳しくはこちら", Afternoon),
                            new(IncidentId, "", new string('文', 3000), Afternoon),
                        ],
                        30
                    )
                ),
            ["KeptPostsCard_removed"] = KeptPostsCard.RenderRemoved,
            ["KeptPostsCard_empty"] = () => KeptPostsCard.Render(new([], 30)),
            ["CitationCard"] = () => CitationCard.Render(Password, new DateOnly(2026, 11, 30)),
            ["CitationCard_procedure"] = () => CitationCard.RenderProcedure(StartingAnAccount, new DateOnly(2026, 11, 30)),
            ["CitationCard_longest"] = () =>
                CitationCard.Render(
                    Flaming with
                    {
                        Paragraphs = [.. Enumerable.Range(0, 12).Select(_ => (IReadOnlyList<AnswerCard.Run>)[new(new string('条', 400))])],
                    },
                    new DateOnly(2026, 11, 30)
                ),
        };
}

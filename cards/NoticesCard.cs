using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>The papers that can be filled in, and the way to those begun or submitted.</summary>
public static class NoticesCard
{
    public const string OpenVerb = "notices.open";
    public const string StartVerb = "notice.start";

    /// <param name="Kind">As in the routes: start, change, end, unblock, unblock-end.</param>
    /// <param name="Account">Of the register, which it is about; null where that is yet to be said.</param>
    public sealed record Begin(string Kind, Guid? Account = null);

    /// <param name="ShortTitle">開始届</param>
    /// <param name="Title">様式1　ソーシャルメディア利用開始届出書</param>
    /// <param name="When">When it is filed.</param>
    public sealed record Paper(string Kind, string ShortTitle, string Title, string When);

    public sealed record Model(IReadOnlyList<Paper> Papers, int Drafts);

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            "作成できる届出・申請の一覧です。",
            [
                Sheet.Title("届出・申請"),
                Sheet.Sentence("作るものを選んでください。「来月1日から観光課でTikTokを始めます」のように書いていただいても始められます。"),
                .. model.Papers.Select(paper => new AdaptiveContainer
                {
                    Separator = true,
                    Items =
                    [
                        Plain.Bold(paper.Title),
                        Plain.Subtle(paper.When),
                        new AdaptiveActionSet { Actions = [Press.Button($"{paper.ShortTitle}を作る", StartVerb, new Begin(paper.Kind))] },
                    ],
                }),
                .. Press.Sets([
                    Press.Button(model.Drafts == 0 ? "下書き" : $"下書き（{model.Drafts}件）", DraftsCard.OpenVerb),
                    Press.Button("届出状況", NoticeListCard.OpenVerb, new NoticeListCard.Page(NoticeListCard.Mine, NoticeListCard.All, 0)),
                ]),
            ]
        );
}

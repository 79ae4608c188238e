using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

/// <summary>Every card in each of its states. A card added here is held to every rule of <see cref="CardRulesTests"/>.</summary>
internal static partial class SampleCards
{
    private static readonly DateTimeOffset Afternoon = new(2025, 11, 20, 14, 5, 0, TimeSpan.FromHours(9));

    public static readonly IReadOnlyDictionary<string, Func<AdaptiveCard>> All = new Dictionary<string, Func<AdaptiveCard>>(
        Notices().Concat(Forms()).Concat(OfIncidents()).Concat(OfPosts()).Concat(OfTickets()).Concat(Handovers()).Concat(OfStocktakes())
    )
    {
        ["AnswerCard"] = () => AnswerCard.Render(Password),
        ["AnswerCard_from_the_contents"] = () => AnswerCard.Render(Password with { Question = null, Starts = [], Related = [] }),
        ["AnswerCard_follow_up_with_terms_and_notes"] = () => AnswerCard.Render(Flaming),
        ["AnswerCard_helpful"] = () => AnswerCard.Render(Password with { Rated = AnswerCard.Rating.Helpful }),
        ["AnswerCard_not_helpful"] = () => AnswerCard.Render(Password with { Rated = AnswerCard.Rating.NotHelpful }),
        ["AnswerCard_commented"] = () => AnswerCard.Render(Password with { Rated = AnswerCard.Rating.NotHelpful, Commented = true }),
        ["AnswerCard_longest"] = () => AnswerCard.Render(Longest),
        ["ProcedureCard"] = () => ProcedureCard.Render(StartingAnAccount),
        ["ProcedureCard_unfolded"] = () => ProcedureCard.Render(StartingAnAccount with { IsUnfolded = true, Starts = [] }),
        ["ProcedureCard_side"] = () => ProcedureCard.RenderSide(WhereToStart),
        ["ProcedureCard_longest"] = () => ProcedureCard.Render(LongestProcedure),
        ["CandidatesCard"] = () => CandidatesCard.Render(Candidates),
        ["NoneCard"] = () => NoneCard.Render(new("駐輪場の料金を教えてください", "広報広聴課")),
        ["NoneCard_without_escalation"] = () => NoneCard.Render(new("駐輪場の料金を教えてください", null)),
        ["NoneCard_elsewhere"] = () =>
            NoneCard.Render(
                new("公文書の開示請求はどこにすればいい？", "広報広聴課")
                {
                    Elsewhere = new("情報公開", "情報公開の担当課"),
                    Near = [new("4-7", "4⑦", "書き込み等を行う職員は、次に掲げる事項を行ってはならない。")],
                }
            ),
        ["EscalateCard"] = () => EscalateCard.Render(new("広報広聴課", "投稿の予約はしてもいいですか")),
        ["EscalateCard_with_an_error"] = () =>
            EscalateCard.Render(new("広報広聴課", "", "明日までに知りたいです。", "質問をお書きください。")),
        ["EscalateCard_sent"] = () =>
            EscalateCard.RenderSent(
                new(
                    "広報広聴課",
                    "Q-0012",
                    "投稿の予約は\nしてもいいですか",
                    "明日までに知りたいです。",
                    Afternoon,
                    "令和7年4月4日までに回答の見込み"
                )
            ),
        ["ContentsCard_guidelines"] = () =>
            ContentsCard.Render(new(null, null, null, [new("g:", SocialMedia), new("g:library", "図書館利用規則")], [])),
        ["ContentsCard_sections"] = () => ContentsCard.Render(new(null, null, $"{SocialMedia}（令和5年4月改訂）", Sections, [])),
        ["ContentsCard_section"] = () => ContentsCard.Render(Section(4)),
        ["ContentsCard_middle_page"] = () => ContentsCard.Render(Section(30) with { Page = 1 }),
        ["HomeCard"] = () => HomeCard.Render(Home),
        ["HomeCard_of_the_office"] = () => HomeCard.Render(OfficeHome),
        ["UnansweredCard"] = () => UnansweredCard.Render(Unanswered),
        ["UnansweredCard_empty"] = () => UnansweredCard.Render(new([], 0, 0, 90, "知識に加えました。")),
        ["UnansweredCard_longest"] = () => UnansweredCard.Render(LongestUnanswered),
        ["UnansweredCard_form"] = () => UnansweredCard.RenderForm(UnansweredForm),
        ["OwnTicketsCard"] = () => OwnTicketsCard.Render(OwnTickets),
        ["OwnTicketsCard_empty"] = () => OwnTicketsCard.Render(new("広報広聴課", [], 0, 0)),
        ["OpenTicketsCard"] = () => OpenTicketsCard.Render(Tickets),
        ["OpenTicketsCard_empty"] = () => OpenTicketsCard.Render(new([], 0, 0)),
        ["OpenTicketsCard_longest"] = () => OpenTicketsCard.Render(LongestTickets),
        ["AccountsCard"] = () => AccountsCard.Render(Accounts),
        ["AccountsCard_empty"] = () => AccountsCard.Render(new(new("観光"), [], 0)),
        ["AccountsCard_longest"] = () => AccountsCard.Render(LongestAccounts),
        ["AccountCard"] = () => AccountCard.Render(Account),
        ["AccountCard_listed_and_ended"] = () =>
            AccountCard.Render(
                Account with
                {
                    State = "終了",
                    EndedOn = new(2025, 10, 31),
                    IsListed = true,
                    PasswordDueOn = null,
                    Told = "一覧に掲載したことを記録しました。",
                }
            ),
        ["AccountCard_for_everyone"] = () => AccountCard.Render(Account with { MayEdit = false }),
        ["AccountCard_longest"] = () => AccountCard.Render(LongestAccount),
        ["AccountEditCard"] = () => AccountEditCard.Render(AccountForm),
        ["AccountEditCard_changed_meanwhile"] = () =>
            AccountEditCard.Render(
                AccountForm with
                {
                    Errors = ["ほかの方が先に保存しました。"],
                    Meanwhile = AccountForm.Entered with { Manager = "岡本 健" },
                }
            ),
        ["AccountEditCard_longest"] = () => AccountEditCard.Render(LongestForm),
        ["DutyCard"] = () => DutyCard.Render(PasswordDuty),
        ["DutyCard_done"] = () =>
            DutyCard.Render(PasswordDuty with { DoneOn = new(2025, 11, 20), Told = "パスワードの変更を記録しました。" }),
        ["DutyCard_unblock_end"] = () =>
            DutyCard.Render(PasswordDuty with { Kind = DutyCard.Kind.EndUnblocking, DueOn = null, Quote = null }),
        ["DutyCard_list"] = () =>
            DutyCard.Render(
                PasswordDuty with
                {
                    Kind = DutyCard.Kind.TakeOffList,
                    DueOn = null,
                    Quote = null,
                    ListName = "岡山市のソーシャルメディア一覧",
                }
            ),
    };

    public static TheoryData<string> Names => [.. All.Keys];
}

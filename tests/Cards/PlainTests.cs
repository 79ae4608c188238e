using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

public sealed class PlainTests
{
    [Fact]
    public void Where_there_is_no_element_for_plain_text_signs_of_markup_are_wide() =>
        Assert.Equal(
            "＊＊太字＊＊ ［押す］(https://x.example/a＿b) ＜b＞ ＆amp; ｀x｀ ＃見出し - 項目",
            Plain.Unmarked("**太字** [押す](https://x.example/a_b) <b> &amp; `x`\n#見出し\n- 項目")
        );

    [Fact]
    public void What_people_type_is_never_read_as_Markdown()
    {
        const string typed = "1. **太字** [ここ](https://example.com)";
        AdaptiveCard[] cards =
        [
            AnswerCard.Render(SampleCards.Password with { Question = typed, FollowUpOf = typed, Notes = [typed] }),
            NoneCard.Render(new(typed, "広報広聴課")),
            EscalateCard.Render(new("広報広聴課", typed, typed, typed)),
            EscalateCard.RenderSent(new("広報広聴課", typed, typed, typed, DateTimeOffset.UnixEpoch.AddYears(60))),
            OpenTicketsCard.Render(new([new(typed, DateTimeOffset.UnixEpoch.AddYears(60), typed, typed, typed)], 0, 1)),
            ContentsCard.Render(new("1", typed, typed, [new("1-1", typed)], [new("1-2", typed, typed)])),
            HomeCard.Render(new("案内", typed, [new(HomeCard.Place.Offer, typed, typed, "sample")], [typed], [typed], typed)),
            NoneCard.Render(new(typed, "広報広聴課") { Elsewhere = new(typed, typed), Near = [new("4-1", typed, typed)] }),
            OwnTicketsCard.Render(new(typed, [new(typed, typed, DateTimeOffset.UnixEpoch.AddYears(60), typed, typed)], 0, 1)),
            AccountsCard.Render(new(new(typed), [new(Guid.Empty, typed, typed, typed, typed)], 1)),
            AccountCard.Render(
                new(Guid.Empty, typed, typed, typed)
                {
                    ListClause = "4②",
                    PasswordClause = "4⑤",
                    Url = typed,
                    Section = typed,
                    Manager = typed,
                    Operator = typed,
                    Purpose = typed,
                    PolicyUrl = typed,
                    TermsUrl = typed,
                    Events = [new(DateTimeOffset.UnixEpoch.AddYears(60), typed, typed)],
                    Told = typed,
                }
            ),
            AccountEditCard.Render(
                new("広報広聴課", Guid.Empty, 0, typed, new(typed, typed, typed, typed))
                {
                    Errors = [typed],
                    Meanwhile = new(typed, typed, typed, typed),
                }
            ),
            DutyCard.Render(
                new(Guid.Empty, DutyCard.Kind.Password, typed, typed, typed, typed, new(typed, [typed], typed)) { Told = typed }
            ),
        ];
        Assert.DoesNotContain(
            cards.SelectMany(CardTree.Walk).OfType<AdaptiveTextBlock>(),
            text => text.Text.Contains("太字", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("短い", 5, "短い")]
    [InlineData("ちょうど", 4, "ちょうど")]
    [InlineData("少し長い", 3, "少し長…")]
    [InlineData("絵文字😀です", 4, "絵文字…")]
    public void A_cut_never_splits_a_character(string text, int length, string expected) => Assert.Equal(expected, Plain.Cut(text, length));

    [Fact]
    public void Lines_beyond_the_twelfth_run_together() =>
        Assert.Equal(
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12 13 14"],
            Words(string.Join("\r\n\n", Enumerable.Range(1, 14)))
        );

    private static IEnumerable<string> Words(string text) => Plain.Lines(text).Select(block => ((AdaptiveTextRun)block.Inlines[0]).Text);
}

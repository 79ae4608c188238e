using AdaptiveCards;
using GuidelineBot.Cards;

namespace GuidelineBot.Tests.Cards;

public sealed class EscalateCardTests
{
    [Fact]
    public void An_error_leaves_what_was_entered()
    {
        var inputs = CardTree
            .Walk(EscalateCard.Render(new("広報広聴課", "質問です", "補足です", "もう一度お送りください。")))
            .OfType<AdaptiveTextInput>();
        Assert.Equal(["質問です", "補足です"], inputs.Select(input => input.Value));
    }

    [Fact]
    public void A_question_too_long_is_prefilled_as_far_as_it_may_be_sent()
    {
        var question = CardTree.Walk(EscalateCard.Render(new("広報広聴課", new string('問', 4000)))).OfType<AdaptiveTextInput>().First();
        Assert.Equal(question.MaxLength, question.Value.Length);
    }

    [Fact]
    public void Leaving_the_form_asks_for_no_question()
    {
        var cancel = CardTree
            .Walk(EscalateCard.Render(new("広報広聴課", "")))
            .OfType<AdaptiveExecuteAction>()
            .Single(action => action.Verb == EscalateCard.CancelVerb);
        Assert.Equal(AdaptiveAssociatedInputs.None, cancel.AssociatedInputs);
    }

    [Theory]
    [InlineData("2025-11-20T14:05:00+09:00", "令和7年11月20日 14:05")]
    [InlineData("2019-05-01T00:00:00+09:00", "令和元年5月1日 00:00")]
    [InlineData("2019-04-30T09:00:00+09:00", "平成31年4月30日 09:00")]
    [InlineData("1989-01-08T09:00:00+09:00", "平成元年1月8日 09:00")]
    [InlineData("1989-01-07T09:00:00+09:00", "昭和64年1月7日 09:00")]
    public void Moments_are_written_in_the_Japanese_calendar(string at, string expected) =>
        Assert.Equal(expected, Wareki.Minute(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));
}

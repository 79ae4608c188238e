using System.Text.RegularExpressions;
using AdaptiveCards;
using GuidelineBot.Cards;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Cards;

/// <summary>The rules of docs/cards.md, as far as a test can see them.</summary>
public sealed partial class DesignRulesTests
{
    public static TheoryData<string> Cards => SampleCards.Names;

    [Theory, MemberData(nameof(Cards))]
    public void A_card_has_at_most_one_primary_action_and_it_comes_first(string name)
    {
        var card = SampleCards.All[name]();
        var primary = Executes(card).Where(action => action.Style == "positive").ToList();
        Assert.InRange(primary.Count, 0, 1);
        Assert.All(
            CardTree.Walk(card).OfType<AdaptiveActionSet>().Where(set => set.Actions.Any(primary.Contains)),
            set => Assert.Equal(primary[0].Title, set.Actions[0].Title)
        );
    }

    [Theory, MemberData(nameof(Cards))]
    public void What_goes_back_comes_after_what_goes_on_and_what_discards_last(string name) =>
        Assert.All(
            CardTree.Walk(SampleCards.All[name]()).OfType<AdaptiveActionSet>(),
            set =>
            {
                // What stores a form half filled stands where its form has it.
                var ranks = set.Actions.Where(action => action.Title != "一時保存").Select(action => RankOf(action.Title)).ToList();
                Assert.True(ranks.SequenceEqual(ranks.Order()), string.Join("、", set.Actions.Select(action => action.Title)));
            }
        );

    [Theory, MemberData(nameof(Cards))]
    public void No_button_is_cut_on_a_phone(string name) =>
        Assert.All(
            CardTree.Walk(SampleCards.All[name]()).OfType<AdaptiveActionSet>().SelectMany(set => set.Actions),
            action => Assert.True(Width(action.Title) <= Press.LongestTitle, action.Title)
        );

    [Theory, MemberData(nameof(Cards))]
    public void A_row_of_buttons_fits_a_phone(string name) =>
        Assert.All(
            CardTree.Walk(SampleCards.All[name]()).OfType<AdaptiveActionSet>().Where(set => set.Actions.Count > 1),
            set =>
                Assert.True(Press.WidthOf(set.Actions) <= Press.PhoneWidth, string.Join("、", set.Actions.Select(action => action.Title)))
        );

    /// <summary>The client marks what it requires; a form that may be put aside half filled requires nothing of it and says （必須） itself.</summary>
    [Theory, MemberData(nameof(Cards))]
    public void What_is_required_is_marked_once(string name) =>
        Assert.All(
            CardTree.Walk(SampleCards.All[name]()).OfType<AdaptiveInput>(),
            input =>
            {
                Assert.DoesNotMatch("[*＊※]", input.Label);
                Assert.False(input.IsRequired && Marked().IsMatch(input.Label), input.Label);
            }
        );

    [Theory, MemberData(nameof(Cards))]
    public void A_picture_says_what_it_shows(string name) =>
        Assert.All(
            CardTree.Walk(SampleCards.All[name]()).OfType<AdaptiveImage>(),
            image => Assert.False(string.IsNullOrWhiteSpace(image.AltText))
        );

    [Theory, MemberData(nameof(Cards))]
    public void What_is_read_out_holds_no_markup(string name)
    {
        var card = SampleCards.All[name]();
        Assert.All([card.FallbackText, card.Speak], text => Assert.DoesNotMatch(Markup(), text));
    }

    [Theory]
    [InlineData("AnswerCard")]
    [InlineData("CandidatesCard")]
    [InlineData("HomeCard")]
    [InlineData("NoneCard")]
    [InlineData("ProcedureCard")]
    public void Where_one_chooses_no_two_buttons_have_one_name(string kind) =>
        Assert.All(
            SampleCards.All.Where(sample => sample.Key.Split('_')[0] == kind && !sample.Key.EndsWith("_longest", StringComparison.Ordinal)),
            sample =>
            {
                // A fallback is its button once more.
                var named = Executes(sample.Value()).Select(action => (action.Title, Data: ((JObject)action.Data).ToString())).Distinct();
                Assert.Distinct(named.Select(action => action.Title));
            }
        );

    /// <summary>Elsewhere a list may have one button of a name in each row, if whoever hears it is told which is which.</summary>
    [Theory, MemberData(nameof(Cards))]
    public void Several_buttons_of_one_name_say_what_they_are_about(string name)
    {
        var named = CardTree
            .Walk(SampleCards.All[name]())
            .OfType<AdaptiveActionSet>()
            .SelectMany(set => set.Actions)
            .GroupBy(action => action.Title);
        var several = named.Where(title => title.Count() > 1).ToList();
        Assert.All(several.SelectMany(title => title), action => Assert.NotEqual(action.Title, action.Tooltip ?? action.Title));
        if (!name.EndsWith("_longest", StringComparison.Ordinal))
            Assert.All(several, title => Assert.Distinct(title.Select(action => action.Tooltip)));
    }

    private static IEnumerable<AdaptiveExecuteAction> Executes(AdaptiveCard card) => CardTree.Walk(card).OfType<AdaptiveExecuteAction>();

    private static int RankOf(string title) =>
        Discards().IsMatch(title) ? 3
        : PutsAside().IsMatch(title) ? 2
        : GoesBack().IsMatch(title) ? 1
        : 0;

    /// <summary>In full-width characters.</summary>
    private static double Width(string title) => title.Sum(letter => letter < 0x100 ? 0.5 : 1);

    [GeneratedRegex("^(?:戻る|.*へ戻る|.*に戻る)$")]
    private static partial Regex GoesBack();

    [GeneratedRegex("^(?:やめる|あとで.*)$")]
    private static partial Regex PutsAside();

    [GeneratedRegex("^(?:削除.*|下書きを削除)$")]
    private static partial Regex Discards();

    [GeneratedRegex("必須|任意")]
    private static partial Regex Marked();

    [GeneratedRegex(@"\*\*|\]\(|<[a-zA-Z/]")]
    private static partial Regex Markup();
}

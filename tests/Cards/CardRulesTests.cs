using System.Text;
using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Tests.Browser;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Snapshooter;
using Snapshooter.Xunit;

namespace GuidelineBot.Tests.Cards;

/// <summary>What holds for every card, whoever adds it.</summary>
public sealed class CardRulesTests
{
    private const int Limit = 28_000;

    public static TheoryData<string> Cards => SampleCards.Names;

    [Theory, MemberData(nameof(Cards))]
    public void A_card_looks_as_it_did(string name) =>
        Snapshot.Match(Sorted(JToken.Parse(Card(name).ToJson())).ToString(Formatting.Indented), SnapshotNameExtension.Create(name));

    [Fact]
    public void Every_snapshot_is_one_of_a_sample() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(Machine.Repository, "tests", "Cards", "__snapshots__"), "*.snap"),
            file => Assert.Contains(SampleCards.All.Keys, name => file.EndsWith($"as_it_did_{name}.snap", StringComparison.Ordinal))
        );

    [Fact]
    public void Every_card_has_a_sample() =>
        Assert.All(
            typeof(Press).Assembly.GetExportedTypes().Where(type => type.GetMethod("Render") is not null),
            type =>
                Assert.Contains(
                    SampleCards.All.Keys,
                    name => name == type.Name || name.StartsWith($"{type.Name}_", StringComparison.Ordinal)
                )
        );

    [Theory, MemberData(nameof(Cards))]
    public void A_card_is_Japanese_of_version_1_5_and_readable_as_text(string name)
    {
        var card = Card(name);
        Assert.Equal(("1.5", "ja"), ($"{card.Version.Major}.{card.Version.Minor}", card.Lang));
        Assert.False(string.IsNullOrWhiteSpace(card.FallbackText));
        Assert.False(string.IsNullOrWhiteSpace(card.Speak));
    }

    [Theory, MemberData(nameof(Cards))]
    public void A_card_is_small_enough_to_send(string name) =>
        Assert.InRange(
            Encoding.UTF8.GetByteCount(JToken.Parse(CardKeys.Stamp(Card(name), Guid.Empty.ToString()).ToJson()).ToString(Formatting.None)),
            1,
            Limit
        );

    [Theory, MemberData(nameof(Cards))]
    public void Every_input_has_an_id_a_label_and_an_error_message(string name)
    {
        var inputs = CardTree.Walk(Card(name)).OfType<AdaptiveInput>().ToList();
        Assert.All(inputs, input => Assert.DoesNotContain(new[] { input.Id, input.Label, input.ErrorMessage }, string.IsNullOrWhiteSpace));
        Assert.Distinct(inputs.Select(input => input.Id));
    }

    [Theory, MemberData(nameof(Cards))]
    public void Every_execute_has_a_verb_and_a_submit_fallback_with_the_same_data(string name) =>
        Assert.All(
            CardTree.Walk(Card(name)).OfType<AdaptiveExecuteAction>(),
            execute =>
            {
                var data = Assert.IsType<JObject>(execute.Data);
                var submit = Assert.IsType<AdaptiveSubmitAction>(execute.Fallback?.Content);
                Assert.Equal(execute.Verb, (string?)data[Press.VerbName]);
                Assert.False(string.IsNullOrEmpty(execute.Verb));
                Assert.True(JToken.DeepEquals(data, submit.Data as JToken));
                Assert.Equal((execute.Title, execute.AssociatedInputs), (submit.Title, submit.AssociatedInputs));
            }
        );

    [Theory, MemberData(nameof(Cards))]
    public void What_a_button_sends_never_hides_what_was_typed(string name)
    {
        var elements = CardTree.Walk(Card(name)).ToList();
        var inputs = elements.OfType<AdaptiveInput>().Select(input => input.Id).ToHashSet();
        Assert.All(
            elements.OfType<AdaptiveExecuteAction>(),
            execute => Assert.Empty(inputs.Intersect(((JObject)execute.Data).Properties().Select(property => property.Name)))
        );
    }

    [Theory, MemberData(nameof(Cards))]
    public void No_set_has_more_than_six_buttons_and_each_has_a_title(string name) =>
        Assert.All(
            CardTree.Walk(Card(name)).OfType<AdaptiveActionSet>(),
            set =>
            {
                Assert.InRange(set.Actions.Count, 1, 6);
                Assert.All(set.Actions, action => Assert.False(string.IsNullOrWhiteSpace(action.Title)));
            }
        );

    [Theory, MemberData(nameof(Cards))]
    public void A_sentence_of_the_bot_is_wrapped_and_never_cut_off(string name) =>
        Assert.All(CardTree.Walk(Card(name)).OfType<AdaptiveTextBlock>(), text => Assert.True(text.Wrap));

    private static AdaptiveCard Card(string name) => SampleCards.All[name]();

    /// <summary>The order of properties is no part of a card, nor is an empty list.</summary>
    private static JToken Sorted(JToken token) =>
        token switch
        {
            JObject obj => new JObject(
                obj.Properties()
                    .Where(property => property.Value is not JArray { Count: 0 })
                    .OrderBy(property => property.Name, StringComparer.Ordinal)
                    .Select(property => new JProperty(property.Name, Sorted(property.Value)))
            ),
            JArray array => new JArray(array.Select(Sorted)),
            _ => token,
        };
}

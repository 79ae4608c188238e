using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Tests.Knowledge;

public sealed class LinearModelTests
{
    private const int Labels = 3;
    private const int Words = 4;

    private readonly LinearModel model = LinearModel.Train([.. Enumerable.Range(0, 60).Select(Lesson)], Labels, Words);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void It_learns_which_word_means_which_label(int label)
    {
        var probabilities = model.Predict(Text(label));

        Assert.Equal(label, Array.IndexOf(probabilities, probabilities.Max()));
        Assert.True(probabilities[label] > 0.9f);
    }

    [Fact]
    public void Probabilities_add_up_to_one()
    {
        Feature[][] texts =
        [
            [],
            Text(0),
            Text(2),
            [new Feature(0, 0.5f), new Feature(1, 0.5f), new Feature(3, 0.7f)],
        ];

        Assert.All(
            texts,
            text =>
            {
                var probabilities = model.Predict(text);
                Assert.Equal(Labels, probabilities.Length);
                Assert.All(probabilities, probability => Assert.InRange(probability, 0, 1));
                Assert.Equal(1f, probabilities.Sum(), 5);
            }
        );
    }

    [Fact]
    public void Labels_of_one_example_share_its_probability()
    {
        var shared = LinearModel.Train(
            [.. Enumerable.Range(0, 40).Select(place => new Lesson($"{place}", Text(0), [0, 1]))],
            Labels,
            Words
        );
        var probabilities = shared.Predict(Text(0));

        Assert.Equal(probabilities[0], probabilities[1], 3);
        Assert.True(probabilities[2] < 0.1f);
    }

    [Fact]
    public void The_same_examples_always_give_the_same_model()
    {
        var again = LinearModel.Train([.. Enumerable.Range(0, 60).Reverse().Select(Lesson)], Labels, Words);

        Assert.Equal(model.Predict(Text(1)), again.Predict(Text(1)));
    }

    private static Lesson Lesson(int place) => new($"{place}", Text(place % Labels), [place % Labels]);

    /// <summary>A text with the word of its label and one that all texts have.</summary>
    private static Feature[] Text(int label) => [new Feature(label, 0.8f), new Feature(3, 0.6f)];
}

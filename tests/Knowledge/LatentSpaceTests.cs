using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Tests.Knowledge;

public sealed class LatentSpaceTests
{
    private static readonly string[] Texts =
    [
        "自動車 車検",
        "自動車 車検 登録",
        "車検 登録",
        "自動車 登録",
        "図書館 本",
        "図書館 本 貸出",
        "本 貸出",
        "図書館 貸出",
    ];

    private readonly LatentSpace space = Learn(Texts);

    [Fact]
    public void Texts_on_one_topic_lie_near_each_other_though_they_share_no_term()
    {
        Assert.True(Cosine("自動車", "車検 登録") > 0.5f);
        Assert.True(Cosine("自動車", "本 貸出") < 0.1f);
    }

    [Fact]
    public void A_place_has_length_one() => Assert.All(Texts, text => Assert.Equal(1f, Cosine(text, text), 4));

    [Fact]
    public void A_text_of_unknown_terms_lies_nowhere() => Assert.All(space.Project(Count("宇宙")), number => Assert.Equal(0, number));

    [Fact]
    public void The_same_texts_always_give_the_same_space() =>
        Assert.Equal(space.Project(Count("自動車 本")), Learn(Texts).Project(Count("自動車 本")));

    [Theory]
    [InlineData(2, 2)]
    [InlineData(200, 6)]
    public void There_are_as_many_dimensions_as_asked_for_but_no_more_than_terms(int rank, int dimensions) =>
        Assert.Equal(dimensions, LatentSpace.Learn([.. Texts.Select(Count)], rank).Dimensions);

    [Fact]
    public void There_are_no_more_dimensions_than_different_texts()
    {
        Assert.Equal(1, Learn("本 貸出").Dimensions);
        Assert.Equal(1, Learn("本", "本", "本").Dimensions);
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("", "", "")]
    public void Without_terms_there_is_no_dimension(params string[] texts)
    {
        var empty = Learn(texts);

        Assert.Equal(0, empty.Dimensions);
        Assert.Empty(empty.Project(Count("本")));
    }

    private static LatentSpace Learn(params string[] texts) => LatentSpace.Learn([.. texts.Select(Count)], rank: 2);

    private static Dictionary<string, float> Count(string text) =>
        LatentSpace.Count((text.Split(' ', StringSplitOptions.RemoveEmptyEntries), 1));

    private float Cosine(string one, string other) => VectorMath.Dot(space.Project(Count(one)), space.Project(Count(other)));
}

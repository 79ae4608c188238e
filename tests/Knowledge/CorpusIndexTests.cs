using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Tests.Knowledge;

public sealed class CorpusIndexTests
{
    private static readonly Dictionary<string, string> Documents = new()
    {
        ["税1"] = "固定資産税の納期\n固定資産税は四回に分けて納付します。",
        ["税2"] = "納付の方法\n口座振替と納付書で納付できます。",
        ["税3"] = "口座振替の申込み\n金融機関の窓口で申し込みます。",
        ["本1"] = "図書館の貸出\n資料は二週間借りられます。",
        ["本2"] = "資料の予約\n図書館の窓口で予約できます。",
        ["本3"] = "サポートセンターの案内\n予約した資料を受け取れます。",
    };

    [Fact]
    public void A_document_that_shares_the_topic_but_no_word_is_found()
    {
        var ranked = Rank(Documents, "固定資産税");

        Assert.Equal(["税1", "税2"], ranked.Take(2));
        Assert.DoesNotContain("固定資産税", Documents[ranked[1]], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("センター", "本3")]
    [InlineData("税", "税1")]
    [InlineData("ﾄｼｮｶﾝ 図書館を借りる", "本1")]
    public void Parts_of_words_and_other_spellings_are_found(string query, string first) => Assert.Equal(first, Rank(Documents, query)[0]);

    [Fact]
    public void The_same_collection_always_gives_the_same_order() =>
        Assert.Equal(Rank(Documents, "窓口で予約できますか"), Rank(Documents, "窓口で予約できますか"));

    [Fact]
    public void No_more_are_returned_than_asked_for() => Assert.Equal(2, Rank(Documents, "図書館の窓口", top: 2).Count);

    [Theory]
    [InlineData("")]
    [InlineData("？！")]
    [InlineData("宇宙")]
    public void A_query_without_a_known_term_finds_nothing(string query) => Assert.Empty(Rank(Documents, query));

    [Fact]
    public void An_empty_collection_has_no_answer() => Assert.Empty(Rank([], "図書館"));

    [Fact]
    public void A_collection_of_one_document_answers_with_it()
    {
        Dictionary<string, string> one = new() { ["本"] = "図書館の本" };

        Assert.Equal(["本"], Rank(one, "図書館"));
        Assert.Empty(Rank(one, "税金"));
    }

    [Fact]
    public void Documents_without_words_do_no_harm() =>
        Assert.Equal(
            "本1",
            Rank(
                new(Documents)
                {
                    ["空"] = "",
                    ["行"] = "\n\n",
                    ["符"] = "…\n。",
                },
                "図書館の貸出"
            )[0]
        );

    [Fact]
    public void Documents_that_repeat_keep_their_order() =>
        Assert.Equal(
            ["a", "b", "c"],
            Rank(
                new()
                {
                    ["a"] = "図書館",
                    ["b"] = "図書館",
                    ["c"] = "図書館",
                    ["d"] = "税金",
                },
                "図書館",
                top: 3
            )
        );

    private static IReadOnlyList<string> Rank(Dictionary<string, string> documents, string query, int top = 10)
    {
        using var index = CorpusIndex.Build(documents);
        return index.Rank(query, top);
    }
}

using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Sequence;

namespace GuidelineBot.Tests.Polyfills;

public sealed class SequenceRecognizerTests
{
    [Theory]
    [InlineData("アドレスはhttps://www.city.okayama.jp/kankou/です。", "https://www.city.okayama.jp/kankou/")]
    [InlineData("https://x.com/okayama_city を見てください", "https://x.com/okayama_city")]
    [InlineData("動画はhttps://www.youtube.com/watch?v=abc123にあります", "https://www.youtube.com/watch?v=abc123")]
    [InlineData("はmicrosoft.comです", "microsoft.com")]
    public void A_url_is_found_between_kana(string query, string url) =>
        AssertOne("url", url, query, SequenceRecognizer.RecognizeURL(query, Culture.Japanese));

    [Theory]
    [InlineData("連絡先はkouhou@city.okayama.lg.jpです。", "kouhou@city.okayama.lg.jp")]
    [InlineData("taro.okayama@example.com まで", "taro.okayama@example.com")]
    public void An_e_mail_address_is_found_between_kana(string query, string address) =>
        AssertOne("email", address, query, SequenceRecognizer.RecognizeEmail(query, Culture.Japanese));

    [Theory]
    [InlineData("電話は086-803-1000です。", "086-803-1000")]
    [InlineData("携帯090-1234-5678まで", "090-1234-5678")]
    [InlineData("0120-123-456 へどうぞ", "0120-123-456")]
    public void A_telephone_number_is_found_between_kana(string query, string number) =>
        AssertOne("phonenumber", number, query, SequenceRecognizer.RecognizePhoneNumber(query, Culture.Japanese));

    [Fact]
    public void The_spelling_of_the_sentence_is_read_from_the_place()
    {
        const string query = "動画はhttps://www.youtube.com/watch?v=AbC123にあります";

        var url = Assert.Single(SequenceRecognizer.RecognizeURL(query, Culture.Japanese));

        Assert.Equal("https://www.youtube.com/watch?v=AbC123", query[url.Start..(url.End + 1)]);
    }

    [Fact]
    public void Each_of_two_is_found_in_its_place()
    {
        const string query = "https://example.jp/a と https://example.jp/b";

        var urls = SequenceRecognizer.RecognizeURL(query, Culture.Japanese);

        Assert.Equal([(0, 19), (23, 42)], urls.Select(url => (url.Start, url.End)));
    }

    [Fact]
    public void A_full_width_address_is_not_an_e_mail_address() =>
        Assert.Empty(SequenceRecognizer.RecognizeEmail("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", Culture.Japanese));

    [Fact]
    public void A_sentence_without_any_gives_nothing()
    {
        const string query = "なりすましを見つけたらどうしますか？";

        Assert.Empty(SequenceRecognizer.RecognizeURL(query, Culture.Japanese));
        Assert.Empty(SequenceRecognizer.RecognizeEmail(query, Culture.Japanese));
        Assert.Empty(SequenceRecognizer.RecognizePhoneNumber(query, Culture.Japanese));
    }

    private static void AssertOne(string type, string text, string query, List<ModelResult> results)
    {
        var result = Assert.Single(results);
        Assert.Equal(type, result.TypeName);
        Assert.Equal(text, result.Text);
        Assert.Equal(text, result.Resolution["value"]);
        Assert.Equal(text, query[result.Start..(result.End + 1)]);
    }
}

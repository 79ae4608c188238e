using GuidelineBot.Accounts;

namespace GuidelineBot.Tests.Accounts;

public sealed class AccountKeyTests
{
    [Theory]
    [InlineData("https://x.com/okayama_city", "x.com/okayama_city")]
    [InlineData("HTTPS://WWW.X.com/Okayama_City/", "x.com/okayama_city")]
    [InlineData("http://mobile.twitter.com/okayama_city?lang=ja#top", "x.com/okayama_city")]
    [InlineData("twitter.com/okayama_city", "x.com/okayama_city")]
    [InlineData("https://m.youtube.com/@okayama", "youtube.com/@okayama")]
    [InlineData("https://www.youtube.com/%40okayama/", "youtube.com/@okayama")]
    [InlineData("https://ja-jp.facebook.com/okayamacity", "facebook.com/okayamacity")]
    [InlineData("https://www.facebook.com/profile.php?ref=x&id=1000&v=2", "facebook.com/profile.php?id=1000")]
    [InlineData("https://www.threads.net/@okayama", "threads.com/@okayama")]
    [InlineData("https://okayama.hatenablog.com/", "okayama.hatenablog.com")]
    [InlineData("http://twitter.com/#!/Okayama_City", "x.com/okayama_city")]
    [InlineData("https://twitter.com/intent/user?screen_name=Okayama_City", "x.com/okayama_city")]
    [InlineData("https://twitter.com/intent/user?user_id=12&lang=ja", "x.com/intent/user?user_id=12")]
    [InlineData("https://page.line.me/?accountId=okayama&utm_source=x", "page.line.me?accountid=okayama")]
    [InlineData("https://liff.line.me/164-kWRPP/?accountId=okayama", "liff.line.me/164-kWRPP?accountid=okayama")]
    [InlineData("https://www.youtube.com/playlist?list=PLaB", "youtube.com/playlist?list=PLaB")]
    [InlineData("https://www.youtube.com/channel/UCabcDEF?sub_confirmation=1", "youtube.com/channel/UCabcDEF")]
    [InlineData("https://www.youtube.com/@Okayama?list=PLaB", "youtube.com/@okayama")]
    [InlineData("https://lin.ee/aBcD", "lin.ee/aBcD")]
    [InlineData("https://www.instagram.com/okayama.city/?hl=ja&id=3", "instagram.com/okayama.city")]
    [InlineData("https://www.facebook.com/pages/okayama/1234", "facebook.com/pages/okayama/1234")]
    public void One_account_has_one_key(string url, string key) => Assert.Equal(key, AccountKey.Of(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("岡山市広報")]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript://x.com/%0aalert(1)")]
    [InlineData("ftp://x.com/a")]
    [InlineData("https://user:secret@x.com/a")]
    [InlineData("https://x.com/a b")]
    [InlineData("https://x.com/")]
    [InlineData("https://www.instagram.com")]
    public void What_names_no_account_has_no_key(string? url) => Assert.Equal("", AccountKey.Of(url));

    [Fact]
    public void A_key_fits_its_column() => Assert.Equal(AccountKey.Longest, AccountKey.Of("https://x.com/" + new string('a', 2000)).Length);

    [Theory]
    [InlineData("@Okayama　City", "okayamacity")]
    [InlineData("ｵｶﾔﾏ市", "オカヤマ市")]
    public void Names_are_compared_in_one_spelling(string name, string folded) => Assert.Equal(folded, AccountKey.Fold(name));

    // As an attribute's argument, half a surrogate pair would not survive the compiler.
    [Fact]
    public void A_broken_character_breaks_nothing() => Assert.Equal("壊れた\ufffd文字", AccountKey.Fold("壊れた" + (char)0xD800 + "文字"));
}

using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Tests.Knowledge.Slots;

public sealed class AccountAddressTests
{
    [Theory]
    [InlineData("@okayama_momo", "okayama_momo")]
    [InlineData("おかやま桃だより（@okayama.momo）", "okayama.momo")]
    [InlineData("＠okayama", "okayama")]
    [InlineData("okayama_momo", "okayama_momo")]
    [InlineData("おかやま桃だより", null)]
    [InlineData("OKAYAMA CITY", null)]
    [InlineData("koho@example.jp", null)]
    [InlineData("@", null)]
    [InlineData("", null)]
    public void A_name_may_hold_a_handle(string name, string? handle) => Assert.Equal(handle, AccountAddress.HandleIn(name));

    [Theory]
    [InlineData("https://www.instagram.com/{name}/", "https://instagram.com/okayama", "okayama")]
    [InlineData("https://www.instagram.com/{name}/", "https://www.instagram.com/okayama/?hl=ja", "okayama")]
    [InlineData("https://www.instagram.com/{name}/", "https://www.instagram.com/p/ABC/", null)]
    [InlineData("https://www.instagram.com/{name}/", "https://www.instagram.com/", null)]
    [InlineData("https://www.youtube.com/@{name}", "https://youtube.com/%40okayama", "okayama")]
    [InlineData("https://www.youtube.com/@{name}", "https://www.youtube.com/watch?v=1", null)]
    [InlineData("https://www.facebook.com/profile.php?id={name}", "https://www.facebook.com/profile.php?id=100", "100")]
    public void An_address_of_the_form_tells_the_name(string form, string address, string? name) =>
        Assert.Equal(name, new AccountAddress(form).NameIn(new Uri(address)));

    [Theory]
    [InlineData("https://x.com/{name}", true)]
    [InlineData("http://x.com/{name}", false)]
    [InlineData("https://{name}", false)]
    [InlineData("https://x.com/", false)]
    [InlineData("https://x.com/{name}/{name}", false)]
    public void A_form_has_one_place_for_the_name_in_its_path(string text, bool isForm) =>
        Assert.Equal(isForm, AccountAddress.IsForm(text));
}

using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge.Slots;

public sealed class ServiceBookTests
{
    private readonly List<Finding> findings = [];

    [Theory]
    [InlineData("https://x.com/okayama", "X")]
    [InlineData("https://mobile.twitter.com/okayama", "X")]
    [InlineData("x.com/okayama", "X")]
    [InlineData("https://netflix.com/", null)]
    [InlineData("あ", null)]
    public void An_address_belongs_to_a_service(string url, string? service) => Assert.Equal(service, Book().OfAddress(url)?.Name);

    [Theory]
    [InlineData("旧ツイッター", "X")]
    [InlineData("ｘ", "X")]
    [InlineData(" LINE公式 ", "LINE")]
    [InlineData("", null)]
    [InlineData("オンライン", null)]
    public void A_nickname_names_a_service(string name, string? service) => Assert.Equal(service, Book().Named(name)?.Name);

    [Fact]
    public void A_line_without_a_name_is_an_error_with_its_number()
    {
        ServiceFile.Read("services.txt", "# 注\n= ツイッター | x.com\n", findings);

        Assert.Equal(
            ("services.txt", 2, true),
            Assert.Single(findings) is var finding ? (finding.File, finding.Line, finding.IsError) : default
        );
    }

    private GuidelineBot.Knowledge.Slots.ServiceBook Book() =>
        ServiceFile.Read(
            "services.txt",
            "X = ツイッター, 旧ツイッター | x.com, twitter.com\nLINE = ライン, LINE公式 | line.me\n",
            findings
        );
}

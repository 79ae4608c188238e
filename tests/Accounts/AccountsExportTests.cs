using System.Xml.Linq;
using GuidelineBot.Accounts;

namespace GuidelineBot.Tests.Accounts;

public sealed class AccountsExportTests
{
    private static readonly DateOnly Today = new(2026, 4, 1);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+81", "'+81")]
    [InlineData("-1", "'-1")]
    [InlineData("@okayama", "'@okayama")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("岡山=市", "岡山=市")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("=\"a\"", "\"'=\"\"a\"\"\"")]
    public void Nothing_is_calculated_when_Excel_opens_the_file(string name, string cell) =>
        Assert.Equal(
            $"X,{cell},https://x.com/a,課,,,,,,,,未掲載",
            System.Text.Encoding.UTF8.GetString(AccountsExport.CsvOf([Account(name, "https://x.com/a")])).Split("\r\n")[1]
        );

    [Fact]
    public async Task What_was_written_is_read_again_as_it_was()
    {
        var account = Account("@岡山 \"市\"", "https://x.com/a");
        (account.Purpose, account.StartedOn, account.EndedOn, account.IsListed) = (
            "一行目\r\n=二行目",
            new(2014, 4, 1),
            new(2026, 3, 31),
            true
        );

        var (rows, faults) = await AccountsFile.ReadAsync(
            AccountsExport.CsvOf([account]),
            new AccountValues(RegisterBench.Knowledge.Current.Services, Today)
        );

        Assert.Empty(faults);
        account.Purpose = "一行目\n=二行目";
        Assert.Empty(Assert.Single(ImportPlan.Of(rows, [account], Today).Rows).Changes);
    }

    [Fact]
    public void The_page_is_well_formed_and_shows_what_was_written_as_text()
    {
        var page = Page(Account("<script>alert('1')</script> & \"引用\"", "https://x.com/a?b=1&c=\"><img/src=x>", "課<b>"));

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"ja\">", page, StringComparison.Ordinal);
        var body = Body(page);
        Assert.Empty(body.Descendants("script"));
        Assert.Empty(body.Descendants("img"));
        var link = Assert.Single(body.Descendants("a"));
        Assert.Equal(("<script>alert('1')</script> & \"引用\"", "noopener"), (link.Value, link.Attribute("rel")!.Value));
        Assert.StartsWith("https://x.com/a?b=1&c=", link.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.Contains(body.Descendants("td"), cell => cell.Value == "課<b>");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript://x.com/%0aalert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("x.com/a")]
    [InlineData("")]
    public void Only_addresses_of_the_web_become_links(string url)
    {
        var account = Account("岡山市", url);
        account.PolicyUrl = url;

        Assert.Empty(Body(Page(account)).Descendants("a"));
    }

    [Fact]
    public void Each_service_has_a_table_with_headers_and_a_caption_in_the_order_of_the_knowledge()
    {
        var body = Body(
            AccountsPage.Render(
                "一覧",
                [
                    Account("う", "https://example.jp/u", "課", "知らない媒体"),
                    Account("い", "https://instagram.com/i", "課", "Instagram"),
                    Account("あ", "https://x.com/a"),
                ],
                ["X", "Instagram"],
                Today
            )
        );

        Assert.Equal(["X", "Instagram", "知らない媒体"], body.Descendants("h2").Select(heading => heading.Value));
        Assert.Equal(
            ["Xのアカウント", "Instagramのアカウント", "知らない媒体のアカウント"],
            body.Descendants("caption").Select(caption => caption.Value)
        );
        Assert.All(
            body.Descendants("table"),
            table =>
                Assert.Equal(
                    ["col", "col", "col", "col", "row"],
                    table.Descendants("th").Select(header => header.Attribute("scope")!.Value)
                )
        );
        Assert.Equal("令和8年4月1日現在", body.Descendants("p").First().Value);
    }

    [Fact]
    public void A_page_without_accounts_says_so() =>
        Assert.Contains("運用中のアカウントはありません。", AccountsPage.Render("一覧", [], [], Today), StringComparison.Ordinal);

    private static string Page(params Account[] accounts) => AccountsPage.Render("一覧", accounts, ["X"], Today);

    /// <summary>The body as XML: that it can be read at all says that everything is escaped and closed.</summary>
    private static XElement Body(string page) =>
        XElement.Parse(
            page[page.IndexOf("<body>", StringComparison.Ordinal)..(page.IndexOf("</body>", StringComparison.Ordinal) + "</body>".Length)]
                .Replace("<br>", "<br/>", StringComparison.Ordinal)
        );

    private static Account Account(string name, string url, string section = "課", string service = "X") =>
        new()
        {
            Service = service,
            Name = name,
            Url = url,
            UrlKey = AccountKey.Of(url),
            Section = section,
        };
}

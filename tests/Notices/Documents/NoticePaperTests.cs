using DocumentFormat.OpenXml.Wordprocessing;
using GuidelineBot.Notices.Documents;

namespace GuidelineBot.Tests.Notices.Documents;

public sealed class NoticePaperTests
{
    private static readonly PaperContent Start = new(
        "様式1",
        "ソーシャルメディア利用開始届出書",
        "市長公室広報広聴課長",
        new DateOnly(2026, 12, 1),
        "令和8年度 開始 第1号",
        "産業観光局\n観光課",
        "岡本　健",
        "ソーシャルメディアの利用を開始したいので、次のとおり届け出ます。",
        [new("サービス", "Instagram"), new("アカウント名", "okayama_kanko"), new("目的", "1行目\r\n2行目"), new("備考", "")],
        ["事後届出（利用開始日を過ぎてからの届出）", "※ 添付：運用ポリシー"]
    );

    [Fact]
    public void A_notice_has_everything_in_its_place()
    {
        using var paper = new PaperReading(NoticePaper.Write(Start));

        Assert.Equal(
            [
                "様式1",
                "令和8年度 開始 第1号",
                "令和8年12月1日",
                "（あて先）市長公室広報広聴課長　様",
                "所属\t産業観光局\n観光課",
                "氏名\t岡本　健",
                "ソーシャルメディア利用開始届出書",
                "ソーシャルメディアの利用を開始したいので、次のとおり届け出ます。",
                "記",
                "サービス",
                "Instagram",
                "アカウント名",
                "okayama_kanko",
                "目的",
                "1行目\n2行目",
                "備考",
                "",
                "※\t事後届出（利用開始日を過ぎてからの届出）",
                "※\t添付：運用ポリシー",
                "以上",
            ],
            paper.Texts
        );
        Assert.Equal("ソーシャルメディア利用開始届出書", paper.Title);
        Assert.Equal("ja-JP", paper.Language);
    }

    [Fact]
    public void The_sheet_is_A4_upright_with_margins_of_25_mm_and_the_table_fills_it()
    {
        using var paper = new PaperReading(NoticePaper.Write(Start));

        var size = paper.Body.Descendants<PageSize>().Single();
        var margin = paper.Body.Descendants<PageMargin>().Single();
        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal((1417, 1417u), (margin.Top!.Value, margin.Left!.Value));
        Assert.Equal(
            11906 - (2 * 1417),
            paper
                .Body.Descendants<GridColumn>()
                .Sum(column => int.Parse(column.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture))
        );
    }

    [Fact]
    public void Japanese_fonts_are_named_for_Japanese_letters_and_every_style_in_use_exists()
    {
        using var paper = new PaperReading(NoticePaper.Write(Start));

        Assert.Equal("ＭＳ 明朝", paper.Styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.RunFonts!.EastAsia!.Value);
        var known = paper.Styles.Elements<Style>().Select(style => style.StyleId!.Value).ToHashSet();
        Assert.All(paper.Body.Descendants<Paragraph>().Select(PaperReading.StyleOf), style => Assert.Contains(style, known));
    }

    [Fact]
    public void What_a_draft_does_not_have_yet_leaves_no_gap()
    {
        using var paper = new PaperReading(NoticePaper.Write(new("", "", "", Start.Date, "", " ", "", "", [], ["", " \n "])));

        Assert.Equal(["令和8年12月1日", "以上"], paper.Texts);
    }

    [Fact]
    public void A_short_row_stays_on_one_page_and_a_long_one_may_go_on_over_the_page()
    {
        using var paper = new PaperReading(
            NoticePaper.Write(Start with { Rows = [new("短い", "はい"), new("長い", new string('あ', 2000))] })
        );

        Assert.Equal([true, false], paper.Body.Descendants<TableRow>().Select(row => row.Descendants<CantSplit>().Any()));
    }

    [Fact]
    public void The_end_never_stands_alone_on_a_page()
    {
        using var paper = new PaperReading(
            NoticePaper.Write(Start with { Rows = [new("所属", "観光課"), new("備考", "なし")], Notes = [] })
        );

        Assert.Equal(["なし"], paper.OfStyle("LastValue"));
        Assert.NotNull(paper.Styles.Elements<Style>().Single(style => style.StyleId == "LastValue").StyleParagraphProperties!.KeepNext);
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts), DisableDiscoveryEnumeration = true)]
    public void Hostile_text_in_every_place_makes_a_proper_document(string typed, string read)
    {
        using var paper = new PaperReading(
            NoticePaper.Write(
                new(typed, typed, typed, Start.Date, typed, typed, typed, typed, [new(typed, typed), new("", typed)], [typed])
            )
        );

        Assert.Equal((read, read), paper.Rows[0]);
        Assert.Equal(("", read), paper.Rows[1]);
    }
}

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
        "届出者",
        "産業観光局\n観光課",
        "観光課長　赤木　花子",
        "岡本　健",
        "1234",
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
                "市長公室広報広聴課長　様",
                "届出者\t所　属\t産業観光局\n観光課",
                "\t職氏名\t観光課長　赤木　花子",
                "担当者\t氏　名\t岡本　健",
                "\t内　線\t1234",
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
        using var paper = new PaperReading(
            NoticePaper.Write(new("", "", "", Start.Date, "", "届出者", " ", "", "", "", "", [], ["", " \n "]))
        );

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

        // Nor below a single row.
        Assert.Equal(["観光課", "なし"], paper.OfStyle("LastValue"));
        Assert.NotNull(paper.Styles.Elements<Style>().Single(style => style.StyleId == "LastValue").StyleParagraphProperties!.KeepNext);
    }

    [Fact]
    public void Where_nobody_is_named_there_is_room_to_write_the_head_of_the_section_by_hand()
    {
        using var paper = new PaperReading(NoticePaper.Write(Start with { Chief = "", Extension = "" }));

        Assert.Contains("\t職氏名\t", paper.Texts);
        Assert.DoesNotContain("内　線", string.Concat(paper.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public void From_the_second_page_on_it_is_said_which_paper_it_is()
    {
        using var paper = new PaperReading(NoticePaper.Write(Start));

        Assert.Equal("様式1　ソーシャルメディア利用開始届出書　令和8年度 開始 第1号", paper.Header);
    }

    [Theory]
    [InlineData("ソーシャルメディアの種類", "ソーシャルメディアの種類")]
    [InlineData("届出が利用開始のあとになった理由", "届出が利用開始のあとに\nなった理由")]
    [InlineData("閲覧解除を受けたWebページのURL", "閲覧解除を\n受けたWebページのURL")]
    public void A_long_label_goes_on_behind_a_particle(string label, string shown)
    {
        using var paper = new PaperReading(NoticePaper.Write(Start with { Rows = [new(label, "")] }));

        Assert.Equal(shown, paper.Rows[0].Item1);
    }

    [Theory]
    [InlineData(60, "13")]
    [InlineData(90, "17")]
    public void An_address_stands_in_a_line_of_its_own_as_small_as_can_be_read_and_only_a_longer_one_is_broken(int letters, string size)
    {
        var address = $"https://www.instagram.com/{new string('a', letters)}/";
        using var paper = new PaperReading(NoticePaper.Write(Start with { Rows = [new("備考", $"規約は {address} です。")] }));

        Assert.Equal($"規約は\n{address}\nです。", paper.Rows[0].Item2);
        Assert.Equal(size, paper.Body.Descendants<FontSize>().Single().Val!.Value);
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts), DisableDiscoveryEnumeration = true)]
    public void Hostile_text_in_every_place_makes_a_proper_document(string typed, string read)
    {
        using var paper = new PaperReading(
            NoticePaper.Write(
                new(
                    typed,
                    typed,
                    typed,
                    Start.Date,
                    typed,
                    typed,
                    typed,
                    typed,
                    typed,
                    typed,
                    typed,
                    [new(typed, typed), new("", typed)],
                    [typed]
                )
            )
        );

        Assert.Equal((read, read), paper.Rows[0]);
        Assert.Equal(("", read), paper.Rows[1]);
    }
}

using DocumentFormat.OpenXml.Wordprocessing;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices.Documents;
using GuidelineBot.Tests.Accounts;

namespace GuidelineBot.Tests.Notices.Documents;

public sealed class DraftedPaperTests
{
    private static readonly NoticeForm Form = RegisterBench.Knowledge.Current.FormOf(NoticeKind.Start)!;

    private static readonly PolicyContent Policy = new(
        "岡山市",
        new DateOnly(2026, 12, 1),
        "観光課",
        "Instagram",
        "okayama_kanko",
        "https://www.instagram.com/okayama_kanko",
        "観光課長",
        "観光地の魅力を伝えます。",
        "・季節の風景\n・催し",
        "平日の9時から17時まで",
        "返信は行いません。",
        "個人情報は書き込まないでください。"
    );

    private static readonly TermsContent Terms = new(
        "岡山市",
        new DateOnly(2026, 12, 1),
        "観光課",
        "Instagram",
        "okayama_kanko",
        "人を傷つけないでください。",
        "岡山市に帰属します。",
        "責任を負いません。"
    );

    private static readonly PolicyContent EmptyPolicy = new("岡山市", null, "", "", "", "", "", "", "", "", "", "");
    private static readonly TermsContent EmptyTerms = new("岡山市", null, "", "", "", "", "", "");

    private static readonly string[] PolicyHeadings =
    [
        "運用するソーシャルメディアの種類",
        "アカウント名、URL及びアカウント管理者名",
        "ソーシャルメディアによる情報発信の目的及び内容",
        "ソーシャルメディアの運用方法（運用時間、意見や質問への対応方法など）",
        "個人情報に関する取扱い",
    ];

    private static readonly string[] TermsHeadings = ["利用上の遵守事項", "著作権等の帰属", "免責事項"];

    [Fact]
    public void A_policy_has_the_five_items_with_what_was_answered()
    {
        using var paper = new PaperReading(PolicyPaper.Write(Policy, Form));

        Assert.Equal(PolicyHeadings, paper.OfStyle("Heading1"));
        Assert.Equal(
            [
                "種類\tInstagram",
                "アカウント名\tokayama_kanko",
                "URL\thttps://www.instagram.com/okayama_kanko",
                "アカウント管理者名\t観光課長",
            ],
            paper.OfStyle("Entry")
        );
        Assert.Equal(["・季節の風景", "・催し"], paper.OfStyle("Item"));
        Assert.Equal(
            ["観光地の魅力を伝えます。", "平日の9時から17時まで", "返信は行いません。", "個人情報は書き込まないでください。"],
            paper.OfStyle("Indented")
        );
        Assert.Equal(
            ["岡山市観光課が運用するソーシャルメディアについて、利用者の皆さんにお知らせする事項を、次のとおり定めます。"],
            paper.OfStyle("Opening")
        );
        Assert.Equal(["令和8年12月1日　制定", "岡山市観光課"], paper.OfStyle("Right"));
        Assert.Equal("ソーシャルメディア運用ポリシー　Instagram「okayama_kanko」", paper.Title);
        Assert.Equal("ja-JP", paper.Language);
    }

    [Fact]
    public void Terms_have_the_three_items_with_what_was_answered()
    {
        using var paper = new PaperReading(TermsPaper.Write(Terms, Form));

        Assert.Equal(TermsHeadings, paper.OfStyle("Heading1"));
        Assert.Equal(["人を傷つけないでください。", "岡山市に帰属します。", "責任を負いません。"], paper.OfStyle("Indented"));
        Assert.Equal("ソーシャルメディア利用規約　Instagram「okayama_kanko」", paper.Title);
    }

    [Fact]
    public void Headings_are_headings_to_Word()
    {
        using var paper = new PaperReading(PolicyPaper.Write(Policy, Form));

        Assert.Equal(
            ["heading 1", "heading 2"],
            paper
                .Styles.Elements<Style>()
                .Where(style => style.StyleId!.Value!.StartsWith("Heading", StringComparison.Ordinal))
                .Select(style => style.StyleName!.Val!.Value)
        );
    }

    [Fact]
    public void Where_all_is_answered_only_the_preamble_is_a_suggestion()
    {
        using var paper = new PaperReading(PolicyPaper.Write(Policy, Form));

        Assert.Equal(
            [
                "【実務の目安】（この囲みは、掲載する前に削除してください。）",
                "・次の部分は、ガイドラインの定めではなく、文例として入れたものです。所属の実情に合わせて直してください：前文",
            ],
            paper.OfStyle("Aside")
        );
    }

    [Fact]
    public void An_empty_answer_gets_a_standard_text_that_the_closing_note_names()
    {
        using var paper = new PaperReading(PolicyPaper.Write(Policy with { Replies = " ", Url = "" }, Form));

        Assert.Contains(paper.Texts, text => text.StartsWith("お寄せいただいた意見や質問は、", StringComparison.Ordinal));
        Assert.Contains(paper.OfStyle("Aside"), text => text.EndsWith("：前文、意見や質問への対応方法", StringComparison.Ordinal));
        Assert.Contains(paper.OfStyle("Aside"), text => text == "・次の部分は、まだ記入されていません：URL");
        Assert.Contains("URL\t（ここに記入してください）", paper.OfStyle("Entry"));
    }

    [Fact]
    public void With_no_answer_at_all_every_heading_has_a_text_and_every_text_is_named()
    {
        using var policy = new PaperReading(PolicyPaper.Write(EmptyPolicy, Form));
        using var terms = new PaperReading(TermsPaper.Write(EmptyTerms, Form));

        Assert.Contains(
            policy.OfStyle("Aside"),
            text =>
                text.EndsWith(
                    "：前文、情報発信の目的、情報発信の内容、運用時間、意見や質問への対応方法、個人情報に関する取扱い",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            policy.OfStyle("Aside"),
            text =>
                text.EndsWith(
                    "：題名の下のアカウント名、制定日、所属、種類、アカウント名、URL、アカウント管理者名",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            terms.OfStyle("Aside"),
            text => text.EndsWith($"：前文、{string.Join("、", TermsHeadings)}", StringComparison.Ordinal)
        );
        Assert.All(
            [policy, terms],
            paper =>
                Assert.All(
                    paper.Body.Elements<Paragraph>().Zip(paper.Body.Elements<Paragraph>().Skip(1)),
                    pair =>
                        Assert.False(
                            PaperReading.StyleOf(pair.First) is "Heading1" or "Heading2" && PaperReading.StyleOf(pair.Second) == "Heading1"
                        )
                )
        );
    }

    [Fact]
    public void Where_the_file_has_no_text_for_what_is_empty_it_is_marked_as_to_be_written()
    {
        var bare = Form with { Fields = [.. Form.Fields.Select(field => field with { Wording = "" })] };
        using var paper = new PaperReading(TermsPaper.Write(Terms with { Copyright = "" }, bare));

        Assert.Equal(["人を傷つけないでください。", "（ここに記入してください）", "責任を負いません。"], paper.OfStyle("Indented"));
        Assert.Contains("・次の部分は、まだ記入されていません：著作権等の帰属", paper.OfStyle("Aside"));
    }

    [Theory]
    [InlineData("岡山市観光課", "岡山市観光課")]
    [InlineData("観光課", "岡山市観光課")]
    [InlineData("", "岡山市")]
    public void The_city_is_named_once(string section, string office)
    {
        using var paper = new PaperReading(TermsPaper.Write(Terms with { Section = section }, Form));

        Assert.Equal(office, paper.OfStyle("Right")[1]);
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts), DisableDiscoveryEnumeration = true)]
    public void Hostile_text_in_every_answer_makes_a_proper_document(string typed, string read)
    {
        using var policy = new PaperReading(
            PolicyPaper.Write(new("岡山市", Policy.Date, typed, typed, typed, typed, typed, typed, typed, typed, typed, typed), Form)
        );
        using var terms = new PaperReading(TermsPaper.Write(new("岡山市", null, typed, typed, typed, typed, typed, typed), Form));

        Assert.Equal(PolicyHeadings, policy.OfStyle("Heading1"));
        Assert.Equal(TermsHeadings, terms.OfStyle("Heading1"));
        foreach (var line in read.Split('\n').Where(line => line.Length > 0).Distinct())
        {
            Assert.Contains(line, policy.OfStyle("Indented"));
            Assert.Contains(line, terms.OfStyle("Indented"));
        }
    }

    /// <summary>Word keeps a paragraph that says so on the page of the next one.</summary>
    [Fact]
    public void The_box_at_the_end_never_stands_on_a_page_without_the_last_section()
    {
        using var paper = new PaperReading(PolicyPaper.Write(Policy with { PersonalInformation = "一つ目。\n二つ目。" }, Form));
        var paragraphs = paper.Body.Elements<Paragraph>().ToList();
        string StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        var last = paragraphs.FindLastIndex(paragraph => StyleOf(paragraph) == "Heading1");
        var box = paragraphs.FindIndex(paragraph => StyleOf(paragraph) == "Aside");

        Assert.Equal(4, box - last);
        Assert.All(paragraphs[last..box], paragraph => Assert.NotNull(paragraph.ParagraphProperties?.KeepNext));
        Assert.All(
            paragraphs[..last].Where(paragraph => StyleOf(paragraph) == "Indented"),
            paragraph => Assert.Null(paragraph.ParagraphProperties?.KeepNext)
        );
    }
}

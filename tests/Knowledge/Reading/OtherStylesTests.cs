using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge.Reading;

public class OtherStylesTests
{
    [Fact]
    public void Numbers_in_brackets_and_full_width_indents_make_the_same_kind_of_tree()
    {
        var result = GuidelineReader.ReadFile(Samples.Library);

        Assert.Equal("青崎市立図書館ＳＮＳ運用の手引", result.Guideline.Name);
        Assert.Equal("令和６年１０月１日一部改正", result.Guideline.Revision);
        Assert.Equal(
            """
            aosaki-library:0 表紙
            aosaki-library:1 1 (目的)
            aosaki-library:2 2 (発信の手順)
            aosaki-library:2-1 2(1) (発信前の確認)
            aosaki-library:2-1-ア 2(1)ア
            aosaki-library:2-1-イ 2(1)イ
            aosaki-library:2-2 2(2) (発信後の対応)
            aosaki-library:2-2-a 2(2)・1
            aosaki-library:2-2-b 2(2)・2
            aosaki-library:2-3 2(3) (発信を控えるもの)
            aosaki-library:2-3-参 2(3)【参考】 (参考)
            aosaki-library:2-3-参-a 2(3)【参考】・1
            aosaki-library:2-3-参-b 2(3)【参考】・2
            aosaki-library:3 3 (用語の説明)
            aosaki-library:3-ＳＮＳ 3 用語の説明『ＳＮＳ』 (ＳＮＳ)
            aosaki-library:3-ハッシュタグ 3 用語の説明『ハッシュタグ』 (ハッシュタグ)
            """,
            Outline(result)
        );
        Assert.Equal(
            ["インターネット上で交流するためのサービス", "投稿を分類するための、＃で始まる語"],
            result.Guideline.Glossary.Select(entry => entry.Definition)
        );
        Assert.Equal(["「ハッシュタグ」は本文では※3ですが、用語の解説では※2です。"], result.Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void A_list_that_ends_a_sentence_is_part_of_it()
    {
        var clauses = GuidelineReader
            .ReadFile(Samples.Library)
            .Guideline.Clauses.ToDictionary(clause => clause.Id.Path, clause => clause.Text);

        Assert.Equal(
            "イ　写真を使うときは、次の事項を確かめる。\n　　　・写っている人の同意を得ていること\n　　　・撮影した人が分かること",
            clauses["2-1-イ"]
        );
        Assert.Equal("(3) 発信を控えるもの\n　　・利用者の読書の記録", clauses["2-3"]);
        Assert.EndsWith("総務係", clauses["0"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_regulation_counts_in_articles_paragraphs_and_items()
    {
        var result = GuidelineReader.ReadFile(Samples.Regulation);

        Assert.Equal("緑野市公式アカウント運用規程", result.Guideline.Name);
        Assert.Equal("令和５年９月１日改正", result.Guideline.Revision);
        Assert.Equal(
            """
            midorino-rules:0 表紙
            midorino-rules:第1章 第1章 (総則)
            midorino-rules:1 第1条 (目的)
            midorino-rules:2 第2条 (定義)
            midorino-rules:2-1 第2条第1号
            midorino-rules:2-2 第2条第2号
            midorino-rules:第2章 第2章 (運用)
            midorino-rules:3 第3条 (運用責任者の責務)
            midorino-rules:3-1-1 第3条第1項第1号
            midorino-rules:3-1-2 第3条第1項第2号 (次に掲げる記録の保管)
            midorino-rules:3-1-2-ア 第3条第1項第2号ア
            midorino-rules:3-1-2-イ 第3条第1項第2号イ
            midorino-rules:3-2 第3条第2項
            midorino-rules:3-2-1 第3条第2項第1号
            midorino-rules:3-2-2 第3条第2項第2号
            midorino-rules:3-3 第3条第3項
            midorino-rules:3の2 第3条の2 (削除)
            midorino-rules:4 第4条 (雑則)
            midorino-rules:附則 附則
            midorino-rules:附則-1 附則第1項
            midorino-rules:附則-2 附則第2項
            midorino-rules:附則2 附則（令和５年９月１日訓令第９号）
            midorino-rules:別表第1 別表第1
            """,
            Outline(result)
        );
        Assert.Empty(result.Findings);
        Assert.Equal(
            [
                ("公式アカウント", "2-1", "市が情報を発信するために取得した利用者権限をいう。"),
                ("運用責任者", "2-2", "公式アカウントを取得した課の長をいう。"),
            ],
            result.Guideline.Glossary.Select(entry => (entry.Term, entry.Clause.Path, entry.Definition))
        );
    }

    [Fact]
    public void The_heading_above_an_article_belongs_to_it()
    {
        var article = GuidelineReader.ReadFile(Samples.Regulation).Guideline.Clauses.Single(clause => clause.Id.Path == "1");

        Assert.Equal("（目的）\n第１条　この規程は、公式アカウントの運用に関し必要な事項を定めるものとする。", article.Text);
        Assert.Equal((14, "第1章"), (article.Line, article.Parent?.Path));
    }

    [Theory]
    [InlineData("規則\n第1章 総則\n1 目的\n(1) 甲\n(2) 乙\n第2章 運用\n1 手順\n2 記録", "0 1 1-1 1-1-1 1-1-2 2 2-1 2-2")]
    [InlineData("方針\nⅠ 目的\n1 甲\n2 乙\nⅡ 運用\n1 丙", "0 1 1-1 1-2 2 2-1")]
    [InlineData("方針\n第１　目的\n１　甲\n(1)　乙\n第２　運用\n１　丙", "0 1 1-1 1-1-1 2 2-1")]
    [InlineData("方針\n1. 目的\n1.1 甲\n1.2 乙\n2. 運用\n2-1 丙\n2-1-1 丁", "0 1 1-1 1-2 2 2-1 2-1-1")]
    [InlineData("方針\n一　目的\n１　甲\n２　乙\n二　運用\n１　丙", "0 1 1-1 1-2 2 2-1")]
    [InlineData("方針\n【目的】\n・甲\n・乙\n【運用】\n・丙\n・丁", "0 目 目-a 目-b 運 運-a 運-b")]
    [InlineData("## 1 目的\n* 甲\n* 乙\n## 2 運用\n- (a) 丙\n- (b) 丁", "0 1 1-a 1-b 2 2-a 2-b")]
    [InlineData("方針\n1 対応\n① 届出\n【注意】\n① 甲\n② 乙\n② 報告", "0 1 1-1 1-1-注 1-1-注-1 1-1-注-2 1-2")]
    [InlineData("方針\n1 用語の定義\n・炎上：批判が殺到すること。\n・垢とは、アカウントのこと。", "0 1 1-炎上 1-垢")]
    [InlineData("方針\n目次\n1 目的……1\n2 運用……2\n1 目的\n甲\n2 運用\n乙", "0 1 2")]
    [InlineData("方針\n1 対応\nア 報告\n(ア) 甲\n(イ) 乙\nイ 記録\n㉑ 丙", "0 1 1-ア 1-ア-ア 1-ア-イ 1-イ 1-イ-21")]
    public void Other_customs_are_understood(string text, string ids)
    {
        var guideline = Samples.Read(text).Guideline;

        Assert.Equal(ids, string.Join(' ', guideline.Clauses.Select(clause => clause.Id)));
    }

    [Theory]
    [InlineData("第１　目的\n１　甲\n(1)　乙", "第1の1(1)")]
    [InlineData("Ⅰ 目的\n1 甲\n① 乙", "Ⅰ-1①")]
    [InlineData("第1章 目的\n1 甲\nア 乙", "第1章1ア")]
    [InlineData("1 目的\n1.1 甲\nア 乙", "1.1ア")]
    [InlineData("1 目的\n(1) 甲\na) 乙\nb) 丙", "1(1)b)")]
    [InlineData("1 目的\n1) 甲\n(ア) 乙", "1-1)(ア)")]
    [InlineData("第1条 甲\n附則\n第1条 乙\n2 丙\n一　丁", "附則第1条第2項第1号")]
    [InlineData("第1条 甲\n一　乙\nイ　丙", "第1条第1号イ")]
    [InlineData("1 目的\n別表第２\n1 甲", "別表第2の1")]
    public void The_innermost_clause_is_called_by_all_its_numbers(string text, string label)
    {
        Assert.Equal(label, Samples.Read(text).Guideline.Clauses[^1].Label);
    }

    [Theory]
    [InlineData("青崎市運用指針\n平成30年3月1日", "青崎市運用指針", "平成30年3月1日")]
    [InlineData("青崎市 SNS Guide 運用指針\n令和元年5月1日制定\n平成31年4月1日施行", "青崎市SNS Guide運用指針", "令和元年5月1日制定")]
    [InlineData("青崎市役所\n「運用指針」\n令和 六 年 十 月 改正\n令和７年１月改正\n平成31年4月改正", "運用指針", "令和７年１月改正")]
    [InlineData("運用のてびき\n2019年4月制定、最終改訂：2024年12月1日", "運用のてびき", "2024年12月1日最終改訂")]
    [InlineData("青崎市運用指針（案）", "青崎市運用指針（案）", "")]
    public void Name_and_revision_come_from_the_title_block(string block, string name, string revision)
    {
        var guideline = Samples.Read(block + "\n\n1 目的").Guideline;

        Assert.Equal((name, revision), (guideline.Name, guideline.Revision));
    }

    private static string Outline(ReadGuideline result) =>
        string.Join(
            '\n',
            result.Guideline.Clauses.Select(clause =>
                $"{clause.Id} {clause.Label}{(clause.Heading.Length > 0 ? $" ({clause.Heading})" : "")}"
            )
        );
}

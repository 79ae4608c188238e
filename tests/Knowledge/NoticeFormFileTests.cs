using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge;

public sealed class NoticeFormFileTests
{
    private const string Head =
        "# 様式3　終了届出書\n\n- 種類: end\n- 呼び名: 終了届\n- 提出先: 広報広聴課\n- 条項: 6-2-ア\n- 前文: 届け出ます。\n";

    /// <summary>What every paper of this kind must have beside the day.</summary>
    private const string Rest = """

        ## service （種類）
        - 型: サービス
        ## accountName （名前）
        ## url （URL）
        - 型: URL
        ## section （所属）
        ## person （担当者）

        """;

    private const string Day = "\n## endDate （利用終了日）\n- 型: 日付\n";

    private static readonly Offices Offices = new(
        new City("岡山市", "おかやま", "Okayama City"),
        new Office("広報広聴課", "広報広聴課長"),
        new Office("全庁ネットワーク管理者", "全庁ネットワーク管理者"),
        new Dictionary<Demand, ClauseId>()
    );

    private readonly List<Finding> findings = [];

    [Fact]
    public void A_paper_is_read_with_its_fields()
    {
        var form = Read(
            Head
                + "\n## endDate （利用終了日）\n\n- 型: 日付\n- 必須: はい\n- 条項: 4-3\n- 例: 12月1日\n\n"
                + "## note （その他）\n\n- 型: 文章\n- 必須: endDate がないとき\n- 最長: 30\n"
                + Rest
        )!;

        Assert.Empty(findings);
        Assert.Equal(
            (NoticeKind.End, "様式3", "終了届出書", "様式3　終了届出書", NoticeRecipient.PublicRelations),
            (form.Kind, form.Number, form.Title, form.FullTitle, form.Recipient)
        );
        Assert.Equal(
            new NoticeField(
                "endDate",
                "利用終了日",
                "",
                FieldType.Date,
                FieldNeed.Always,
                null,
                200,
                "",
                "12月1日",
                "",
                ClauseId.Parse("4-3")
            ),
            form.Fields[0]
        );
        Assert.Equal(
            (FieldType.LongText, FieldNeed.Unless, "endDate", 30),
            (form.Fields[1].Type, form.Fields[1].Need, form.Fields[1].RequiredUnless, form.Fields[1].Longest)
        );
    }

    [Theory]
    [InlineData("", 1, "一行目に")]
    [InlineData("# 様式1　題名\n\n- 種類: hajime\n", 3, "「種類」は")]
    [InlineData("# 様式1　題名\n\n- 種類: start\n- 提出先: 市長\n", 4, "「提出先」は")]
    [InlineData(Head + "\n## note （その他）\n\n- 型: 絵\n" + Day + Rest, 11, "「型」は")]
    [InlineData(Head + "\n## note （その他）\n\n- 必須: たぶん\n" + Day + Rest, 11, "「必須」は")]
    [InlineData(Head + "\n## note （その他）\n\n- 文例:\n> {町}です。\n" + Day + Rest, 11, "文例で使えるのは")]
    [InlineData(Head + "\n## note （その他）\n\n- 必須: nothing がないとき\n" + Day + Rest, 11, "「必須」に書かれた欄")]
    [InlineData(Head + "\n## note （その他）\n\n- 条項: 9-9\n" + Day + Rest, 11, "条項 9-9 は")]
    [InlineData(Head + "\n## note （その他）\n\n- 最長: 長め\n" + Day + Rest, 11, "「最長」は")]
    [InlineData(Head + "\n## その他\n" + Day + Rest, 9, "見出しは")]
    [InlineData(Head + "\nただの文\n" + Day + Rest, 9, "「- 項目: 値」")]
    [InlineData(Head + "\n## note （一）\n\n## note （二）\n" + Day + Rest, 11, "note が二つ")]
    public void A_fault_is_named_by_its_line(string text, int line, string message)
    {
        Assert.Null(Read(text));

        var finding = Assert.Single(findings);
        Assert.Equal((line, true), (finding.Line, finding.IsError));
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accountName", "account", "欄 accountName がありません。「account」に変えたのなら accountName に戻してください。")]
    [InlineData("endDate", "day", "欄 endDate がありません。「day」に変えたのなら endDate に戻してください。")]
    public void A_field_that_the_product_reads_must_keep_its_name(string id, string renamed, string message)
    {
        var text = (Head + Day + Rest).Replace($"## {id} ", $"## {renamed} ", StringComparison.Ordinal);

        Assert.Null(Read(text));

        var finding = Assert.Single(findings);
        Assert.Equal(
            Array.FindIndex(text.Split('\n'), line => line.StartsWith($"## {renamed} ", StringComparison.Ordinal)) + 1,
            finding.Line
        );
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_the_product_reads_must_be_there()
    {
        Assert.Null(Read(Head + Rest));

        Assert.Equal(
            (3, "欄 endDate がありません。ボットが使うため、「## endDate （ラベル）」が必要です。"),
            (Assert.Single(findings).Line, findings[0].Message)
        );
    }

    [Fact]
    public void A_day_must_stay_a_day()
    {
        var text = Head + Day.Replace("日付", "一行", StringComparison.Ordinal) + Rest;

        Assert.Null(Read(text));

        Assert.Equal((10, "欄 endDate の「型」は 日付 にしてください。"), (Assert.Single(findings).Line, findings[0].Message));
    }

    [Fact]
    public void Ours_are_five_papers_whose_fields_carry_the_facts_of_a_sentence()
    {
        var forms = KnowledgeBase.Load(KnowledgeCopy.Ours).Forms;

        Assert.Equal(Enum.GetValues<NoticeKind>(), forms.Select(form => form.Kind).Order());
        Assert.All(forms.Where(form => form.DayField is not null), form => Assert.Equal(FieldType.Date, form.Find(form.DayField!)!.Type));
        // 4③: five items of the policy, 4④: three of the terms.
        Assert.Equal(
            ["service", "accountName", "url", "manager", "purpose", "content", "hours", "replies", "privacy"],
            forms
                .Single(form => form.Kind == NoticeKind.Start)
                .Fields.Where(field => field.Clause?.ToString() == "4-3")
                .Select(field => field.Id)
        );
        Assert.Equal(3, forms.Single(form => form.Kind == NoticeKind.Start).Fields.Count(field => field.Clause?.ToString() == "4-4"));
    }

    private NoticeForm? Read(string text) =>
        NoticeFormFile.Read("end.md", text, Offices, new HashSet<string> { "6-2-ア", "4-3" }, findings);
}

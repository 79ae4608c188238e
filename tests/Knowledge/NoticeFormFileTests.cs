using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge;

public sealed class NoticeFormFileTests
{
    private const string Head =
        "# 様式1　開始届出書\n\n- 種類: start\n- 呼び名: 開始届\n- あて先: 広報広聴課長\n- 提出先: 広報広聴課\n- 条項: 6-2-ア\n- 前文: 届け出ます。\n";

    private readonly List<Finding> findings = [];

    [Fact]
    public void A_paper_is_read_with_its_fields()
    {
        var form = Read(
            Head
                + "\n## startDate （利用開始日）\n\n- 型: 日付\n- 必須: はい\n- 条項: 4-3\n- 例: 12月1日\n\n## note （その他）\n\n- 型: 文章\n- 必須: startDate がないとき\n- 最長: 30\n"
        )!;

        Assert.Empty(findings);
        Assert.Equal(
            (NoticeKind.Start, "様式1", "開始届出書", "様式1　開始届出書", NoticeRecipient.PublicRelations),
            (form.Kind, form.Number, form.Title, form.FullTitle, form.Recipient)
        );
        Assert.Equal(
            new NoticeField(
                "startDate",
                "利用開始日",
                "",
                FieldType.Date,
                FieldNeed.Always,
                null,
                200,
                "",
                "12月1日",
                ClauseId.Parse("4-3")
            ),
            form.Fields[0]
        );
        Assert.Equal(
            (FieldType.LongText, FieldNeed.Unless, "startDate", 30),
            (form.Fields[1].Type, form.Fields[1].Need, form.Fields[1].RequiredUnless, form.Fields[1].Longest)
        );
    }

    [Theory]
    [InlineData("", 1, "一行目に")]
    [InlineData("# 様式1　題名\n\n- 種類: hajime\n", 3, "「種類」は")]
    [InlineData("# 様式1　題名\n\n- 種類: start\n- 提出先: 市長\n", 4, "「提出先」は")]
    [InlineData(Head + "\n## note （その他）\n\n- 型: 絵\n", 12, "「型」は")]
    [InlineData(Head + "\n## note （その他）\n\n- 必須: たぶん\n", 12, "「必須」は")]
    [InlineData(Head + "\n## note （その他）\n\n- 必須: nothing がないとき\n", 12, "「必須」に書かれた欄")]
    [InlineData(Head + "\n## note （その他）\n\n- 条項: 9-9\n", 12, "条項 9-9 は")]
    [InlineData(Head + "\n## note （その他）\n\n- 最長: 長め\n", 12, "「最長」は")]
    [InlineData(Head + "\n## その他\n", 10, "見出しは")]
    [InlineData(Head + "\nただの文\n", 10, "「- 項目: 値」")]
    [InlineData(Head + "\n## note （一）\n\n## note （二）\n", 12, "note が二つ")]
    public void A_fault_is_named_by_its_line(string text, int line, string message)
    {
        Assert.Null(Read(text));

        var finding = Assert.Single(findings);
        Assert.Equal((line, true), (finding.Line, finding.IsError));
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
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

    private NoticeForm? Read(string text) => NoticeFormFile.Read("start.md", text, new HashSet<string> { "6-2-ア", "4-3" }, findings);
}

using System.Text;
using System.Text.Json.Nodes;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Notices.Documents;
using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.Notices.Documents;

public sealed class NoticeDataTests
{
    private static readonly NoticeForm Form = KnowledgeBase.Load(KnowledgeCopy.Ours).FormOf(NoticeKind.End)!;

    private static readonly Notice End = new()
    {
        Kind = NoticeKind.End,
        FiscalYear = 2026,
        Number = 3,
        Submitter = new("29:a", "岡本 健"),
        Conversation = "a:personal",
        Fields = new()
        {
            ["service"] = "X",
            ["accountName"] = "=花だより",
            ["section"] = "観光課",
            ["endDate"] = "2027-03-31",
            ["reason"] = "一行目\n二行目, 「三」",
        },
        IsLate = true,
        SubmittedAt = DateTimeOffset.UnixEpoch,
    };

    private static readonly NoticeData Data = new(
        End,
        Form,
        new DateTimeOffset(2027, 4, 1, 9, 30, 0, TimeSpan.FromHours(9)),
        "観光課長 赤木花子"
    );

    [Fact]
    public void The_line_has_a_column_for_every_field_and_nothing_that_Excel_would_calculate()
    {
        var text = Encoding.UTF8.GetString(Data.ToCsv()).TrimStart('\ufeff');

        Assert.StartsWith("番号,様式,題名,あて先,状態,提出日時,事後届出,所属長,担当者,", text, StringComparison.Ordinal);
        Assert.Contains(
            "\r\n令和8年度 終了 第3号,様式3,ソーシャルメディア利用終了届出書,市長公室広報広聴課長,提出済,2027-04-01 09:30,はい,"
                + "観光課長 赤木花子,岡本 健,X,'=花だより,,観光課,",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\"一行目\n二行目, 「三」\"", text, StringComparison.Ordinal);
        // Lines of several notices of a kind fit together, whatever was filled in.
        Assert.Equal(7 + Form.Fields.Count, text.Split("\r\n")[0].Count(letter => letter == ','));
    }

    [Fact]
    public void The_same_in_JSON_goes_by_the_names_of_the_fields()
    {
        var json = JsonNode.Parse(Data.ToJson())!;

        Assert.Equal(
            ("令和8年度 終了 第3号", "end", "2027-04-01T09:30:00+09:00", "観光課長 赤木花子", "true"),
            (
                json["number"]!.ToString(),
                json["kind"]!.ToString(),
                json["submittedAt"]!.ToString(),
                json["chief"]!.ToString(),
                json["isLate"]!.ToJsonString()
            )
        );
        Assert.Equal(
            ["service=X", "accountName==花だより", "section=観光課", "endDate=2027-03-31", "reason=一行目\n二行目, 「三」"],
            json["fields"]!.AsArray().Select(field => $"{field!["id"]}={field["value"]}")
        );
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Notices.Documents;

/// <summary>What stands on a notice's paper as data, for the system that keeps the city's documents.</summary>
/// <param name="submittedAt">In Japan.</param>
/// <param name="chief">所属長, as on the paper.</param>
internal sealed class NoticeData(Notice notice, NoticeForm form, DateTimeOffset submittedAt, string chief)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private IEnumerable<NoticeField> Rest => form.Fields.Where(one => one.Id != FieldId.Chief);

    /// <summary>The names of the columns, and one line; a column for every field of the form, so that lines of several notices fit together.</summary>
    public byte[] ToCsv()
    {
        (string Name, string Value)[] cells =
        [
            ("番号", NoticeNumber.Of(notice)),
            ("様式", form.Number),
            ("題名", form.Title),
            ("あて先", form.Addressee),
            ("状態", NoticeWords.Of(notice)),
            ("提出日時", submittedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
            ("事後届出", notice.IsLate ? "はい" : ""),
            ("所属長", chief),
            ("担当者", notice.SubmitterName),
            .. Rest.Select(field => (field.Label, notice.Fields.GetValueOrDefault(field.Id, ""))),
        ];
        return CsvFile.Write([cells.Select(cell => cell.Name), cells.Select(cell => cell.Value)]);
    }

    /// <summary>Days in ISO 8601; fields by their names, each with the label that it has on the paper.</summary>
    public byte[] ToJson() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                number = NoticeNumber.Of(notice),
                kind = NoticeKinds.NameOf(notice.Kind),
                form = form.Number,
                title = form.Title,
                addressee = form.Addressee,
                status = NoticeWords.Of(notice),
                submittedAt = submittedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
                isLate = notice.IsLate,
                chief,
                submitter = notice.SubmitterName,
                fields = Rest.Where(field => notice.Fields.ContainsKey(field.Id))
                    .Select(field => new
                    {
                        id = field.Id,
                        label = field.Label,
                        value = notice.Fields[field.Id],
                    }),
            },
            Readable
        );
}

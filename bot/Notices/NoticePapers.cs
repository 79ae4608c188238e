using System.Globalization;
using GuidelineBot.Delivery;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices.Documents;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>A notice's Word documents: the paper, and drafts of the policy and the terms where the account has none yet (4②).</summary>
internal sealed class NoticePapers(
    IDbContextFactory<Database> databases,
    NoticeAttachments attachments,
    LiveKnowledge knowledge,
    TimeProvider clock
) : IDownloads
{
    public string Source => "notice";

    /// <param name="about">The notice's id, a slash and the paper's place among its papers, from 0.</param>
    public async Task<Download?> WriteAsync(string about, CancellationToken cancellationToken)
    {
        if (
            about.Split('/') is not [var id, var place]
            || !Guid.TryParse(id, out var key)
            || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return
            await database.Notices.AsNoTracking().SingleOrDefaultAsync(notice => notice.Id == key, cancellationToken) is { } notice
            && (await AllAsync(notice, cancellationToken)).ElementAtOrDefault(number) is { } paper
            ? new Download(paper.FileName, paper.ContentType, paper.Content)
            : null;
    }

    /// <summary>The papers, and after them what was attached.</summary>
    public async Task<IReadOnlyList<MailAttachment>> AllAsync(Notice notice, CancellationToken cancellationToken) =>
        [.. Of(notice), .. await attachments.ReadAsync(notice.Id, cancellationToken)];

    public IReadOnlyList<MailAttachment> Of(Notice notice)
    {
        var form =
            knowledge.Current.FormOf(notice.Kind)
            ?? throw new InvalidDataException($"knowledge/notices に {NoticeKinds.NameOf(notice.Kind)} の様式がありません。");
        var number = NoticeNumber.Of(notice);
        var papers = new List<MailAttachment> { Attach($"{form.ShortTitle}_{number}", NoticePaper.Write(Content(notice, form, number))) };
        if (notice.Kind == NoticeKind.Start && !notice.Fields.ContainsKey(FieldId.PolicyUrl))
            papers.Add(
                Attach(
                    $"運用ポリシー案_{number}",
                    PolicyPaper.Write(
                        new PolicyContent(
                            knowledge.Current.Offices.City.Name,
                            null,
                            Field(FieldId.Section),
                            Field(FieldId.Service),
                            Field(FieldId.AccountName),
                            Field(FieldId.Url),
                            Field(FieldId.Manager),
                            Field(FieldId.Purpose),
                            Field(FieldId.Content),
                            Field(FieldId.Hours),
                            Field(FieldId.Replies),
                            Field(FieldId.Privacy)
                        )
                    )
                )
            );
        if (notice.Kind == NoticeKind.Start && !notice.Fields.ContainsKey(FieldId.TermsUrl))
            papers.Add(
                Attach(
                    $"利用規約案_{number}",
                    TermsPaper.Write(
                        new TermsContent(
                            knowledge.Current.Offices.City.Name,
                            null,
                            Field(FieldId.Section),
                            Field(FieldId.Service),
                            Field(FieldId.AccountName),
                            Field(FieldId.Compliance),
                            Field(FieldId.Copyright),
                            Field(FieldId.Disclaimer)
                        )
                    )
                )
            );
        return papers;

        string Field(string id) => notice.Fields.GetValueOrDefault(id, "");
    }

    private PaperContent Content(Notice notice, NoticeForm form, string number) =>
        new(
            form.Number,
            form.Title,
            form.Addressee,
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(notice.SubmittedAt, clock.LocalTimeZone).DateTime),
            number,
            Of(notice.Fields, FieldId.Section),
            notice.SubmitterName,
            form.Preamble,
            [
                .. form
                    .Fields.Where(field => field.Need == FieldNeed.Always || notice.Fields.ContainsKey(field.Id))
                    .Select(field => new PaperRow(field.Label, FieldValues.Show(field, Of(notice.Fields, field.Id)))),
            ],
            notice.IsLate ? ["事後届出"] : []
        );

    private static MailAttachment Attach(string name, byte[] content) => new($"{name.Replace(' ', '_')}.docx", Download.WordType, content);

    private static string Of(Dictionary<string, string> fields, string name) => fields.GetValueOrDefault(name, "");
}

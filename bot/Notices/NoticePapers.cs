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

    /// <summary>The papers, and the same data for the system that keeps the city's documents.</summary>
    public IReadOnlyList<MailAttachment> Files(Notice notice)
    {
        var (form, number) = (FormOf(notice), NoticeNumber.Of(notice));
        var data = new NoticeData(notice, form, Local(notice.SubmittedAt), ChiefOf(notice));
        return
        [
            .. Of(notice),
            new(FileName($"{form.ShortTitle}データ_{number}", "csv"), "text/csv", data.ToCsv()),
            new(FileName($"{form.ShortTitle}データ_{number}", "json"), "application/json", data.ToJson()),
        ];
    }

    /// <summary>What goes out by mail: the papers, and after them what was attached.</summary>
    public async Task<IReadOnlyList<MailAttachment>> MailedAsync(Notice notice, CancellationToken cancellationToken) =>
        [.. Of(notice), .. await attachments.ReadAsync(notice.Id, cancellationToken)];

    /// <summary>Papers and data, and after them what was attached.</summary>
    public async Task<IReadOnlyList<MailAttachment>> AllAsync(Notice notice, CancellationToken cancellationToken) =>
        [.. Files(notice), .. await attachments.ReadAsync(notice.Id, cancellationToken)];

    public IReadOnlyList<MailAttachment> Of(Notice notice)
    {
        var form = FormOf(notice);
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
                        ),
                        form
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
                        ),
                        form
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
            DateOnly.FromDateTime(Local(notice.SubmittedAt).DateTime),
            number,
            NoticeKinds.IsApplication(notice.Kind) ? "申請者" : "届出者",
            Of(notice.Fields, FieldId.Section),
            ChiefOf(notice),
            notice.SubmitterName,
            Of(notice.Fields, FieldId.Extension),
            form.Preamble,
            [
                .. form
                    .Fields.Where(field => field.Id is not (FieldId.Chief or FieldId.Extension))
                    .Where(field => field.Need == FieldNeed.Always || notice.Fields.ContainsKey(field.Id))
                    .Select(field => new PaperRow(field.Label, FieldValues.Show(field, Of(notice.Fields, field.Id)))),
            ],
            notice.IsLate ? ["事後届出"] : []
        );

    private NoticeForm FormOf(Notice notice) =>
        knowledge.Current.FormOf(notice.Kind)
        ?? throw new InvalidDataException($"knowledge/notices に {NoticeKinds.NameOf(notice.Kind)} の様式がありません。");

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);

    /// <summary>所属長 as the notice names them; otherwise who has approved it, or a manager with a post.</summary>
    private static string ChiefOf(Notice notice) =>
        Of(notice.Fields, FieldId.Chief) is { Length: > 0 } chief ? chief
        : notice.ChiefName is { Length: > 0 } approved ? approved
        : Of(notice.Fields, FieldId.Manager) is var manager && KnownFacts.IsChief(manager) ? manager
        : "";

    private static MailAttachment Attach(string name, byte[] content) => new(FileName(name, "docx"), Download.WordType, content);

    private static string FileName(string name, string kind) => $"{name.Replace(' ', '_')}.{kind}";

    private static string Of(Dictionary<string, string> fields, string name) => fields.GetValueOrDefault(name, "");
}

using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices.Documents;
using GuidelineBot.Storage;

namespace GuidelineBot.Notices;

/// <summary>A notice's Word documents: the paper, and drafts of the policy and the terms where the account has none yet (4②).</summary>
internal sealed class NoticePapers(LiveKnowledge knowledge, TimeProvider clock)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public IReadOnlyList<MailAttachment> Of(Notice notice)
    {
        var form = knowledge.Current.FormOf(notice.Kind) ?? throw new InvalidDataException($"knowledge/notices に {NoticeKinds.NameOf(notice.Kind)} の様式がありません。");
        var fields = notice.Fields;
        var number = NoticeNumber.Of(notice);
        var papers = new List<MailAttachment> { Attach($"{form.ShortTitle}_{number}", NoticePaper.Write(Content(notice, form, number))) };
        if (notice.Kind == NoticeKind.Start && !fields.ContainsKey("policyUrl"))
            papers.Add(Attach($"運用ポリシー案_{number}", PolicyPaper.Write(new PolicyContent(
                null, Of(fields, "section"), Of(fields, "service"), Of(fields, "accountName"), Of(fields, "url"), Of(fields, "manager"),
                Of(fields, "purpose"), Of(fields, "content"), Of(fields, "hours"), Of(fields, "replies"), Of(fields, "privacy")))));
        if (notice.Kind == NoticeKind.Start && !fields.ContainsKey("termsUrl"))
            papers.Add(Attach($"利用規約案_{number}", TermsPaper.Write(new TermsContent(
                null, Of(fields, "section"), Of(fields, "service"), Of(fields, "accountName"), Of(fields, "compliance"), Of(fields, "copyright"), Of(fields, "disclaimer")))));
        return papers;
    }

    private PaperContent Content(Notice notice, NoticeForm form, string number) => new(
        form.Number, form.Title, form.Addressee,
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(notice.SubmittedAt, clock.LocalTimeZone).DateTime),
        number, Of(notice.Fields, "section"), notice.SubmitterName, form.Preamble,
        [.. form.Fields.Where(field => field.Need == FieldNeed.Always || notice.Fields.ContainsKey(field.Id)).Select(field => new PaperRow(field.Label, FieldValues.Show(field, Of(notice.Fields, field.Id))))],
        notice.IsLate ? ["事後届出"] : []);

    private static MailAttachment Attach(string name, byte[] content) => new($"{name.Replace(' ', '_')}.docx", Word, content);

    private static string Of(Dictionary<string, string> fields, string name) => fields.GetValueOrDefault(name, "");
}

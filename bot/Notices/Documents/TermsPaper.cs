using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Notices.Documents;

/// <summary>利用規約: the three items that clause 4④ asks for, as a document to be edited further.</summary>
internal static class TermsPaper
{
    /// <param name="form">Whose fields have the texts (文例) that stand in for what is empty.</param>
    /// <returns>A .docx file.</returns>
    public static byte[] Write(TermsContent content, NoticeForm form)
    {
        var paper = new DraftedPaper("ソーシャルメディア利用規約", content.City, content.Section, content.Service, content.AccountName);
        paper.Open(
            content.Date,
            "ソーシャルメディアの利用に当たり、利用者の皆さんにあらかじめ同意していただく事項を、次のとおり定めます。"
        );

        paper.Heading("利用上の遵守事項");
        paper.Answer("利用上の遵守事項", content.Rules, Wording(FieldId.Compliance));
        paper.Heading("著作権等の帰属");
        paper.Answer("著作権等の帰属", content.Copyright, Wording(FieldId.Copyright));
        paper.Heading("免責事項");
        paper.Answer("免責事項", content.Disclaimer, Wording(FieldId.Disclaimer));
        return paper.Write();

        string Wording(string field) => form.Find(field)?.Wording ?? "";
    }
}

using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Notices.Documents;

/// <summary>運用ポリシー: the five items that clause 4③ asks for, as a document to be edited further.</summary>
internal static class PolicyPaper
{
    /// <param name="form">Whose fields have the texts (文例) that stand in for what is empty.</param>
    /// <returns>A .docx file.</returns>
    public static byte[] Write(PolicyContent content, NoticeForm form)
    {
        var paper = new DraftedPaper("ソーシャルメディア運用ポリシー", content.City, content.Section, content.Service, content.AccountName);
        paper.Open(content.Date, "ソーシャルメディアについて、利用者の皆さんにお知らせする事項を、次のとおり定めます。");

        paper.Heading("運用するソーシャルメディアの種類");
        paper.Fact("種類", content.Service);

        paper.Heading("アカウント名、URL及びアカウント管理者名");
        paper.Fact("アカウント名", content.AccountName);
        paper.Fact("URL", content.Url);
        paper.Fact("アカウント管理者名", content.Administrator);

        paper.Heading("ソーシャルメディアによる情報発信の目的及び内容");
        paper.Part("目的");
        paper.Answer("情報発信の目的", content.Purpose, Wording(FieldId.Purpose));
        paper.Part("内容");
        paper.Answer("情報発信の内容", content.Topics, Wording(FieldId.Content));

        paper.Heading("ソーシャルメディアの運用方法（運用時間、意見や質問への対応方法など）");
        paper.Part("運用時間");
        paper.Answer("運用時間", content.Hours, Wording(FieldId.Hours));
        paper.Part("意見や質問への対応方法");
        paper.Answer("意見や質問への対応方法", content.Replies, Wording(FieldId.Replies));

        paper.Heading("個人情報に関する取扱い");
        paper.Answer("個人情報に関する取扱い", content.PersonalInformation, Wording(FieldId.Privacy));
        return paper.Write();

        string Wording(string field) => form.Find(field)?.Wording ?? "";
    }
}

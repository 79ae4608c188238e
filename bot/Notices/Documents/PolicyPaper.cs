namespace GuidelineBot.Notices.Documents;

/// <summary>運用ポリシー: the five items that clause 4③ asks for, as a document to be edited further.</summary>
internal static class PolicyPaper
{
    private const string Purpose =
        DraftedPaper.City + "の市政情報を分かりやすくお伝えし、市民の皆さんとの情報共有を進めることを目的とします。";

    private const string Topics = "担当する事業、催し、手続などのお知らせを発信します。";

    private const string Hours = """
        発信は、原則として開庁日（土曜日、日曜日、祝日及び12月29日から翌年1月3日までを除く日）の午前8時30分から午後5時15分までに行います。
        災害発生時などの緊急時は、この時間以外にも発信することがあります。
        """;

    private const string Replies = $"""
        お寄せいただいた意見や質問は、今後の業務の参考にします。個別の返信は、原則として行いません。
        お問い合わせは、担当課の電話又は{DraftedPaper.City}公式ウェブサイトのお問い合わせフォームをご利用ください。
        災害発生時などの緊急時は、寄せられた情報のうち重要と判断するものについて、関係機関と共有したうえで、返信などの必要な対応を行います。
        """;

    private const string PersonalInformation = """
        個人情報は、個人情報の保護に関する法律その他の関係法令に基づき、適切に取り扱います。
        コメントやメッセージには、住所、氏名、電話番号などの個人情報を書き込まないようお願いします。
        """;

    /// <returns>A .docx file.</returns>
    public static byte[] Write(PolicyContent content)
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
        paper.Answer("情報発信の目的", content.Purpose, Purpose);
        paper.Part("内容");
        paper.Answer("情報発信の内容", content.Topics, Topics);

        paper.Heading("ソーシャルメディアの運用方法（運用時間、意見や質問への対応方法など）");
        paper.Part("運用時間");
        paper.Answer("運用時間", content.Hours, Hours);
        paper.Part("意見や質問への対応方法");
        paper.Answer("意見や質問への対応方法", content.Replies, Replies);

        paper.Heading("個人情報に関する取扱い");
        paper.Answer("個人情報に関する取扱い", content.PersonalInformation, PersonalInformation);
        return paper.Write();
    }
}

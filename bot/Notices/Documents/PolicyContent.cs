namespace GuidelineBot.Notices.Documents;

/// <summary>What is known of an account for its 運用ポリシー (clause 4③). What is empty is filled with a standard text, or marked as to be written.</summary>
/// <param name="Date">制定日; null where it is not settled.</param>
/// <param name="City">As it calls itself.</param>
/// <param name="Section">観光課, without the city.</param>
/// <param name="Service">運用するソーシャルメディアの種類.</param>
/// <param name="Administrator">アカウント管理者名.</param>
/// <param name="Topics">情報発信の内容.</param>
/// <param name="Hours">運用時間.</param>
/// <param name="Replies">意見や質問への対応方法.</param>
/// <param name="PersonalInformation">個人情報に関する取扱い.</param>
internal sealed record PolicyContent(
    string City,
    DateOnly? Date,
    string Section,
    string Service,
    string AccountName,
    string Url,
    string Administrator,
    string Purpose,
    string Topics,
    string Hours,
    string Replies,
    string PersonalInformation
);

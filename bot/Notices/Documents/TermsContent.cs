namespace GuidelineBot.Notices.Documents;

/// <summary>What is known of an account for its 利用規約 (clause 4④). What is empty is filled with a standard text, or marked as to be written.</summary>
/// <param name="Date">制定日; null where it is not settled.</param>
/// <param name="City">As it calls itself.</param>
/// <param name="Section">観光課, without the city.</param>
/// <param name="Rules">利用上の遵守事項; lines that begin with ・ are items.</param>
/// <param name="Copyright">著作権等の帰属.</param>
/// <param name="Disclaimer">免責事項.</param>
internal sealed record TermsContent(
    string City,
    DateOnly? Date,
    string Section,
    string Service,
    string AccountName,
    string Rules,
    string Copyright,
    string Disclaimer
);

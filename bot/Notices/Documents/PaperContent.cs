namespace GuidelineBot.Notices.Documents;

/// <summary>A notice as it stands on paper. Any text may be empty, long, or of several lines; what is empty is left out.</summary>
/// <param name="FormNumber">様式1; empty for what has no form of its own.</param>
/// <param name="Addressee">An office, without 様.</param>
/// <param name="Number">令和8年度 開始 第1号; empty for a draft.</param>
/// <param name="Role">What the section's chief is on this paper: 届出者, 申請者.</param>
/// <param name="From">The section that files it, one line or several.</param>
/// <param name="Chief">所属長 with post and name; where it is empty, there is room to write it by hand.</param>
/// <param name="Person">担当者, who has filled it in.</param>
/// <param name="Extension">内線 of 担当者.</param>
/// <param name="Preamble">What stands above 記; each line is a paragraph.</param>
/// <param name="Notes">What stands below the table; a ※ is put before each.</param>
internal sealed record PaperContent(
    string FormNumber,
    string Title,
    string Addressee,
    DateOnly Date,
    string Number,
    string Role,
    string From,
    string Chief,
    string Person,
    string Extension,
    string Preamble,
    IReadOnlyList<PaperRow> Rows,
    IReadOnlyList<string> Notes
);

/// <summary>One line of the table. Where nothing is filled in, the cell stays empty, to be written in by hand.</summary>
internal sealed record PaperRow(string Label, string Value);

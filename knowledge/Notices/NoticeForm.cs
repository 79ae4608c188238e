namespace GuidelineBot.Knowledge.Notices;

/// <summary>One of the papers of clause 6, as <c>knowledge/notices</c> defines it.</summary>
/// <param name="Number">様式1; empty for the two papers that have no number.</param>
/// <param name="Title">Without the number.</param>
/// <param name="ShortTitle">What people call it: 開始届.</param>
/// <param name="Addressee">Whom the paper is addressed to, by office.</param>
/// <param name="Recipient">Who receives and decides it.</param>
/// <param name="Preamble">The sentence above 「記」.</param>
/// <param name="Clauses">The clauses that demand the paper.</param>
public sealed record NoticeForm(
    NoticeKind Kind,
    string Number,
    string Title,
    string ShortTitle,
    string Addressee,
    NoticeRecipient Recipient,
    string Preamble,
    IReadOnlyList<ClauseId> Clauses,
    IReadOnlyList<NoticeField> Fields)
{
    public string FullTitle => Number.Length == 0 ? Title : $"{Number}　{Title}";

    public NoticeField? Find(string id) => Fields.FirstOrDefault(field => field.Id == id);
}

/// <param name="Id">The name under which its value is stored, and the slot that fills it in from a sentence.</param>
/// <param name="Longest">In characters.</param>
/// <param name="Help">A sentence under the label.</param>
/// <param name="Clause">Why it is asked for; null where it is 実務の目安 only.</param>
/// <param name="Choices">For <see cref="FieldType.Choice"/>.</param>
public sealed record NoticeField(
    string Id,
    string Label,
    FieldType Type,
    bool IsRequired,
    int Longest,
    string Help,
    string Example,
    ClauseId? Clause,
    IReadOnlyList<string> Choices);

public enum FieldType
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A day, stored as ISO 8601.</summary>
    Date,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A service of <c>services.txt</c>, stored by its proper name.</summary>
    Service,

    /// <summary>One of the choices.</summary>
    Choice,
}

/// <summary>The office that a paper goes to.</summary>
public enum NoticeRecipient
{
    /// <summary>市長公室広報広聴課長; a copy goes to the 全庁ネットワーク管理者 (6②エ).</summary>
    PublicRelations,

    /// <summary>全庁ネットワーク管理者 (6①ア).</summary>
    NetworkAdministrator,
}

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
    IReadOnlyList<NoticeField> Fields
)
{
    public string FullTitle => Number.Length == 0 ? Title : $"{Number}　{Title}";

    /// <summary>The name of the field that holds the day the notice is about: before it, the notice is in time.</summary>
    public string? DayField =>
        Kind switch
        {
            NoticeKind.Start => FieldId.StartDate,
            NoticeKind.Change => FieldId.ChangeDate,
            NoticeKind.End => FieldId.EndDate,
            _ => null,
        };

    /// <summary>The field that a day without a field's name is said of; null where the form holds no day.</summary>
    public string? OnlyDay => DayField ?? (Find(FieldId.StartDate) ?? Find(FieldId.EndDate))?.Id;

    /// <summary>The parts of the form, in order; one part where the file names none.</summary>
    public IReadOnlyList<string> Groups => [.. Fields.Select(asked => asked.Group).Distinct()];

    public NoticeField? Find(string id) => Fields.FirstOrDefault(field => field.Id == id);
}

/// <param name="Id">The name under which its value is stored, and the slot that fills it in from a sentence.</param>
/// <param name="Group">The part of the form that it stands in; empty where the form has one part.</param>
/// <param name="Need">When it must be filled in.</param>
/// <param name="RequiredUnless">With <see cref="FieldNeed.Unless"/>: the field that makes this one needless.</param>
/// <param name="Longest">In characters.</param>
/// <param name="Help">A sentence under the label.</param>
/// <param name="Standard">The text that stands in its place where it is left empty; empty where there is none.</param>
/// <param name="Clause">Why it is asked for; null where it is 実務の目安 only.</param>
public sealed record NoticeField(
    string Id,
    string Label,
    string Group,
    FieldType Type,
    FieldNeed Need,
    string? RequiredUnless,
    int Longest,
    string Help,
    string Example,
    string Standard,
    ClauseId? Clause
)
{
    /// <summary>Stands in braces for the city's name in <see cref="Wording"/>.</summary>
    public const string City = "市";

    /// <summary>
    /// 文例: what stands in the draft of the policy or the terms where the notice says nothing; lines that begin with ・ are items. Empty where
    /// there is none.
    /// </summary>
    public string Wording { get; init; } = "";
}

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

    /// <summary>A service of <c>services.txt</c>, stored by its proper name; another name is stored as written.</summary>
    Service,
}

public enum FieldNeed
{
    Optional,
    Always,

    /// <summary>Only where the day of the notice has passed (事後届出).</summary>
    WhenLate,

    /// <summary>Only where another field is empty.</summary>
    Unless,
}

/// <summary>The office that a paper goes to.</summary>
public enum NoticeRecipient
{
    /// <summary>市長公室広報広聴課長; a copy goes to the 全庁ネットワーク管理者 (6②エ).</summary>
    PublicRelations,

    /// <summary>全庁ネットワーク管理者 (6①ア).</summary>
    NetworkAdministrator,
}

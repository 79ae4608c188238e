namespace GuidelineBot.Knowledge.Notices;

/// <summary>
/// The names of the fields that the product reads: in its rules, in the register, in the papers it writes. A file of <c>notices/</c> may have
/// more fields, and may call these by any label, but must have them under these names.
/// </summary>
public static class FieldId
{
    public const string Service = "service";
    public const string AccountName = "accountName";
    public const string Url = "url";
    public const string Section = "section";
    public const string Manager = "manager";
    public const string Person = "person";
    public const string OldPerson = "oldPerson";
    public const string NewPerson = "newPerson";
    public const string StartDate = "startDate";
    public const string ChangeDate = "changeDate";
    public const string EndDate = "endDate";
    public const string Purpose = "purpose";
    public const string Reason = "reason";
    public const string Content = "content";
    public const string Hours = "hours";
    public const string Replies = "replies";
    public const string Privacy = "privacy";
    public const string PolicyUrl = "policyUrl";
    public const string TermsUrl = "termsUrl";
    public const string Compliance = "compliance";
    public const string Copyright = "copyright";
    public const string Disclaimer = "disclaimer";

    /// <summary>届出者（所属長）, post and name, as they stand at the head of the paper.</summary>
    public const string Chief = "chief";

    /// <summary>内線 of who fills the paper in.</summary>
    public const string Extension = "extension";

    private static readonly string[] OfAccounts = [Service, AccountName, Url, Section];

    private static readonly string[] Others = [Chief, Extension, "audience", "lateReason", "note", "terminal"];

    private static readonly Dictionary<string, FieldType> Types = new()
    {
        [Service] = FieldType.Service,
        [Url] = FieldType.Url,
        [PolicyUrl] = FieldType.Url,
        [TermsUrl] = FieldType.Url,
        [StartDate] = FieldType.Date,
        [ChangeDate] = FieldType.Date,
        [EndDate] = FieldType.Date,
    };

    /// <summary>Those without which the product cannot work with a paper of this kind.</summary>
    public static IReadOnlyList<string> NeededBy(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.Start =>
            [
                .. OfAccounts,
                Manager,
                Person,
                StartDate,
                Purpose,
                Content,
                Hours,
                Replies,
                PolicyUrl,
                Privacy,
                TermsUrl,
                Compliance,
                Copyright,
                Disclaimer,
            ],
            NoticeKind.Change => [.. OfAccounts, OldPerson, NewPerson, ChangeDate, Manager],
            NoticeKind.End => [.. OfAccounts, Person, EndDate],
            NoticeKind.Unblock => [Section, Person, Service, Url, Reason, StartDate],
            _ => [Section, Person, Service, Url, EndDate],
        };

    /// <summary>Whether the product reads a field of this name in any paper, or ours have it beside those that it reads.</summary>
    public static bool IsKnown(string id) => Others.Contains(id) || Enum.GetValues<NoticeKind>().Any(kind => NeededBy(kind).Contains(id));

    /// <summary>The type that the product takes the field's value for; null where it is a text of any length.</summary>
    public static FieldType? TypeOf(string id) => Types.TryGetValue(id, out var type) ? type : null;
}

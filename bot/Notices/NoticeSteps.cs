using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Who may take which step, and where it leads: 提出済 → 受理 or 差戻し (an application: 許可 or 不許可) → 取下げ.</summary>
internal static class NoticeSteps
{
    /// <summary>Who decides: the office for notices, the 全庁ネットワーク管理者 for the papers of 6①.</summary>
    public static bool Decides(Person person, Notice notice) =>
        notice.Kind is Knowledge.Notices.NoticeKind.Unblock or Knowledge.Notices.NoticeKind.UnblockEnd
            ? person.Is(Roles.NetworkAdministrator)
            : person.Is(Roles.Reviewer);

    /// <summary>The submitter, those who decide, and the network administrators, who get a copy of everything (6②エ).</summary>
    public static bool MaySee(Person person, Notice notice) =>
        person.Id == notice.SubmitterId
        || person.Is(Roles.Reviewer)
        || person.Is(Roles.NetworkAdministrator)
        || person.Is(Roles.Administrator);

    /// <returns>The steps open to this person now, the likeliest first.</returns>
    public static IReadOnlyList<NoticeStep> Open(Person person, Notice notice) =>
        [.. Decides(person, notice) ? OfDecider(notice) : [], .. person.Id == notice.SubmitterId ? OfSubmitter(notice) : []];

    public static IReadOnlyList<NoticeStep> OfDecider(Notice notice) =>
        notice.Status != NoticeStatus.Submitted ? []
        : NoticeKinds.IsApplication(notice.Kind) ? [NoticeStep.Permitted, NoticeStep.Refused, NoticeStep.Returned, NoticeStep.Asked]
        : [NoticeStep.Accepted, NoticeStep.Returned, NoticeStep.Asked];

    public static IReadOnlyList<NoticeStep> OfSubmitter(Notice notice) =>
        notice.Status switch
        {
            NoticeStatus.Submitted when notice.Events.Exists(happened => happened.Step == NoticeStep.Asked) =>
            [
                NoticeStep.Answered,
                NoticeStep.Withdrawn,
            ],
            NoticeStatus.Submitted or NoticeStatus.Returned => [NoticeStep.Withdrawn],
            _ => [],
        };

    public static bool MayRedo(Person person, Notice notice) => person.Id == notice.SubmitterId && notice.Status == NoticeStatus.Returned;

    /// <returns>Null where the step leaves the state as it is.</returns>
    public static NoticeStatus? StatusAfter(NoticeStep step) =>
        step switch
        {
            NoticeStep.Submitted or NoticeStep.Resubmitted => NoticeStatus.Submitted,
            NoticeStep.Accepted => NoticeStatus.Accepted,
            NoticeStep.Returned => NoticeStatus.Returned,
            NoticeStep.Withdrawn => NoticeStatus.Withdrawn,
            NoticeStep.Permitted => NoticeStatus.Permitted,
            NoticeStep.Refused => NoticeStatus.Refused,
            _ => null,
        };

    public static bool NeedsReason(NoticeStep step) =>
        step is NoticeStep.Returned or NoticeStep.Asked or NoticeStep.Answered or NoticeStep.Refused or NoticeStep.Withdrawn;

    public static string NameOf(NoticeStep step) => step.ToString().ToLowerInvariant();

    public static NoticeStep? Of(string name) =>
        Enum.GetValues<NoticeStep>().Cast<NoticeStep?>().FirstOrDefault(step => NameOf(step!.Value) == name);
}

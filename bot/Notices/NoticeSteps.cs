using GuidelineBot.Deputies;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Who is to do something about a notice next.</summary>
internal enum TurnOf
{
    Nobody,
    Submitter,
    Chief,
    Office,
}

/// <summary>
/// Who may take which step, and where it leads: (承認待ち →) 提出済 → 受理 or 差戻し (an application: 許可 or 不許可). Nobody decides on their
/// own notice, whatever roles they hold.
/// </summary>
internal static class NoticeSteps
{
    /// <summary>How long an acceptance can be taken back.</summary>
    public static readonly TimeSpan Regret = TimeSpan.FromMinutes(10);

    /// <summary>Who decides: the office for notices, the 全庁ネットワーク管理者 for the papers of 6①.</summary>
    public static Roles Deciders(Notice notice) =>
        notice.Kind is NoticeKind.Unblock or NoticeKind.UnblockEnd ? Roles.NetworkAdministrator : Roles.Reviewer;

    public static bool Decides(Reader reader, Notice notice) => !IsOwn(reader, notice) && reader.Is(Deciders(notice));

    public static bool Approves(Reader reader, Notice notice) =>
        !IsOwn(reader, notice) && notice.ChiefId is { } chief && reader.IsOrStandsInFor(chief);

    public static bool IsOwn(Reader reader, Notice notice) => reader.Id == notice.SubmitterId;

    /// <summary>
    /// The submitter, those who approve and decide, and the network administrators, who get a copy of everything (6②エ).
    /// </summary>
    public static bool MaySee(Reader reader, Notice notice) =>
        IsOwn(reader, notice)
        || notice.ChiefId is { } chief && reader.IsOrStandsInFor(chief)
        || reader.Is(Roles.Reviewer)
        || reader.Is(Roles.NetworkAdministrator)
        || reader.Person.Is(Roles.Administrator);

    /// <returns>The steps open to this person now, the likeliest first.</returns>
    public static IReadOnlyList<NoticeStep> Open(Reader reader, Notice notice, DateTimeOffset now) =>
        [
            .. Approves(reader, notice) ? OfChief(notice) : [],
            .. Decides(reader, notice) ? OfDecider(notice, now) : [],
            .. IsOwn(reader, notice) ? OfSubmitter(notice) : [],
        ];

    /// <returns>For whom the reader takes the step, as a deputy; null where in their own right.</returns>
    public static Actor? For(Reader reader, Notice notice) =>
        IsOwn(reader, notice) ? null
        : notice is { Status: NoticeStatus.AwaitingApproval, ChiefId: { } chief } ? reader.ForPerson(chief)
        : reader.ForRole(Deciders(notice));

    public static IReadOnlyList<NoticeStep> OfChief(Notice notice) =>
        notice.Status == NoticeStatus.AwaitingApproval ? [NoticeStep.Approved, NoticeStep.Returned] : [];

    public static IReadOnlyList<NoticeStep> OfDecider(Notice notice, DateTimeOffset now) =>
        notice.Status switch
        {
            NoticeStatus.Submitted when NoticeKinds.IsApplication(notice.Kind) =>
            [
                NoticeStep.Permitted,
                NoticeStep.Refused,
                NoticeStep.Returned,
                NoticeStep.Asked,
            ],
            NoticeStatus.Submitted => [NoticeStep.Accepted, NoticeStep.Returned, NoticeStep.Asked],
            _ when CanBeTakenBack(notice, now) => [NoticeStep.TakenBack],
            _ => [],
        };

    public static IReadOnlyList<NoticeStep> OfSubmitter(Notice notice) =>
        notice.Status switch
        {
            NoticeStatus.Submitted when IsAsked(notice) => [NoticeStep.Answered, NoticeStep.PulledBack, NoticeStep.Withdrawn],
            NoticeStatus.Submitted or NoticeStatus.AwaitingApproval => [NoticeStep.PulledBack, NoticeStep.Withdrawn],
            NoticeStatus.Returned or NoticeStatus.PulledBack => [NoticeStep.Withdrawn],
            _ => [],
        };

    /// <summary>A question of the office's has no answer yet; what was put right and submitted again is one.</summary>
    private static bool IsAsked(Notice notice) =>
        notice
            .Events.Where(happened => happened.Step is NoticeStep.Asked or NoticeStep.Answered or NoticeStep.Resubmitted)
            .MaxBy(happened => happened.At)
            ?.Step == NoticeStep.Asked;

    /// <summary>It can be put right and submitted again under its number.</summary>
    public static bool CanBeRedone(Notice notice) => notice.Status is NoticeStatus.Returned or NoticeStatus.PulledBack;

    public static bool MayRedo(Reader reader, Notice notice) => IsOwn(reader, notice) && CanBeRedone(notice);

    public static bool CanBeTakenBack(Notice notice, DateTimeOffset now) =>
        notice is { Status: NoticeStatus.Accepted or NoticeStatus.Permitted, DecidedAt: { } decided } && now - decided < Regret;

    /// <summary>Who is to go on, as the last entries of the history say; see <see cref="WaitsSince"/>.</summary>
    public static TurnOf NextOf(Notice notice) =>
        notice.Status switch
        {
            NoticeStatus.AwaitingApproval => TurnOf.Chief,
            NoticeStatus.Submitted => notice.Events.MaxBy(happened => happened.At)?.Step == NoticeStep.Asked
                ? TurnOf.Submitter
                : TurnOf.Office,
            NoticeStatus.Returned or NoticeStatus.PulledBack => TurnOf.Submitter,
            _ => TurnOf.Nobody,
        };

    public static DateTimeOffset WaitsSince(Notice notice) =>
        notice.Events.Count == 0 ? notice.SubmittedAt : notice.Events.Max(happened => happened.At);

    /// <returns>Null where the step leaves the state as it is.</returns>
    public static NoticeStatus? StatusAfter(NoticeStep step) =>
        step switch
        {
            NoticeStep.Submitted or NoticeStep.Resubmitted or NoticeStep.Approved or NoticeStep.TakenBack => NoticeStatus.Submitted,
            NoticeStep.Accepted => NoticeStatus.Accepted,
            NoticeStep.Returned => NoticeStatus.Returned,
            NoticeStep.Withdrawn => NoticeStatus.Withdrawn,
            NoticeStep.Permitted => NoticeStatus.Permitted,
            NoticeStep.Refused => NoticeStatus.Refused,
            NoticeStep.PulledBack => NoticeStatus.PulledBack,
            _ => null,
        };

    public static bool NeedsReason(NoticeStep step) =>
        step is NoticeStep.Returned or NoticeStep.Asked or NoticeStep.Answered or NoticeStep.Refused or NoticeStep.Withdrawn;

    public static bool IsDecision(NoticeStep step) =>
        step
            is NoticeStep.Accepted
                or NoticeStep.Returned
                or NoticeStep.Asked
                or NoticeStep.Permitted
                or NoticeStep.Refused
                or NoticeStep.Approved
                or NoticeStep.TakenBack;

    /// <summary>Changes the register, or what somebody relies on: asked once before.</summary>
    public static bool NeedsYes(NoticeStep step) => step is NoticeStep.Accepted or NoticeStep.Permitted;

    public static string NameOf(NoticeStep step) => step.ToString().ToLowerInvariant();

    public static NoticeStep? Of(string name) =>
        Enum.GetValues<NoticeStep>().Cast<NoticeStep?>().FirstOrDefault(step => NameOf(step!.Value) == name);
}

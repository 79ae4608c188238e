namespace GuidelineBot.Notices;

/// <summary>What states and steps are called.</summary>
internal static class NoticeWords
{
    public static string Of(Notice notice) => Of(notice.Status);

    public static string Of(NoticeStatus status) =>
        status switch
        {
            NoticeStatus.Submitted => "提出済",
            NoticeStatus.Accepted => "受理",
            NoticeStatus.Returned => "差戻し",
            NoticeStatus.Withdrawn => "取下げ",
            NoticeStatus.Permitted => "許可",
            NoticeStatus.AwaitingApproval => "所属長の承認待ち",
            NoticeStatus.PulledBack => "引戻し",
            _ => "不許可",
        };

    public static string Of(NoticeStep step) =>
        step switch
        {
            NoticeStep.Submitted => "提出",
            NoticeStep.Resubmitted => "再提出",
            NoticeStep.Accepted => "受理",
            NoticeStep.Returned => "差戻し",
            NoticeStep.Asked => "質問",
            NoticeStep.Answered => "回答",
            NoticeStep.Withdrawn => "取下げ",
            NoticeStep.Permitted => "許可",
            NoticeStep.Approved => "所属長の承認",
            NoticeStep.PulledBack => "引戻し",
            NoticeStep.TakenBack => "決定の取消し",
            _ => "不許可",
        };

    public static string Of(TurnOf next) =>
        next switch
        {
            TurnOf.Chief => "所属長",
            TurnOf.Office => "担当課",
            _ => "届出者",
        };

    /// <summary>The label over the reason's input.</summary>
    public static string ReasonOf(NoticeStep step) =>
        step switch
        {
            NoticeStep.Asked => "届出者への質問",
            NoticeStep.Answered => "質問への回答",
            _ => $"{Of(step)}の理由",
        };

    public static string ButtonOf(NoticeStep step) =>
        step switch
        {
            NoticeStep.Accepted => "受理する",
            NoticeStep.Returned => "差し戻す",
            NoticeStep.Asked => "質問する",
            NoticeStep.Answered => "質問に答える",
            NoticeStep.Withdrawn => "取り下げる",
            NoticeStep.Permitted => "許可する",
            NoticeStep.Refused => "許可しない",
            NoticeStep.Approved => "承認する",
            NoticeStep.PulledBack => "引き戻す",
            NoticeStep.TakenBack => "取り消す（10分以内）",
            _ => Of(step),
        };
}

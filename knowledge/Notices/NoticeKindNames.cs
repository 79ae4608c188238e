namespace GuidelineBot.Knowledge.Notices;

/// <summary>The papers' names in routes and slots: <c>start</c>, <c>change</c>, <c>end</c>, <c>unblock</c>, <c>unblock-end</c>.</summary>
public static class NoticeKindNames
{
    public static string Of(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.Start => "start",
            NoticeKind.Change => "change",
            NoticeKind.End => "end",
            NoticeKind.Unblock => "unblock",
            _ => "unblock-end",
        };
}

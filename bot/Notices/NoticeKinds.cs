using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Notices;

/// <summary>The five papers by the names that cards and routes carry.</summary>
internal static class NoticeKinds
{
    private const string Prefix = "notice:";

    private static readonly IReadOnlyDictionary<string, NoticeKind> ByName = new Dictionary<string, NoticeKind>
    {
        ["start"] = NoticeKind.Start,
        ["change"] = NoticeKind.Change,
        ["end"] = NoticeKind.End,
        ["unblock"] = NoticeKind.Unblock,
        ["unblock-end"] = NoticeKind.UnblockEnd,
    };

    public static IEnumerable<Route> Routes => ByName.Keys.Select(name => new Route(Prefix + name));

    public static string NameOf(NoticeKind kind) => ByName.First(pair => pair.Value == kind).Key;

    public static NoticeKind? Of(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;

    public static NoticeKind? Of(Route route) =>
        route.Name.StartsWith(Prefix, StringComparison.Ordinal) ? Of(route.Name[Prefix.Length..]) : null;

    /// <summary>The word in a notice's number: 令和8年度 開始 第1号.</summary>
    public static string WordOf(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.Start => "開始",
            NoticeKind.Change => "変更",
            NoticeKind.End => "終了",
            NoticeKind.Unblock => "閲覧解除",
            _ => "解除廃止",
        };

    /// <summary>An application is permitted or refused; a notice is accepted or returned.</summary>
    public static bool IsApplication(NoticeKind kind) => kind == NoticeKind.Unblock;
}

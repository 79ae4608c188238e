using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>What happens to an account, the procedure that says what is to be done then, and the paper for it.</summary>
internal readonly record struct Occasion(string Procedure, NoticeKind Paper);

/// <summary>The occasions by the cue that names them.</summary>
internal static class Occasions
{
    private static readonly Dictionary<string, Occasion> ByCue = new()
    {
        ["開始"] = new("start", NoticeKind.Start),
        ["交代"] = new("change", NoticeKind.Change),
        ["終了"] = new("end", NoticeKind.End),
        ["閲覧"] = new("unblock", NoticeKind.Unblock),
    };

    public static List<Occasion> Of(IEnumerable<string> cues) => [.. cues.Where(ByCue.ContainsKey).Select(cue => ByCue[cue])];
}

using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>What is no question: greetings, thanks, yes and no, weather, jokes. One friendly line, and nothing is noted down as a question.</summary>
internal sealed class SmallTalk(ShowHome home) : ITurnHandler
{
    public static readonly IReadOnlyList<Route> Routes =
    [
        .. ((string[])["hello", "thanks", "yes", "no", "who", "bye", "sorry", "other"]).Select(kind => new Route($"talk:{kind}")),
        new("repeat"),
    ];

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var isBusy = turn.Situation is not { Draft: null, Incident: null, IncidentForm: null };
        switch (turn.Act!.Route.Name)
        {
            case "talk:hello" when !isBusy:
                return await home.HandleAsync(turn, cancellationToken);
            case "repeat" when turn.Memory.Said is { } said:
                turn.Outcome.Route = "talk:other";
                return new Reply.Say(said);
            default:
                return new Reply.Say(Line(turn.Act.Route.Name, isBusy) + Hint(turn.Situation));
        }
    }

    private static string Line(string route, bool isBusy) =>
        route switch
        {
            "talk:hello" => "お疲れさまです。",
            "talk:thanks" => "お役に立てたならうれしいです。",
            "talk:yes" => "承知しました。",
            "talk:no" => "わかりました。何も変えていません。",
            "talk:who" =>
                "市のソーシャルメディアのガイドラインを案内するボットです。条文のご案内、届出の作成、投稿チェック、トラブル対応のお手伝いをします。",
            "talk:bye" => "お疲れさまでした。いつでもお声がけください。",
            "talk:sorry" => "お気になさらないでください。",
            _ => isBusy
                ? "そのお話は書きかけの内容には入れていません。"
                : "ガイドラインのこと、届出、投稿チェック、トラブル対応なら、お手伝いできます。「ヘルプ」でできることをご覧いただけます。",
        };

    /// <summary>What is open stays in sight.</summary>
    private static string Hint(Situation situation) =>
        situation switch
        {
            { IncidentForm: not null } => "チェックリストは「始めて」で始まります。",
            { Incident: not null } => "続きは「次は？」と入力してください。",
            _ => "",
        };
}

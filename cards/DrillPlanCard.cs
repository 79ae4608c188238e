using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>A drill that begins by itself at a time to come.</summary>
public static class DrillPlanCard
{
    public const string OpenVerb = "drill.plan";
    public const string SaveVerb = "drill.plan.save";
    public const string CallOffVerb = "drill.plan.off";

    public const string DrillInput = "drill";
    public const string AccountInput = "account";
    public const string PlaceInput = "place";
    public const string DayInput = "day";
    public const string TimeInput = "time";

    /// <summary>As a place: the chat of whoever operates the account.</summary>
    public const string AtOperator = "operator";

    /// <summary>More would make the card too large to send.</summary>
    public const int MostPlaces = 30;

    /// <summary>What the inputs send; a client may leave out empty ones.</summary>
    /// <param name="Drill">The scenario's key.</param>
    /// <param name="Account">The id of an account of the register.</param>
    /// <param name="Place">The id of a conversation, or <see cref="AtOperator"/>.</param>
    /// <param name="Day">ISO 8601; with <paramref name="Time"/> (HH:mm) in Japan's time.</param>
    public sealed record Save(string? Drill = null, string? Account = null, string? Place = null, string? Day = null, string? Time = null);

    /// <param name="Plan">The plan's id.</param>
    public sealed record CallOff(string Plan);

    public sealed record Model(IReadOnlyList<Choice> Drills, IReadOnlyList<Choice> Accounts, IReadOnlyList<Choice> Places, Save Entered)
    {
        public string? Error { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            "訓練を予定に入れます。",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title("訓練の予定"),
                Sheet.Sentence("この日時になると、選んだチャットで自動で始まります。"),
                Inputs.Choose(DrillInput, "訓練", model.Drills, model.Entered.Drill),
                .. model.Accounts.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    : [Inputs.Choose(AccountInput, "訓練で扱うアカウント", model.Accounts, model.Entered.Account)],
                Inputs.Choose(PlaceInput, "訓練をするチャット", model.Places, model.Entered.Place),
                Inputs.Day(DayInput, "始める日", model.Entered.Day, "日付を選んでください。"),
                Inputs.Time(TimeInput, "始める時刻（日本時間）", model.Entered.Time),
                .. Press.Sets([Press.Primary("予定に入れる", SaveVerb), Press.Leave("やめる", DrillsCard.OpenVerb)]),
            ]
        );

    /// <summary>To whoever planned it: it was not begun.</summary>
    /// <param name="what">「12月3日（木）14:00の「…」」</param>
    public static AdaptiveCard RenderMissed(string what) =>
        Sheet.New(
            MissedSummary(what),
            [
                Sheet.Title("訓練を始められませんでした"),
                Plain.Bold(what),
                Plain.Text("その時刻にボットが止まっていたか、チャットに書き込めないか、シナリオがなくなっています。"),
                new AdaptiveActionSet { Actions = [Press.Button("予定を入れ直す", OpenVerb)] },
            ]
        );

    public static string MissedSummary(string what) => $"訓練を始められませんでした。{what}";
}

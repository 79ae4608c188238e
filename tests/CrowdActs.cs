using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Notices;

namespace GuidelineBot.Tests;

/// <summary>What crowds do, in the fault runs and in the load runs, and the words by which the bot acknowledges it.</summary>
internal static class CrowdActs
{
    public const string Submitted = "提出しました。";
    public const string Written = "記録しました。";
    public const string Asked = "受付番号";
    public const string Started = "件のうち0件が済みました";
    public const string Moved = "として記録し";

    public static JsonObject Start(
        string seen = "批判が集まっている",
        string account = "Instagram おかやま花だより",
        string checklist = "flaming",
        bool isDrill = false
    ) =>
        TeamsActivity.Button(
            IncidentStartCard.StartVerb,
            new JsonObject
            {
                ["checklist"] = checklist,
                ["accountName"] = account,
                ["seen"] = seen,
                ["drill"] = isDrill ? "true" : "false",
            }
        );

    public static JsonObject Write(string incident, string text) =>
        TeamsActivity.Button(IncidentTimelineCard.WriteVerb, new JsonObject { ["incident"] = incident, ["text"] = text });

    /// <param name="does">take, release, done, undo …</param>
    public static JsonObject Step(string incident, string step, string does, string? note = null)
    {
        var data = new JsonObject
        {
            ["incident"] = incident,
            ["step"] = step,
            ["does"] = does,
        };
        if (note is not null)
            data["note"] = note;
        return TeamsActivity.Button(IncidentStepCard.ActVerb, data);
    }

    public static JsonObject Ask(string question) =>
        TeamsActivity.Button(EscalateCard.SendVerb, new JsonObject { ["question"] = question, ["note"] = "" });

    public static JsonObject Submit(string draft) =>
        TeamsActivity.Button(NoticeConfirmCard.SubmitVerb, new JsonObject { ["draft"] = draft, ["version"] = 0 });

    /// <summary>Pulls back a notice that nobody has done anything about.</summary>
    public static JsonObject PullBack(string notice, int version) =>
        TeamsActivity.Button(
            NoticeCard.DecideVerb,
            new JsonObject
            {
                ["notice"] = notice,
                ["version"] = version,
                ["step"] = NoticeSteps.NameOf(NoticeStep.PulledBack),
            }
        );

    /// <summary>The incident that the answer to <see cref="Start"/> is about.</summary>
    public static string? IncidentOf(JsonNode? card) => card?.Button("次の手順")["data"]!["incident"]!.GetValue<string>();
}

using System.Globalization;
using GuidelineBot.Knowledge.Checklists;

namespace GuidelineBot.Incidents;

/// <summary>How the parts of an incident are called.</summary>
internal static class IncidentWords
{
    public static string Of(StepState state) =>
        state switch
        {
            StepState.Done => "完了",
            StepState.Waived => "対象外",
            _ => "これから",
        };

    public static string Of(StepRole role) =>
        role switch
        {
            StepRole.Lead => "統括",
            StepRole.Responder => "対応",
            StepRole.Recorder => "記録",
            _ => "全員",
        };

    public static string AccountOf(Incident incident) =>
        $"{incident.Service}　{incident.AccountName}".Trim('　') is { Length: > 0 } known ? known : "アカウント未確認";

    /// <summary>炎上　Instagram　おかやま花だより, with 【訓練】 before it where it is one.</summary>
    public static string HeadingOf(Incident incident) => $"{(incident.IsDrill ? "【訓練】" : "")}{incident.Title}　{AccountOf(incident)}";

    public static string ProgressOf(Incident incident) =>
        $"{incident.Steps.Count}件のうち{incident.Steps.Count(step => step.State != StepState.Open)}件が済みました。";

    /// <summary>12分, 3時間, 2日: the largest unit, rounded down.</summary>
    public static string Of(TimeSpan span) =>
        span switch
        {
            { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (int)span.TotalMinutes)}分"),
            { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}時間"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays}日"),
        };
}

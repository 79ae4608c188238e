using System.Globalization;
using GuidelineBot.Cards;
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
            StepRole.Contact => "連絡",
            _ => "全員",
        };

    /// <summary>完了：投稿を記録する, 引き継ぎ：鈴木さんへ.</summary>
    public static string Of(IncidentEvent happened) =>
        happened.Kind switch
        {
            IncidentEventKind.Started => "開始",
            IncidentEventKind.DrillStarted => "訓練の開始",
            IncidentEventKind.StepTaken => $"担当：{happened.About}",
            IncidentEventKind.StepDropped => $"担当を外す：{happened.About}",
            IncidentEventKind.StepDone => $"{Of(StepState.Done)}：{happened.About}",
            IncidentEventKind.StepWaived => $"{Of(StepState.Waived)}：{happened.About}",
            IncidentEventKind.DoneUndone or IncidentEventKind.WaivedUndone => $"取り消し：{happened.About}",
            IncidentEventKind.RoleTaken => $"役割：{(Enum.TryParse<StepRole>(happened.About, out var role) ? Of(role) : "")}",
            IncidentEventKind.StepWaits => $"返事待ち：{happened.About}",
            IncidentEventKind.RoleGiven when happened.About == nameof(StepRole.Everyone) => $"参加：{happened.WhomName}さん",
            IncidentEventKind.RoleGiven =>
                $"役割：{(Enum.TryParse<StepRole>(happened.About, out var given) ? Of(given) : "")}に{happened.WhomName}さん",
            IncidentEventKind.RolesMissed => "役割が未定のお知らせ",
            IncidentEventKind.HandedOver => $"引き継ぎ：{happened.WhomName}さんへ",
            IncidentEventKind.Noted => "記録",
            IncidentEventKind.Corrected => "訂正",
            IncidentEventKind.Retracted => $"{happened.Corrects}の取り消し",
            IncidentEventKind.MessageKept => $"メッセージの記録：{happened.WhomName}さん",
            IncidentEventKind.EvidenceKept => $"証拠：{happened.About}",
            IncidentEventKind.Escalated => $"応答がないお知らせ：{(happened.WhomName is { } lead ? $"{lead}さん" : happened.About)}",
            IncidentEventKind.DrillArrived => $"訓練のできごと：{happened.About}",
            IncidentEventKind.ContactTold => $"緊急連絡：{happened.WhomName}さんに知らせた",
            IncidentEventKind.ContactNext when happened.WhomName is null => "緊急連絡：連絡先が残っていない",
            IncidentEventKind.ContactNext => $"緊急連絡：次は{happened.WhomName}さん",
            IncidentEventKind.ContactReached => $"緊急連絡：{happened.WhomName}さんに連絡がついた",
            IncidentEventKind.Mistaken => "間違って始めた",
            IncidentEventKind.FollowedUp => $"再発防止が済んだ：{happened.About}",
            IncidentEventKind.StatusAsked => "状況報告のお願い",
            IncidentEventKind.StatusReported => "状況報告",
            IncidentEventKind.CalmedDown => "落ち着いた",
            IncidentEventKind.StatusSnoozed => $"状況報告を{happened.About}分後に延期",
            IncidentEventKind.DueTold => "期限のお知らせ",
            IncidentEventKind.Edited => "概要の訂正",
            IncidentEventKind.Shared => $"共有：{(happened.WhomName is { } whom ? $"{whom}さん" : happened.About)}",
            IncidentEventKind.Closed => "終了",
            IncidentEventKind.Reopened => "再開",
            IncidentEventKind.Reviewed => "振り返り",
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, null),
        };

    /// <summary>What came with it, as it is shown.</summary>
    public static string NoteOf(IncidentEvent happened) =>
        happened.Kind switch
        {
            IncidentEventKind.StepDropped when happened.WhomName is { } before => $"{before}さんの担当",
            IncidentEventKind.DoneUndone => $"「{Of(StepState.Done)}」（{happened.WhomName}さん）を取り消しました。{happened.Note}",
            IncidentEventKind.WaivedUndone => $"「{Of(StepState.Waived)}」（{happened.WhomName}さん）を取り消しました。{happened.Note}",
            IncidentEventKind.Edited => $"前：{happened.Note}",
            IncidentEventKind.EvidenceKept => $"SHA-256 {happened.Note}",
            IncidentEventKind.Reviewed when happened.About.Length > 0 =>
                $"進める人：{happened.Note}、{Wareki.Day(DateOnly.ParseExact(happened.About, "O", CultureInfo.InvariantCulture))}まで",
            _ => happened.Note,
        };

    /// <summary>二人で確認する（岡本健さん、令和9年1月15日まで）.</summary>
    public static string Of(FollowUp change) => $"{change.What}（{change.OwnerName}さん、{Wareki.Day(change.Due)}まで）";

    public static string AccountOf(Incident incident) =>
        $"{incident.Service}　{incident.AccountName}".Trim('　') is { Length: > 0 } known ? known : "アカウント未確認";

    /// <summary>炎上　Instagram　みほん花だより, with 【訓練】 before it where it is one.</summary>
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

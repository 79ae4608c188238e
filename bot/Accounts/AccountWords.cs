using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Accounts;

/// <summary>The sentences of an account's history.</summary>
internal static class AccountWords
{
    /// <returns>利用担当者を「山田」から「鈴木」に変更（令和8年度 変更 第2号）</returns>
    public static string Of(AccountEvent happened, Offices offices)
    {
        var facts = happened.Facts;
        var number = facts.GetValueOrDefault(AccountFact.Notice, "");
        var (before, after) = (facts.GetValueOrDefault(AccountFact.Before, ""), facts.GetValueOrDefault(AccountFact.After, ""));
        var day = facts.TryGetValue(AccountFact.Day, out var iso)
            ? Wareki.Day(DateOnly.ParseExact(iso, "O", CultureInfo.InvariantCulture))
            : "";
        return happened.Kind switch
        {
            AccountEventKind.Opened => $"利用開始の届出により登録（{number}）",
            AccountEventKind.Reopened => $"利用開始の届出により記載を更新（{number}）",
            AccountEventKind.Changed =>
                $"利用担当者を{(before.Length > 0 ? $"「{before}」から" : "")}「{after}」に変更（{number}{(day.Length > 0 ? $"、変更日 {day}" : "")}）",
            AccountEventKind.Ended => $"利用終了の届出により{day}で終了（{number}）",
            AccountEventKind.UnblockingEnded => $"閲覧解除廃止届の提出を確認（{number}）",
            AccountEventKind.PasswordChanged => "パスワードを変更",
            AccountEventKind.UnblockingReported => "閲覧解除廃止届を提出",
            AccountEventKind.Listed => $"「{offices.AccountList}」に掲載",
            AccountEventKind.Unlisted => $"「{offices.AccountList}」から削除",
            AccountEventKind.Corrected =>
                $"{Corrected(LabelOf(facts.GetValueOrDefault(AccountFact.Field, "")), before, after)}（{offices.PublicRelations.Name}による修正）",
            AccountEventKind.TakenBack => $"受理が取り消され、届出の前の記載に戻る（{number}）",
            AccountEventKind.Imported => "CSVから登録",
            AccountEventKind.ImportChanged => $"CSVから変更（{facts.GetValueOrDefault(AccountFact.Columns, "")}）",
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, null),
        };
    }

    private static string Corrected(string label, string before, string after) =>
        after.Length == 0 ? $"{label}「{before}」を削除"
        : before.Length == 0 ? $"{label}を「{after}」と記載"
        : $"{label}を「{before}」から「{after}」に変更";

    private static string LabelOf(string field) =>
        field switch
        {
            FieldId.Manager => "アカウント管理者",
            FieldId.PolicyUrl => "運用ポリシーのURL",
            FieldId.TermsUrl => "利用規約のURL",
            _ => "利用担当者",
        };
}

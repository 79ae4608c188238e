using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Notices;

/// <param name="Field">The field to put right.</param>
/// <param name="Sentence">What is wrong, what to do, and the clause.</param>
internal sealed record Problem(string Field, string Sentence)
{
    /// <summary>Nothing was filled in yet.</summary>
    public bool IsEmpty { get; init; }
}

/// <param name="Problems">What keeps the notice from being submitted.</param>
/// <param name="Remarks">What is worth knowing and keeps nothing.</param>
/// <param name="IsLate">The day of the notice has passed (事後届出).</param>
internal sealed record Checked(IReadOnlyList<Problem> Problems, IReadOnlyList<string> Remarks, bool IsLate);

/// <summary>Whether a notice can be submitted as it is. A late one can, with a reason.</summary>
internal static class NoticeRules
{
    /// <param name="known">The account in the register that the notice is about; null where there is none.</param>
    public static Checked Check(
        NoticeForm form,
        IReadOnlyDictionary<string, string> fields,
        KnowledgeBase knowledge,
        Account? known,
        DateOnly today
    )
    {
        var problems = new List<Problem>();
        var isLate = IsLate(form, fields, today);
        foreach (var field in form.Fields)
        {
            var value = fields.GetValueOrDefault(field.Id, "");
            if (value.Length == 0 && IsNeeded(field, fields, isLate))
                problems.Add(
                    new Problem(field.Id, $"「{field.Label}」を入力してください。{Because(field.Clause, knowledge)}") { IsEmpty = true }
                );
            else if (value.Length > field.Longest)
                problems.Add(
                    new Problem(field.Id, $"「{field.Label}」は{field.Longest}文字以内で書いてください（今は{value.Length}文字です）。")
                );
            else if (value.Length > 0 && Wrong(field, value) is { } sentence)
                problems.Add(new Problem(field.Id, sentence));
        }
        problems.AddRange(Together(form, fields, knowledge, known));
        return new Checked(problems, [.. Remarks(form, fields, knowledge, known, isLate, today)], isLate);
    }

    public static bool IsNeeded(NoticeField field, IReadOnlyDictionary<string, string> fields, bool isLate) =>
        field.Need switch
        {
            FieldNeed.Always => true,
            FieldNeed.WhenLate => isLate,
            FieldNeed.Unless => field.Standard.Length == 0 && !fields.ContainsKey(field.RequiredUnless!),
            _ => false,
        };

    /// <summary>With the standard text in each field that was left empty and has one.</summary>
    public static Dictionary<string, string> Completed(NoticeForm form, IReadOnlyDictionary<string, string> fields)
    {
        var all = fields.ToDictionary();
        foreach (var field in form.Fields.Where(field => TakesStandard(field, fields)))
            all[field.Id] = field.Standard;
        return all;
    }

    /// <summary>Whether the field is empty, and a standard text stands in its place.</summary>
    public static bool TakesStandard(NoticeField field, IReadOnlyDictionary<string, string> fields) =>
        field.Standard.Length > 0
        && fields.GetValueOrDefault(field.Id, "").Length == 0
        && (field.RequiredUnless is not { } other || !fields.ContainsKey(other));

    /// <summary>Filed after the day that it is about; on the day itself it is still in time.</summary>
    public static bool IsLate(NoticeForm form, IReadOnlyDictionary<string, string> fields, DateOnly today) =>
        form.DayField is { } name && FieldValues.DateOf(fields.GetValueOrDefault(name, "")) is { } day && day < today;

    private static string? Wrong(NoticeField field, string value) =>
        field.Type switch
        {
            FieldType.Date when FieldValues.DateOf(value) is null =>
                $"「{field.Label}」の「{Plain.Cut(value, 30)}」は日付として読み取れません。暦にある日を、12月1日 のように書いてください。",
            FieldType.Url when !IsWebAddress(value) =>
                $"「{field.Label}」の「{Plain.Cut(value, 60)}」はURLとして読み取れません。https:// から始まるアドレスを入れてください。",
            _ => null,
        };

    private static IEnumerable<Problem> Together(
        NoticeForm form,
        IReadOnlyDictionary<string, string> fields,
        KnowledgeBase knowledge,
        Account? known
    )
    {
        var service = fields.GetValueOrDefault(FieldId.Service, "");
        if (form.Kind is NoticeKind.Start or NoticeKind.Change or NoticeKind.End)
        {
            if (service.Contains('、', StringComparison.Ordinal))
                yield return new Problem(
                    FieldId.Service,
                    $"アカウントごとに届け出ます。「{service}」のうち一つだけにして、ほかは別の届にしてください。{Because(knowledge.Offices.ReasonOf(Demand.FileEachAccount), knowledge)}"
                );
            else if (
                fields.TryGetValue(FieldId.Url, out var url)
                && IsWebAddress(url)
                && knowledge.Services.OfAddress(url) is { } other
                && knowledge.Services.Named(service) is { } named
                && other != named
            )
                yield return new Problem(
                    FieldId.Url,
                    $"URLは{other.Name}のものですが、ソーシャルメディアの種類は{named.Name}です。どちらかを直してください。"
                );
            else if (
                known is null
                && fields.TryGetValue(FieldId.Url, out var top)
                && IsWebAddress(top)
                && knowledge.Services.OfAddress(top) is { } whole
                && AccountKey.Of(top).Length == 0
            )
                yield return new Problem(
                    FieldId.Url,
                    $"URLが{whole.Name}のトップページです。アカウントのページのURLを入れてください。"
                        + (knowledge.Services.AddressOf(whole.Name, "example_hana") is { } form1 ? $"（例：{form1}）" : "")
                );
        }
        if (form.Kind == NoticeKind.Start && known is { EndedOn: null })
            yield return new Problem(
                FieldId.Url,
                $"「{known.Name}」（{known.Service}、{known.Section}）は、すでに台帳にあります。"
                    + $"担当者を変えるときは{knowledge.FormOf(NoticeKind.Change)?.ShortTitle ?? "変更の届"}、"
                    + $"やめるときは{knowledge.FormOf(NoticeKind.End)?.ShortTitle ?? "終了の届"}をお使いください。"
            );
        if (
            form.Kind == NoticeKind.Change
            && fields.TryGetValue(FieldId.OldPerson, out var before)
            && fields.TryGetValue(FieldId.NewPerson, out var after)
            && before == after
        )
            yield return new Problem(FieldId.NewPerson, "変更前と変更後の担当者が同じです。新しい担当者を入れてください。");
        if (
            form.Kind == NoticeKind.End
            && known is { StartedOn: { } started }
            && FieldValues.DateOf(fields.GetValueOrDefault(FieldId.EndDate, "")) is { } ended
            && ended < started
        )
            yield return new Problem(
                FieldId.EndDate,
                $"利用終了日（{Wareki.Day(ended)}）が利用開始日（{Wareki.Day(started)}）より前です。終了日を確かめてください。"
            );
    }

    private static IEnumerable<string> Remarks(
        NoticeForm form,
        IReadOnlyDictionary<string, string> fields,
        KnowledgeBase knowledge,
        Account? known,
        bool isLate,
        DateOnly today
    )
    {
        if (isLate)
            yield return $"事後届出として提出します。{Because(form.Clauses[0], knowledge)}";
        if (form.DayField is { } day && FieldValues.DateOf(fields.GetValueOrDefault(day, "")) is { } far && far > today.AddYears(1))
            yield return $"{form.Find(day)!.Label}が1年以上先（{Wareki.Day(far)}）です。合っていればそのままで構いません。";
        foreach (var head in new[] { FieldId.Chief, FieldId.Manager }.Select(form.Find).OfType<NoticeField>())
            if (IsOfAnother(fields.GetValueOrDefault(head.Id, ""), fields.GetValueOrDefault(FieldId.Section, "")))
                yield return $"所属は「{fields[FieldId.Section]}」、{head.Label}は「{fields[head.Id]}」です。合っているか確かめてください。";
        if (form.Kind is NoticeKind.Start && Doubt(fields, knowledge) is { } doubt)
            yield return doubt;
        if (form.Kind is NoticeKind.Start && !(fields.ContainsKey(FieldId.PolicyUrl) && fields.ContainsKey(FieldId.TermsUrl)))
            yield return "運用ポリシーや利用規約のURLがないものは、この届出の内容から案（Word）を作り、届出に添えます。";
        foreach (var remark in OfRegister(form, fields, known))
            yield return remark;
    }

    /// <summary>Where the register says something else than the notice; it is the register that may be wrong.</summary>
    /// <param name="known">With its <see cref="Account.Changes"/>.</param>
    public static IEnumerable<string> OfRegister(NoticeForm form, IReadOnlyDictionary<string, string> fields, Account? known)
    {
        if (form.Kind is not (NoticeKind.Change or NoticeKind.End))
            yield break;
        if (known is null)
        {
            if (fields.ContainsKey(FieldId.Service) && fields.ContainsKey(FieldId.AccountName))
                yield return "このアカウントは台帳に見つかりません。名前とURLを確かめてください。合っていれば、そのまま提出できます。";
            yield break;
        }
        var day = form.DayField is { } field ? FieldValues.DateOf(fields.GetValueOrDefault(field, "")) : null;
        if (known.EndedOn is { } ended && (form.Kind == NoticeKind.End || day > ended))
            yield return $"このアカウントは、台帳では{Wareki.Day(ended)}に終了しています。";
        if (form.Kind != NoticeKind.Change || day is not { } from)
            yield break;
        if (known.StartedOn is { } started && from < started)
            yield return $"変更日（{Wareki.Day(from)}）が、台帳の利用開始日（{Wareki.Day(started)}）より前です。変更日を確かめてください。";
        var operators = known.On(from).Operator;
        var others = OperatorNames.Strangers(operators, fields.GetValueOrDefault(FieldId.OldPerson, ""));
        if (others.Count > 0 && operators.Length > 0)
            yield return $"「{OperatorNames.Text(others)}」さんは、台帳では{Wareki.Day(from)}の利用担当者ではありません（台帳：{operators}）。"
                + "このまま受理されると、台帳の担当者は残り、変更後の担当者が加わります。";
    }

    /// <summary>「観光課長 赤木花子」 leads 観光課; of a bare 課長 nobody knows which section's.</summary>
    private static bool IsOfAnother(string head, string section) =>
        KnownFacts.IsChief(head)
        && head.Split(' ', '　')[0].TrimEnd('長') is { Length: > 2 } led
        && (led[^1] is '課' or '室' or '所' or '館' or '園' or '校' || led.EndsWith("センター", StringComparison.Ordinal))
        && section.Length > 0
        && !section.Contains(led, StringComparison.Ordinal)
        && !led.Contains(section, StringComparison.Ordinal);

    /// <summary>An address that no account of the service has (a post's), or that names another one than the account's name does.</summary>
    private static string? Doubt(IReadOnlyDictionary<string, string> fields, KnowledgeBase knowledge)
    {
        if (
            !Uri.TryCreate(fields.GetValueOrDefault(FieldId.Url, ""), UriKind.Absolute, out var address)
            || knowledge.Services.OfAddress(address.AbsoluteUri) is not { Addresses: [var usual, ..] } service
        )
            return null;
        if (service.NameIn(address) is null)
            return $"URLが、{service.Name}のアカウントのページの形（{usual.Of("名前")}）ではないようです。投稿などのURLでないか確かめてください。";
        return
            fields.GetValueOrDefault(FieldId.AccountName, "") is var account
            && account.Contains('@', StringComparison.Ordinal)
            && AccountAddress.HandleIn(account) is { } handle
            && usual.NameIn(address) is { } name
            && !string.Equals(handle, name, StringComparison.OrdinalIgnoreCase)
            ? $"アカウント名の「@{handle}」と、URLの「{name}」が違います。どちらかを確かめてください。"
            : null;
    }

    private static bool IsWebAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Contains('.', StringComparison.Ordinal)
        && address.UserInfo.Length == 0;

    private static string Because(ClauseId? id, KnowledgeBase knowledge) =>
        id is { } clause && knowledge.Find(clause) is { } found ? $"（ガイドライン {found.Label}）" : "";
}

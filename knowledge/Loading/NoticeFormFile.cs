using System.Globalization;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>
/// A file of <c>notices/</c>: <c># 様式1　題名</c>, then <c>- 項目: 値</c> about the paper; each <c>## id （ラベル）</c> opens a field, with <c>- 項目: 値</c> about it.
/// </summary>
internal static partial class NoticeFormFile
{
    private const int UsualLongest = 200;

    private static readonly Dictionary<string, NoticeKind> Kinds = new()
    {
        ["start"] = NoticeKind.Start,
        ["change"] = NoticeKind.Change,
        ["end"] = NoticeKind.End,
        ["unblock"] = NoticeKind.Unblock,
        ["unblock-end"] = NoticeKind.UnblockEnd,
    };

    private static readonly Dictionary<string, FieldType> Types = new()
    {
        ["一行"] = FieldType.Text,
        ["文章"] = FieldType.LongText,
        ["日付"] = FieldType.Date,
        ["URL"] = FieldType.Url,
        ["サービス"] = FieldType.Service,
    };

    private static readonly Dictionary<string, NoticeRecipient> Recipients = new()
    {
        ["広報広聴課"] = NoticeRecipient.PublicRelations,
        ["全庁ネットワーク管理者"] = NoticeRecipient.NetworkAdministrator,
    };

    /// <returns>Null where the file has an error; <paramref name="findings"/> says which.</returns>
    public static NoticeForm? Read(string file, string text, IReadOnlySet<string> clauses, List<Finding> findings)
    {
        var before = findings.Count;
        var parts = Parts(file, text, findings);
        if (parts is not [var head, .. var fields])
            return Fault(1, "一行目に「# 様式1　題名」が必要です。");
        var title = Title().Match(head.Name);
        if (!Kinds.TryGetValue(head.Get("種類"), out var kind))
            return Fault(head.LineOf("種類"), $"「種類」は {string.Join("、", Kinds.Keys)} のどれかにしてください。");
        if (!Recipients.TryGetValue(head.Get("提出先"), out var recipient))
            return Fault(head.LineOf("提出先"), $"「提出先」は {string.Join("、", Recipients.Keys)} のどれかにしてください。");

        var form = new NoticeForm(
            kind, title.Groups["number"].Value, title.Groups["title"].Value, head.Get("呼び名"), head.Get("あて先"), recipient, head.Get("前文"),
            [.. head.Get("条項").Split([' ', '　', '、'], StringSplitOptions.RemoveEmptyEntries).Select(ClauseId.Parse)],
            [.. fields.Select(field => Field(file, field, clauses, findings))]);
        foreach (var clause in form.Clauses.Where(clause => !clauses.Contains(clause.ToString())))
            Fault(head.LineOf("条項"), $"条項 {clause} はガイドラインにありません。");
        foreach (var unknown in fields.Where(field => form.Find(field.Name)?.RequiredUnless is { } other && form.Find(other) is null))
            Fault(unknown.LineOf("必須"), "「必須」に書かれた欄がこの様式にありません。");
        foreach (var twice in fields.GroupBy(field => field.Name).Where(same => same.Count() > 1))
            Fault(twice.Last().Line, $"欄 {twice.Key} が二つあります。");
        return findings.Count > before ? null : form;

        NoticeForm? Fault(int line, string message)
        {
            findings.Add(new Finding(file, line, true, message));
            return null;
        }
    }

    private static NoticeField Field(string file, Part part, IReadOnlySet<string> clauses, List<Finding> findings)
    {
        var need = part.Get("必須");
        var unless = Unless().Match(need);
        var clause = part.Get("条項");
        Check("型", part.Get("型").Length == 0 || Types.ContainsKey(part.Get("型")), $"「型」は {string.Join("、", Types.Keys)} のどれかにしてください。");
        Check("必須", need is "" or "はい" or "いいえ" or "事後のとき" || unless.Success, "「必須」は はい、いいえ、事後のとき、「欄の名 がないとき」のどれかにしてください。");
        Check("条項", clause.Length == 0 || clauses.Contains(clause), $"条項 {clause} はガイドラインにありません。");
        Check("最長", part.Get("最長").Length == 0 || int.TryParse(part.Get("最長"), NumberStyles.None, CultureInfo.InvariantCulture, out _), "「最長」は文字数を数字で書いてください。");
        return new NoticeField(
            part.Name,
            part.Label,
            part.Get("組"),
            Types.GetValueOrDefault(part.Get("型")),
            need switch { "はい" => FieldNeed.Always, "事後のとき" => FieldNeed.WhenLate, _ when unless.Success => FieldNeed.Unless, _ => FieldNeed.Optional },
            unless.Success ? unless.Groups["field"].Value : null,
            int.TryParse(part.Get("最長"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : UsualLongest,
            part.Get("説明"),
            part.Get("例"),
            clause.Length == 0 ? null : ClauseId.Parse(clause));

        void Check(string property, bool isRight, string message)
        {
            if (!isRight)
                findings.Add(new Finding(file, part.LineOf(property), true, message));
        }
    }

    private static List<Part> Parts(string file, string text, List<Finding> findings)
    {
        var parts = new List<Part>();
        foreach (var (place, raw) in text.Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.StartsWith("# ", StringComparison.Ordinal))
                parts.Add(new Part(line[2..].Trim(), "", place + 1));
            else if (line.StartsWith("## ", StringComparison.Ordinal) && Heading().Match(line) is var heading)
                parts.Add(new Part(heading.Groups["id"].Value, heading.Groups["label"].Value, place + 1));
            else if (Property().Match(line) is { Success: true } property && parts.Count > 0)
                parts[^1].Properties[property.Groups["name"].Value] = (property.Groups["value"].Value.Trim(), place + 1);
            else if (line.Length > 0)
                findings.Add(new Finding(file, place + 1, true, "「- 項目: 値」の形で書いてください。"));
        }
        foreach (var unnamed in parts.Skip(1).Where(part => part.Name.Length == 0 || part.Label.Length == 0))
            findings.Add(new Finding(file, unnamed.Line, true, "欄の見出しは「## 英字の名 （ラベル）」の形で書いてください。"));
        return parts;
    }

    private sealed record Part(string Name, string Label, int Line)
    {
        public Dictionary<string, (string Value, int Line)> Properties { get; } = new(StringComparer.Ordinal);

        public string Get(string property) => Properties.GetValueOrDefault(property).Value ?? "";

        public int LineOf(string property) => Properties.TryGetValue(property, out var found) ? found.Line : Line;
    }

    [GeneratedRegex("^(?:(?<number>様式[0-9０-９]+)[ 　]+)?(?<title>.+)$")]
    private static partial Regex Title();

    [GeneratedRegex("^## +(?<id>[A-Za-z][A-Za-z0-9]*)[ 　]*[（(](?<label>[^）)]+)[）)]$|^## (?<id>)(?<label>)")]
    private static partial Regex Heading();

    [GeneratedRegex("^- *(?<name>[^:：]+)[:：](?<value>.*)$")]
    private static partial Regex Property();

    [GeneratedRegex("^(?<field>[A-Za-z]+) *がないとき$")]
    private static partial Regex Unless();
}

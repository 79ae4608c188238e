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

    /// <returns>Null where the file has an error; <paramref name="findings"/> says which.</returns>
    public static NoticeForm? Read(string file, string text, Offices offices, IReadOnlySet<string> clauses, List<Finding> findings)
    {
        var before = findings.Count;
        var parts = PartFile.Read(file, text, findings, quotes: true);
        if (parts is not [var head, .. var fields])
            return Fault(1, "一行目に「# 様式1　題名」が必要です。");
        var title = Title().Match(head.Name);
        if (!Kinds.TryGetValue(head.Get("種類"), out var kind))
            return Fault(head.LineOf("種類"), $"「種類」は {string.Join("、", Kinds.Keys)} のどれかにしてください。");
        var (publicRelations, network) = (offices.PublicRelations, offices.NetworkAdministrator);
        var to = new[] { publicRelations, network }.FirstOrDefault(office => office.Name == head.Get("提出先"));
        if (to is null)
            return Fault(
                head.LineOf("提出先"),
                $"「提出先」は {publicRelations.Name}、{network.Name} のどちらかにしてください（{KnowledgeFiles.Offices} の部署の名）。"
            );

        var form = new NoticeForm(
            kind,
            title.Groups["number"].Value,
            title.Groups["title"].Value,
            head.Get("呼び名"),
            to.Addressee,
            to == publicRelations ? NoticeRecipient.PublicRelations : NoticeRecipient.NetworkAdministrator,
            head.Get("前文"),
            [.. head.Words("条項").Select(ClauseId.Parse)],
            [.. fields.Select(field => Field(file, field, clauses, findings))]
        );
        foreach (var clause in form.Clauses.Where(clause => !clauses.Contains(clause.ToString())))
            Fault(head.LineOf("条項"), $"条項 {clause} はガイドラインにありません。");
        foreach (var unknown in fields.Where(field => form.Find(field.Name)?.RequiredUnless is { } other && form.Find(other) is null))
            Fault(unknown.LineOf("必須"), "「必須」に書かれた欄がこの様式にありません。");
        CheckNeeded(file, head, fields, form, findings);
        return findings.Count > before ? null : form;

        NoticeForm? Fault(int line, string message)
        {
            findings.Add(new Finding(file, line, true, message));
            return null;
        }
    }

    /// <summary>A city may do without some kinds; of none can there be two.</summary>
    public static void CheckKinds(IReadOnlyCollection<NoticeForm> forms, List<Finding> findings)
    {
        foreach (var (name, kind) in Kinds)
            if (forms.Count > 0 && forms.Count(form => form.Kind == kind) is var count and not 1)
                findings.Add(
                    new Finding(
                        "notices",
                        1,
                        count > 1,
                        count == 0
                            ? $"「種類: {name}」の様式がありません。その届は作れません。"
                            : $"「種類: {name}」の様式が{count}つあります。一つにしてください。"
                    )
                );
    }

    /// <summary>
    /// What the product reads by name must be there by that name; where one is missing, a name of the file's own is taken for its new one.
    /// </summary>
    private static void CheckNeeded(string file, PartFile.Part head, List<PartFile.Part> fields, NoticeForm form, List<Finding> findings)
    {
        var needed = FieldId.NeededBy(form.Kind);
        var own = new Queue<PartFile.Part>(fields.Where(field => !FieldId.IsKnown(field.Name)));
        foreach (var id in needed.Where(id => form.Find(id) is null))
            findings.Add(
                own.TryDequeue(out var renamed)
                    ? new Finding(
                        file,
                        renamed.Line,
                        true,
                        $"欄 {id} がありません。「{renamed.Name}」に変えたのなら {id} に戻してください。ラベルは自由に変えられます。"
                    )
                    : new Finding(
                        file,
                        head.LineOf("種類"),
                        true,
                        $"欄 {id} がありません。ボットが使うため、「## {id} （ラベル）」が必要です。"
                    )
            );
        foreach (var field in fields)
            if (needed.Contains(field.Name) && FieldId.TypeOf(field.Name) is { } type && form.Find(field.Name)!.Type != type)
                findings.Add(
                    new Finding(
                        file,
                        field.LineOf("型"),
                        true,
                        $"欄 {field.Name} の「型」は {Types.First(known => known.Value == type).Key} にしてください。"
                    )
                );
    }

    private static NoticeField Field(string file, PartFile.Part part, IReadOnlySet<string> clauses, List<Finding> findings)
    {
        var need = part.Get("必須");
        var unless = Unless().Match(need);
        var clause = part.Get("条項");
        Check(
            "型",
            part.Get("型").Length == 0 || Types.ContainsKey(part.Get("型")),
            $"「型」は {string.Join("、", Types.Keys)} のどれかにしてください。"
        );
        Check(
            "必須",
            need is "" or "はい" or "いいえ" or "事後のとき" || unless.Success,
            "「必須」は はい、いいえ、事後のとき、「欄の名 がないとき」のどれかにしてください。"
        );
        Check("条項", clause.Length == 0 || clauses.Contains(clause), $"条項 {clause} はガイドラインにありません。");
        Check(
            "最長",
            part.Get("最長").Length == 0 || int.TryParse(part.Get("最長"), NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "「最長」は文字数を数字で書いてください。"
        );
        Check(
            "文例",
            Placeholder().Matches(string.Join('\n', part.Quote)).All(found => found.Groups["name"].Value == NoticeField.City),
            $"文例で使えるのは {{{NoticeField.City}}} だけです。"
        );
        return new NoticeField(
            part.Name,
            part.Label,
            part.Get("組"),
            Types.GetValueOrDefault(part.Get("型")),
            need switch
            {
                "はい" => FieldNeed.Always,
                "事後のとき" => FieldNeed.WhenLate,
                _ when unless.Success => FieldNeed.Unless,
                _ => FieldNeed.Optional,
            },
            unless.Success ? unless.Groups["field"].Value : null,
            int.TryParse(part.Get("最長"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : UsualLongest,
            part.Get("説明"),
            part.Get("例"),
            part.Get("標準"),
            clause.Length == 0 ? null : ClauseId.Parse(clause)
        )
        {
            Wording = string.Join('\n', part.Quote),
        };

        void Check(string property, bool isRight, string message)
        {
            if (!isRight)
                findings.Add(new Finding(file, part.LineOf(property), true, message));
        }
    }

    [GeneratedRegex("^(?:(?<number>様式[0-9０-９]+)[ 　]+)?(?<title>.+)$")]
    private static partial Regex Title();

    [GeneratedRegex("[{](?<name>[^}]*)[}]")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(?<field>[A-Za-z]+) *がないとき$")]
    private static partial Regex Unless();
}

using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>What people call the fields of the papers: their labels and the everyday words of <c>field-names.txt</c>.</summary>
internal sealed class FieldNames(IReadOnlyList<(string Field, IReadOnlyList<string> Words)> everyday)
{
    /// <summary>Stands in the file for the day that a paper is about, whatever its field is called.</summary>
    public const string Day = "date";

    /// <summary>Behind these another field can be named.</summary>
    private const string ClauseEnds = "、。,;\n 　」』)";

    private readonly Dictionary<NoticeForm, (Regex Pattern, Dictionary<string, NoticeField> Fields)> patterns = [];
    private readonly Lock making = new();

    /// <summary>A field that the text names, and what it says of it.</summary>
    /// <param name="Whole">Name and value, as they stand in the text.</param>
    internal readonly record struct Named(NoticeField Field, string Value, string Whole)
    {
        public void Deconstruct(out NoticeField field, out string value) => (field, value) = (Field, Value);
    }

    /// <param name="text">A message in NFKC.</param>
    public IReadOnlyList<Named> In(string text, NoticeForm form)
    {
        var (pattern, fields) = Of(form);
        var found = pattern.Matches(text).ToList();
        var named = new List<Named>();
        var read = 0;
        foreach (var (place, match) in found.Index())
        {
            var end = match.Index + match.Length;
            // 「終了理由は閲覧者が少ないためです」: right behind "is" no other field is named.
            if (
                match.Index < read
                // 「理由は他のアカウントに統合するため」: within a sentence that is told, no other field is named.
                || named is [.., { Field.Type: FieldType.LongText }] && match.Index > 0 && !EndsLongText(text, match)
                || place > 0
                    && match.Index == found[place - 1].Index + found[place - 1].Length
                    && found[place - 1].Value.TrimEnd() is [.., 'は']
            )
                continue;
            // 「意見への対応：個別の返信はしない」: on a line of its own the rest of the line is the value, whatever it names.
            var isLine = match.Value.TrimEnd().EndsWith(':') && (match.Index == 0 || text[match.Index - 1] == '\n');
            var field = fields[Key(match.Groups["name"].Value)];
            var next = isLine
                ? Math.Min(
                    text.IndexOf('\n', end) is >= 0 and var line ? line : text.Length,
                    found.Skip(place + 1).FirstOrDefault(later => later.Index > end && IsNextOfLine(text, later))?.Index ?? text.Length
                )
                : found
                    .Skip(place + 1)
                    .FirstOrDefault(later => later.Index > end && (field.Type != FieldType.LongText || EndsLongText(text, later)))
                    ?.Index
                    ?? text.Length;
            read = next;
            var value = text[end..next];
            // A value of one line ends with its sentence, unless its field takes several.
            var stop = value.IndexOfAny(['。', '\n']);
            if (stop >= 0 && !isLine)
                value = value[..stop];
            // 「アカウント名は「…」にしようと申しておりまして、始めるのは…」: behind a quotation and its clause another matter begins.
            if (
                value.TrimStart() is ['「' or '『', ..]
                && value.IndexOfAny(['」', '』']) is > 0 and var closed
                && value.IndexOf('、', closed) is > 0 and var clause
                && value.IndexOfAny(['「', '『'], closed) < 0
            )
                value = value[..clause];
            // 「目的を花の案内に」: the particle belongs to what is done with the field.
            if (match.Value.TrimEnd().EndsWith('を') && value.TrimEnd() is [.., 'に'])
                value = value[..value.LastIndexOf('に')];
            named.Add(new Named(field, value, text.Substring(match.Index, match.Length + value.Length)));
        }
        return named;
    }

    /// <summary>The fields that a text names, whatever stands behind their names.</summary>
    public IReadOnlyList<NoticeField> Mentioned(string text, NoticeForm form)
    {
        var (_, fields) = Of(form);
        return
        [
            .. fields
                .Where(pair => pair.Key.Length > 1 && text.Contains(pair.Key, StringComparison.Ordinal))
                .OrderByDescending(pair => pair.Key.Length)
                .Aggregate(
                    (Text: text, Found: new List<NoticeField>()),
                    (left, pair) =>
                    {
                        if (left.Text.Contains(pair.Key, StringComparison.Ordinal))
                            left.Found.Add(pair.Value);
                        return (left.Text.Replace(pair.Key, "", StringComparison.Ordinal), left.Found);
                    }
                )
                .Found.Distinct(),
        ];
    }

    /// <summary>「…ためです。担当は…」 is another field; 「理由は、閲覧者が減り、…」 goes on.</summary>
    private static bool EndsLongText(string text, Match name) =>
        ClauseEnds.Contains(text[name.Index - 1]) && !(text[name.Index - 1] == '、' && name.Value.TrimEnd().EndsWith('が'));

    /// <summary>「所属：河川課　担当者：…」: behind a blank, with a colon of its own.</summary>
    private static bool IsNextOfLine(string text, Match name) =>
        char.IsWhiteSpace(text[name.Index - 1]) && name.Value.TrimEnd().EndsWith(':');

    /// <summary>The field whose name the text begins with.</summary>
    public (NoticeField Field, int Length)? At(string text, NoticeForm form)
    {
        var (_, fields) = Of(form);
        return fields
            .Where(pair => text.StartsWith(pair.Key, StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Key.Length)
            .Select(pair => ((NoticeField, int)?)(pair.Value, pair.Key.Length))
            .FirstOrDefault();
    }

    private (Regex Pattern, Dictionary<string, NoticeField> Fields) Of(NoticeForm form)
    {
        lock (making)
        {
            if (patterns.TryGetValue(form, out var known))
                return known;
            var fields = new Dictionary<string, NoticeField>(StringComparer.Ordinal);
            foreach (var field in form.Fields)
                fields.TryAdd(Key(field.Label), field);
            foreach (var (id, words) in everyday)
                if (form.Find(id == Day ? form.OnlyDay ?? "" : id) is { } field)
                    foreach (var word in words.SelectMany(WithPolite))
                        fields.TryAdd(Key(word), field);
            // 「その前に」, 「次に」: a name of one letter is one with a colon or a topic behind it alone.
            var names = string.Join(
                '|',
                fields
                    .Keys.OrderByDescending(name => name.Length)
                    .Select(name => Regex.Escape(name) + (name.Length == 1 ? "(?=\\s*(?:[:=→は]|が[一-龥ァ-ヶ]))" : ""))
            );
            // The name of a field stands at the start of a word, and something that says "is" behind it.
            var pattern = new Regex(
                $@"(?<![一-龥々ァ-ヶーA-Za-z0-9]|下の)(?<name>{names})(?:欄|の(?:ほう|方|欄|項目|とこ(?:ろ)?|お?名前|氏名|フルネーム|字|漢字))?(?:"
                    + @"(?:の(?:字|漢字|表記|下の名前|苗字|名字|名前|番号|日にち|日付))?[がをはも]?\s*(?:間違|まちが|違|ちが|誤)[^、。\n]{0,8}[、。\s]+(?=[^、。\n]*[一-龥々ァ-ヶA-Za-z0-9])"
                    + @"|[がはも]?(?:決まりました|決まった)(?:ので)?[、。!\s]+|[をがは]?(?:書き|入れ|言い)忘れ[^、。\n]{0,8}[、。!\s]+|\s*[:=→は]\s*|(?:の?(?:訂正|修正|変更)(?:です|で"
                    + @"|は)?[:→、\s]*)?(?=[「『])"
                    + @"|\s*(?:が|って|には?)(?![ぁ-ん]*(?:い|必要|要る|何|なに))\s*"
                    + @"|を?(?:直し|変え|訂正し|修正し|変更し)(?:た(?:い|く)(?:です|んです|ん|の)?(?:が|けど|ので|で)?|て)(?:ください|下さい|ほしい(?:です)?|もらえますか|もらえる|くれ"
                    + @"|ね)?[、。\s]*(?=[^、。\n]*(?:です|でした|じゃ|に(?:し|な)|$))"
                    + @"|\s*(?:を|について(?:は)?)\s*(?=[^。\n]+(?:に(?:し(?:て|と)|変え|変更|直して|訂正|修正|[。!\s]*$)|(?<!ん|の)で(?:お願い|頼|いい|ええ|$|[。!])|と(?:して|入れて)))"
                    + @"|(?<=の(?:お?名前|氏名|字|漢字))\s*、\s*(?=[一-龥々ァ-ヶぁ-ん])"
                    + @"|\s*、\s*(?=やっぱ|やはり|[^。\n、]+(?:に(?:し(?:て|ま|と)|変え|変更|直し[てと])|で(?:お願い|頼)))|[ 　]+(?=[^ 　。、?]))",
                RegexOptions.CultureInvariant,
                TimeSpan.FromMilliseconds(200)
            );
            return patterns[form] = (pattern, fields);
        }
    }

    /// <summary>「始めるの」 and 「始めますの」, 「終わるの」 and 「終わりますの」.</summary>
    private static IEnumerable<string> WithPolite(string word) =>
        word.EndsWith("するの", StringComparison.Ordinal) ? [word, $"{word[..^3]}しますの"]
        : word.EndsWith("るの", StringComparison.Ordinal) ? [word, $"{word[..^2]}ますの", $"{word[..^2]}りますの"]
        : word.EndsWith("うの", StringComparison.Ordinal) ? [word, $"{word[..^2]}いますの"]
        : [word];

    private static string Key(string name) => Folding.Compose(name);
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>
/// Reads what is said about the fields of an open paper: fields by their names (「目的：…」, 「管理者は課長の大森 一郎です」), corrections (「翔太じゃなくて翔大」), people taken
/// out and added, and the facts that need no name. A value that cannot be of its field's type is asked for, never stored.
/// </summary>
internal sealed partial class FieldReader(FieldNames names, SlotReader slots, ServiceBook services)
{
    /// <summary>「…」とさせていただければと思います: so many letters around a quotation say only what to do with it.</summary>
    private const int AroundQuotation = 26;

    /// <summary>「すみません15日でした」: behind a mere excuse so few letters are a value, and more are another matter.</summary>
    private const int ShortValue = 16;

    /// <param name="draft">The paper and what is in it.</param>
    /// <param name="form">Its fields.</param>
    /// <param name="self">The name of who writes; 「担当は私です」.</param>
    public FieldReading Of(string message, OpenPaper draft, NoticeForm form, string self, DateOnly today)
    {
        var reading = new Reading(form, draft, today);
        var (text, after) = Corrected(Plain(message), form);
        if (!TakePeople(text, reading) && !TakeCorrection(text, reading, self))
        {
            var named = names.In(text, form);
            foreach (var (field, value) in named)
                Take(reading, field, value, self);
            reading.IsNamed |= named.Count > 0;
            TakeFacts(Without(text, named.Select(one => one.Whole)), message, reading);
        }
        TakeAfterthought(after, reading, self);
        return new FieldReading(reading.Values, reading.Problems, reading.IsNamed);
    }

    /// <summary>Fields by their names alone, and what is wrong with the dates.</summary>
    public FieldReading Named(string message, OpenPaper draft, NoticeForm form, string self, DateOnly today)
    {
        var reading = new Reading(form, draft, today);
        var (text, after) = Corrected(Plain(message), form);
        foreach (var (field, value) in names.In(text, form))
            Take(reading, field, value, self);
        TakeAfterthought(after, reading, self);
        if (
            reading.Problems.Count == 0
            && form.DayField is { } day
            && !reading.Values.ContainsKey(day)
            && JapaneseDates.Read(text, today) is var dates
            && dates.Found.Count == 0
            && Problem(dates) is { } problem
        )
            reading.Problems.Add(problem);
        return new FieldReading(reading.Values, reading.Problems, true);
    }

    /// <summary>How many fields of the form the message names.</summary>
    public int Count(string message, NoticeForm form) => names.In(Plain(message), form).Select(named => named.Field.Id).Distinct().Count();

    /// <summary>The message without the fields that it names and what it says of them.</summary>
    public string WithoutValues(string message, NoticeForm form)
    {
        var text = Plain(message);
        return Without(text, names.In(text, form).Select(one => one.Whole));
    }

    /// <summary>The whole message as the answer to a question for one field.</summary>
    /// <returns>Nothing where it can be no value of that field.</returns>
    public FieldReading Answer(string message, NoticeField field, OpenPaper draft, NoticeForm form, string self, DateOnly today)
    {
        var reading = new Reading(form, draft, today);
        Take(reading, field, Plain(message), self);
        return new FieldReading(reading.Values, reading.Problems, false);
    }

    private static string Plain(string message) =>
        CountFirst().Replace(Filler().Replace(message.Normalize(NormalizationForm.FormKC).Trim(), ""), "").Trim();

    private void Take(Reading reading, NoticeField field, string said, string self)
    {
        var value = Bare(said);
        reading.Last = field;
        if (value.Length == 0 || Nothing().IsMatch(value))
            return;
        if (Emptied().IsMatch(value))
        {
            reading.Values[field.Id] = "";
            return;
        }
        switch (field.Type)
        {
            case FieldType.Date:
                TakeDate(reading, field, said);
                break;
            case FieldType.Service:
                if (services.Find(value) is { Count: > 0 } found)
                    reading.Values[field.Id] = string.Join('、', found.Select(mention => mention.Value.Name).Distinct());
                else if (value.Length <= 20 && !Sentence().IsMatch(value))
                    reading.Values[field.Id] = value;
                break;
            case FieldType.Url:
                if (Address().Match(value) is { Success: true } url)
                    reading.Values[field.Id] = url.Value;
                break;
            default:
                if (PersonField.Is(field.Id))
                    TakePerson(reading, field, value, self);
                else if (field.Id == "section" && SlotReader.Section(value) is { } section)
                    reading.Values[field.Id] = section;
                else if (field.Type == FieldType.Text && value.IndexOf('、') is > 0 and var stop)
                    Take(reading, field, value[..stop], self);
                else if (field.Id is "section" or "accountName" && (value.Length > field.Longest || Sentence().IsMatch(value)))
                    break;
                else if (value.Length <= field.Longest)
                    reading.Values[field.Id] = value;
                else
                    reading.Problems.Add($"「{field.Label}」は{field.Longest}文字以内でお願いします。");
                break;
        }
    }

    /// <summary>「担当は西川です、あっ違う、西山です」: what stands before the afterthought, and what it says instead; empty where there is none.</summary>
    private (string Before, string After) Corrected(string text, NoticeForm form)
    {
        foreach (Match turn in Afterthought().Matches(text))
        {
            var after = text[(turn.Index + turn.Length)..];
            // An excuse, or what begins the next thing, corrects nothing.
            if (
                turn.Index > 0
                && after.Length > 0
                && (turn.Groups["wrong"].Success || names.In(after, form).Count > 0 || after.Length <= ShortValue)
            )
                return (text[..turn.Index], after);
        }
        return (text, "");
    }

    /// <summary>Instead of what was said last, unless it names its field.</summary>
    private void TakeAfterthought(string after, Reading reading, string self)
    {
        if (after.Length == 0)
            return;
        var named = names.In(after, reading.Form);
        foreach (var (field, value) in named)
            Take(reading, field, value, self);
        if (named.Count > 0 || reading.Last is not { } last)
            return;
        // Of words that a text could hold, only those that can be nothing else take the place of what was said.
        var of = reading.Form.Fields.FirstOrDefault(field =>
            field.Type == FieldType.Date && JapaneseDates.Read(after, reading.Today).Found.Count > 0
        );
        if (of is not null && reading.Values.ContainsKey(of.Id))
            Take(reading, of, after, self);
        else if (last.Type != FieldType.Text || last.Id == "accountName" || PersonField.Is(last.Id))
            Take(reading, last, after, self);
    }

    private static void TakeDate(Reading reading, NoticeField field, string said)
    {
        var dates = JapaneseDates.Read(said, reading.Today);
        if (Problem(dates) is { } problem)
            reading.Problems.Add(problem);
        else if (dates.Found is [.., var last])
            reading.Values[field.Id] = Iso(InMonthOf(reading.Of(field.Id), said, last));
    }

    /// <summary>「XじゃなくてY」: the field that holds X, or that is named, or whose kind Y is of.</summary>
    private bool TakeCorrection(string text, Reading reading, string self)
    {
        if (Instead().Match(text) is not { Success: true } instead)
            return false;
        var (before, after) = (instead.Groups["old"].Value, Bare(instead.Groups["new"].Value));
        var named = names.At(before, reading.Form);
        // 「日付も違う、18日やなくて25日」
        if (before.LastIndexOf('、') is > 0 and var comma && (named is null || Wrong().IsMatch(before[..comma])))
            before = named is null ? before[(comma + 1)..] : string.Concat(before.AsSpan(0, named.Value.Length), before.AsSpan(comma));
        var old = Bare(named is { } label ? before[label.Length..].TrimStart('は', 'が', '、', ',', ':', ' ', 'を') : before);
        if (after.Length == 0)
            return false;
        var holding = reading.Form.Fields.FirstOrDefault(one =>
            Holds(reading.Draft.Fields.GetValueOrDefault(one.Id, ""), one, old, reading.Today)
        );
        if ((named?.Field ?? holding) is { } field)
        {
            var now = reading.Draft.Fields.GetValueOrDefault(field.Id, "");
            if (field.Type is FieldType.Date or FieldType.Service or FieldType.Url)
                Take(reading, field, instead.Groups["new"].Value, self);
            else if (PersonField.Is(field.Id))
                reading.Values[field.Id] = PersonValue.Replaced(now, old, after);
            else
                reading.Values[field.Id] =
                    now.Contains(old, StringComparison.Ordinal) && old.Length > 0 && old.Length < now.Length
                        ? now.Replace(old, after, StringComparison.Ordinal)
                        : after;
            reading.IsNamed = true;
            return reading.Values.Count > 0 || reading.Problems.Count > 0;
        }
        if (reading.Form.Find("service") is { } service && services.Named(after) is { } proper)
        {
            reading.Values[service.Id] = proper.Name;
            return reading.IsNamed = true;
        }
        if (reading.Form.DayField is { } day && JapaneseDates.Read(after, reading.Today).Found.Count > 0)
        {
            TakeDate(reading, reading.Form.Find(day)!, after);
            return reading.IsNamed = reading.Values.Count > 0;
        }
        return false;
    }

    /// <summary>What needs no name beside it: a service, an address, a section, a date, who hands over to whom.</summary>
    private void TakeFacts(string text, string message, Reading reading)
    {
        if (IsOfWhatStays(text))
            return;
        var kind = NoticeKindNames.Of(reading.Draft.Kind);
        foreach (var (slot, value) in slots.Of(text, new Route($"notice:{kind}"), reading.Today))
        {
            if (
                SlotFields.FieldFor(slot, reading.Form) is not { } id
                || reading.Values.ContainsKey(id)
                || slot == "purpose" && !PurposeWord().IsMatch(message)
            )
                continue;
            reading.Values[id] = value is IEnumerable<string> several ? string.Join('、', several) : (string)value;
        }
        if (reading.Form.DayField is not { } day || reading.Problems.Count > 0)
            return;
        var dates = JapaneseDates.Read(text, reading.Today);
        if (Problem(dates) is { } problem && (dates.Found.Count == 0 || dates.Problems.Any(one => one.Fault == DateFault.Ambiguous)))
        {
            reading.Values.Remove(day);
            reading.Problems.Add(problem);
        }
        else if (dates.Found is [var only] && IsRemark(text, only))
            reading.Values.Remove(day);
        else if (reading.Values.TryGetValue(day, out var said) && dates.Found is [.., var last] && said == Iso(last.Date))
            reading.Values[day] = Iso(InMonthOf(reading.Draft.Fields.GetValueOrDefault(day), text, last));
        // 「Facebook おかやま水だより」: behind the service alone stands its account.
        if (
            reading.Form.Find("accountName") is { } account
            && !reading.Values.ContainsKey(account.Id)
            && services.Find(text) is [{ Start: 0 } service]
            && Behind().Match(text, service.End) is { Success: true } name
        )
            reading.Values[account.Id] = name.Groups["name"].Value;
    }

    /// <summary>「明日は雨らしいです」: a day told from today is the paper's only with a word that says so.</summary>
    private static bool IsRemark(string text, FoundDate date) =>
        text.AsSpan(date.Start, date.Length) is var words
        && FromToday().IsMatch(words)
        && !DayNumber().IsMatch(words)
        && !OfPaper().IsMatch(text.AsSpan(date.End));

    /// <summary>「Xは残します」: about what no paper is to change.</summary>
    public static bool IsOfWhatStays(string text) => Stays().IsMatch(text);

    private static string? Problem(DateReading dates) =>
        dates.Problems is not [var problem, ..]
            ? null
            : problem.Fault switch
            {
                DateFault.Impossible => $"「{problem.Words}」は暦にありません。日付をもう一度教えてください。",
                DateFault.Ambiguous => $"「{problem.Words}」の、どちらの日でしょうか。決まりましたら教えてください。",
                _ =>
                    $"「{problem.Words}」では日付が決まりません。何月何日かを教えてください。決まっていなければ、あとからでも入れられます。",
            };

    /// <summary>「やっぱり15日から」 stays in the month that was said before.</summary>
    private static DateOnly InMonthOf(string? before, string said, FoundDate date) =>
        DateOnly.TryParseExact(before, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && DayAlone().Match(said.Substring(date.Start, date.Length)) is { Success: true } alone
        && int.TryParse(alone.Groups["day"].Value, out var number)
        && number >= 1
        && number <= DateTime.DaysInMonth(day.Year, day.Month)
            ? new DateOnly(day.Year, day.Month, number)
            : date.Date;

    private bool Holds(string value, NoticeField field, string said, DateOnly today) =>
        value.Length > 0
        && said.Length > 0
        && (
            field.Type switch
            {
                FieldType.Date => JapaneseDates.Read(said, today).Found is [var date, ..]
                    && (Iso(date.Date) == value || IsDayOf(said, value)),
                FieldType.Service => services.Named(said)?.Name is { } name && value.Split('、').Contains(name),
                _ when PersonField.Is(field.Id) => value.Split('、').Any(person => IsSame(person, said)),
                _ => value.Contains(said, StringComparison.Ordinal),
            }
        );

    private static bool IsDayOf(string said, string value) =>
        DayAlone().Match(said) is { Success: true } alone
        && value.EndsWith($"-{alone.Groups["day"].Value.PadLeft(2, '0')}", StringComparison.Ordinal);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Without(string text, IEnumerable<string> parts) =>
        parts.Aggregate(text, (left, part) => left.Replace(part, "。", StringComparison.Ordinal));

    /// <summary>Without the words that say what to do with it.</summary>
    private static string Bare(string value)
    {
        value = value.Trim().TrimEnd('。', '.', '、', ',', '!', '！', ' ', '　', '〜', '～');
        for (var before = ""; before != value; )
        {
            before = value;
            value = Ending().Replace(value, "").Trim().TrimEnd('。', '、', ',');
        }
        value = Opening().Replace(value, "").Trim();
        return Quoted().Match(value) is { Success: true } quoted && value.Length - quoted.Groups["value"].Length <= AroundQuotation
            ? quoted.Groups["value"].Value.Trim()
            : value;
    }

    private sealed class Reading(NoticeForm form, OpenPaper draft, DateOnly today)
    {
        public NoticeForm Form => form;
        public OpenPaper Draft => draft;
        public DateOnly Today => today;
        public Dictionary<string, string> Values { get; } = [];
        public List<string> Problems { get; } = [];
        public bool IsNamed { get; set; }

        /// <summary>The field that the message spoke of last.</summary>
        public NoticeField? Last { get; set; }

        /// <summary>The value as the message has left it so far.</summary>
        public string? Of(string field) => Values.GetValueOrDefault(field) ?? draft.Fields.GetValueOrDefault(field);
    }
}

using GuidelineBot.Knowledge.Analysis;
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
        TakeShift(text, reading);
        if (!TakePeople(text, reading) && !TakeCorrection(text, reading, self) && !TakeRight(Plain(message), reading, self))
        {
            var named = names.In(text, form);
            foreach (var (field, value) in named)
                Take(reading, field, value, self);
            reading.IsNamed |= named.Count > 0;
            TakeFacts(Without(text, named.Select(one => one.Whole)) + reading.Behind, message, reading);
        }
        TakeAfterthought(after, reading, self);
        return new FieldReading(reading.Values, reading.Problems, reading.IsNamed);
    }

    /// <summary>Fields by their names alone, and what is wrong with the dates.</summary>
    public FieldReading Named(string message, OpenPaper draft, NoticeForm form, string self, DateOnly today)
    {
        var reading = new Reading(form, draft, today);
        var (text, after) = Corrected(Plain(message), form);
        if (!TakePeople(text, reading))
        {
            var named = names.In(text, form);
            foreach (var (field, value) in named)
                Take(reading, field, value, self);
            if (form.OnlyDay is { } only)
                TakeRightDay(Without(text, named.Select(one => one.Whole)), only, reading);
        }
        TakeAfterthought(after, reading, self);
        if (
            reading.Problems.Count == 0
            && form.OnlyDay is { } day
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

    /// <summary>Whether the message is a field's name and a value that is told, whatever words of a question stand in it.</summary>
    public bool Declares(string message, NoticeForm form) =>
        Plain(message) is var text
        && names.In(text, form) is { Count: > 0 } named
        && named[^1] is { Field: var field, Value: var value }
        && text.StartsWith(named[0].Whole, StringComparison.Ordinal)
        && named.Sum(one => one.Whole.Length) >= text.TrimEnd('。', '!', ' ').Length
        && (PersonField.Is(field.Id) && NameInTwoHalves().IsMatch(value) || !AsksFirst().IsMatch(value) && Told().IsMatch(value));

    /// <summary>The message without the fields that it names and what it says of them.</summary>
    public string WithoutValues(string message, NoticeForm form)
    {
        var text = Plain(message);
        return Without(text, names.In(text, form).Select(one => one.Whole));
    }

    /// <summary>The message without what it says of the fields for sentences.</summary>
    public string WithoutTexts(string message, NoticeForm form)
    {
        var text = Folding.Compose(message);
        return Without(
            text,
            names.In(text, form).Where(one => one.Field.Type == FieldType.LongText).Select(one => BeforeOffice(one.Whole))
        );
    }

    /// <summary>「目的は水防、河川課の大野です」: who writes behind it is no part of it.</summary>
    private string BeforeOffice(string said) =>
        said.LastIndexOf('、') is > 0 and var stop
        && said[(stop + 1)..].TrimStart() is var behind
        && slots.Section(behind) is { } office
        && behind.StartsWith(office, StringComparison.Ordinal)
            ? said[..stop]
            : said;

    /// <summary>The whole message as the answer to a question for one field.</summary>
    /// <returns>Nothing where it can be no value of that field.</returns>
    public FieldReading Answer(string message, NoticeField field, OpenPaper draft, NoticeForm form, string self, DateOnly today)
    {
        var reading = new Reading(form, draft, today);
        Take(reading, field, Plain(message), self);
        return new FieldReading(reading.Values, reading.Problems, false);
    }

    private static string Plain(string message) => CountFirst().Replace(Filler().Replace(Folding.Compose(message).Trim(), ""), "").Trim();

    private void Take(Reading reading, NoticeField field, string said, string self)
    {
        if (field.Type != FieldType.LongText && Replacing().Match(said) is { Success: true } instead)
            said = said[(instead.Index + instead.Length)..];
        if (field.Id == FieldId.AccountName)
            said = WithoutService(said, reading);
        var value = Bare(said);
        reading.Last = field;
        if (value.Length == 0 || Nothing().IsMatch(value) || Deferred().IsMatch(said))
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
                // 「URLは @mihon_hana です」
                else if (
                    value is ['@', ..]
                    && AccountAddress.HandleIn(value) is { } handle
                    && services.AddressOf(reading.Of(FieldId.Service) ?? "", handle) is { } address
                )
                    reading.Values[field.Id] = address;
                break;
            default:
                if (PersonField.Is(field.Id))
                    TakePerson(reading, field, value, self);
                else if (field.Id == FieldId.Section && OfficeAlone().IsMatch(value))
                    reading.Values[field.Id] = value;
                else if (field.Id == FieldId.Section && slots.Section(value) is { } section)
                    reading.Values[field.Id] = section;
                else if (field.Type == FieldType.Text && value.IndexOf('、') is > 0 and var stop)
                    Take(reading, field, value[..stop], self);
                else if (field.Id == FieldId.AccountName && ThenDay().Match(value) is { Success: true, Index: > 1 } day)
                {
                    reading.Behind += $"。{value[(day.Index + 1)..]}";
                    Take(reading, field, value[..day.Index], self);
                }
                // 「うちの係は3人です」
                else if (field.Id == FieldId.Section && char.IsDigit(value[0]))
                    break;
                else if (field.Id is FieldId.Section or FieldId.AccountName && (value.Length > field.Longest || Sentence().IsMatch(value)))
                    break;
                else if (value.Length <= field.Longest)
                    reading.Values[field.Id] = value;
                else
                    reading.Problems.Add($"「{field.Label}」は{field.Longest}文字以内でお願いします。");
                break;
        }
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
                || slot == FieldId.Purpose && !PurposeWord().IsMatch(message)
                || id == FieldId.Section && value is string office && IsInPassing(office, reading.Of(id), text)
            )
                continue;
            reading.Values[id] = value is IEnumerable<string> several ? string.Join('、', several) : (string)value;
        }
        if (reading.Form.OnlyDay is not { } day || reading.Problems.Count > 0)
            return;
        if (TakeRightDay(text, day, reading))
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
        // 「おかやま離乳食ノートのほうです」: which of the accounts, by its name.
        if (
            reading.Form.Find(FieldId.AccountName) is { } which
            && Which().Match(text) is { Success: true } picked
            && picked.Groups["name"].Value is var called
            && services.Named(called) is null
            && slots.Section(called) != called
            && names.Mentioned(called, reading.Form).Count == 0
        )
        {
            reading.Values.Remove(FieldId.Service);
            reading.Values[which.Id] = called;
        }
        // 「Facebook みほん水だより」: behind the service alone stands its account.
        if (
            reading.Form.Find(FieldId.AccountName) is { } account
            && !reading.Values.ContainsKey(account.Id)
            && services.Find(text) is [{ Start: 0 } service]
            && Behind().Match(text, service.End) is { Success: true } name
        )
            reading.Values[account.Id] = name.Groups["name"].Value;
    }

    /// <summary>「LINE」, 「インスタです」: nothing but the name of a service.</summary>
    public bool IsService(string message) =>
        Bare(Plain(message)) is var text && services.Find(text) is [{ Start: 0, End: var end }] && end == text.Length;

    /// <summary>「Xは残します」: about what no paper is to change.</summary>
    public static bool IsOfWhatStays(string text) => Stays().IsMatch(text);

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

    private static string Without(string text, IEnumerable<string> parts) =>
        parts.Aggregate(text, (left, part) => left.Replace(part, "。", StringComparison.Ordinal));

    /// <summary>Without the words that say what to do with it.</summary>
    private static string Bare(string value)
    {
        value = Signs.WithoutSmile(value).TrimEnd('。', '.', '、', ',', '!', '！', ' ', '　', '〜', '～');
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

        /// <summary>What a field was told with and is no value of it: read again as what needs no name.</summary>
        public string Behind { get; set; } = "";

        /// <summary>The field that the message spoke of last.</summary>
        public NoticeField? Last { get; set; }

        /// <summary>The value as the message has left it so far.</summary>
        public string? Of(string field) => Values.GetValueOrDefault(field) ?? draft.Fields.GetValueOrDefault(field);
    }
}

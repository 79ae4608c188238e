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

    /// <param name="draft">The paper and what is in it.</param>
    /// <param name="form">Its fields.</param>
    /// <param name="self">The name of who writes; 「担当は私です」.</param>
    public FieldReading Of(string message, OpenPaper draft, NoticeForm form, string self, DateOnly today)
    {
        var text = Plain(message);
        var reading = new Reading(form, draft, today);
        if (!TakePeople(text, reading) && !TakeCorrection(text, reading, self))
        {
            var named = names.In(text, form);
            foreach (var (field, value) in named)
                Take(reading, field, value, self);
            reading.IsNamed |= named.Count > 0;
            TakeFacts(Without(text, named.Select(one => one.Whole)), message, reading);
        }
        return new FieldReading(reading.Values, reading.Problems, reading.IsNamed);
    }

    /// <summary>Fields by their names alone, and what is wrong with the dates.</summary>
    public FieldReading Named(string message, OpenPaper draft, NoticeForm form, string self, DateOnly today)
    {
        var text = Plain(message);
        var reading = new Reading(form, draft, today);
        foreach (var (field, value) in names.In(text, form))
            Take(reading, field, value, self);
        if (reading.Problems.Count == 0 && form.DayField is { } day && !reading.Values.ContainsKey(day) && JapaneseDates.Read(text, today) is var dates && dates.Found.Count == 0 && Problem(dates) is { } problem)
            reading.Problems.Add(problem);
        return new FieldReading(reading.Values, reading.Problems, true);
    }

    /// <summary>How many fields of the form the message names.</summary>
    public int Count(string message, NoticeForm form) => names.In(Plain(message), form).Select(named => named.Field.Id).Distinct().Count();

    /// <summary>The whole message as the answer to a question for one field.</summary>
    /// <returns>Nothing where it can be no value of that field.</returns>
    public FieldReading Answer(string message, NoticeField field, OpenPaper draft, NoticeForm form, string self, DateOnly today)
    {
        var reading = new Reading(form, draft, today);
        Take(reading, field, Plain(message), self);
        return new FieldReading(reading.Values, reading.Problems, false);
    }

    private static string Plain(string message) => Filler().Replace(message.Normalize(NormalizationForm.FormKC).Trim(), "").Trim();

    private void Take(Reading reading, NoticeField field, string said, string self)
    {
        var value = Bare(said);
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

    private static void TakeDate(Reading reading, NoticeField field, string said)
    {
        var dates = JapaneseDates.Read(said, reading.Today);
        if (Problem(dates) is { } problem)
            reading.Problems.Add(problem);
        else if (dates.Found is [.., var last])
            reading.Values[field.Id] = Iso(InMonthOf(reading.Draft.Fields.GetValueOrDefault(field.Id), said, last));
    }

    private static void TakePerson(Reading reading, NoticeField field, string value, string self)
    {
        if (Myself().IsMatch(value))
        {
            if (self.Length > 0)
                reading.Values[field.Id] = PersonValue.Of(self);
            return;
        }
        // 「私と片山 剛さん」 is two; of 「私で、三宅 しおりです」 the second tells who I am.
        if (self.Length > 0 && WithMe().Match(value) is { Success: true } me)
            value = $"{PersonValue.Of(self)}と{value[me.Length..]}";
        if (PersonValue.Several(MeFirst().Replace(value, "")) is { Count: > 0 } people)
            reading.Values[field.Id] = string.Join('、', people);
        else if (!Sentence().IsMatch(value))
            reading.Problems.Add($"「{field.Label}」のお名前を教えてください。");
    }

    /// <summary>「横山さんは担当から外して」, 「久保 美和を担当に追加」, 「藤井の下の名前は 美里です」.</summary>
    private static bool TakePeople(string text, Reading reading)
    {
        var field = reading.Form.Find("person") ?? reading.Form.Find("newPerson");
        if (field is null)
            return false;
        var now = reading.Draft.Fields.GetValueOrDefault(field.Id, "").Split('、', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (GivenName().Match(text) is { Success: true } given)
        {
            foreach (var candidate in reading.Form.Fields.Where(one => PersonField.Is(one.Id)))
            {
                var people = reading.Draft.Fields.GetValueOrDefault(candidate.Id, "").Split('、');
                var place = Array.FindIndex(people, name => name == given.Groups["family"].Value);
                if (place < 0)
                    continue;
                people[place] = $"{people[place]} {given.Groups["given"].Value}";
                reading.Values[candidate.Id] = string.Join('、', people);
                return reading.IsNamed = true;
            }
        }
        if (
            now.Count > 0
            && TakenOut().Match(text) is { Success: true } gone
            && now.Find(name => IsSame(name, gone.Groups["who"].Value)) is { } leaves
        )
        {
            now.Remove(leaves);
            reading.Values[field.Id] = string.Join('、', now);
            return reading.IsNamed = true;
        }
        if (
            now.Count > 0
            && Added().Match(text) is { Success: true } added
            && PersonValue.Several(added.Groups["who"].Value) is { Count: > 0 } more
        )
        {
            reading.Values[field.Id] = string.Join('、', now.Concat(more).Distinct());
            return reading.IsNamed = true;
        }
        return false;
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
            if (SlotFields.FieldFor(slot, reading.Form) is not { } id || reading.Values.ContainsKey(id) || slot == "purpose" && !PurposeWord().IsMatch(message))
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
    }

    /// <summary>「今日はにぎやかですね」: a day told from today is the paper's only with a word that says so.</summary>
    private static bool IsRemark(string text, FoundDate date) =>
        text.AsSpan(date.Start, date.Length) is var words && FromToday().IsMatch(words) && !DayNumber().IsMatch(words) && !OfPaper().IsMatch(text.AsSpan(date.End));

    /// <summary>「フェイスブックは続けます」: about what no paper is to change.</summary>
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

    /// <summary>By whole name, family name or given name.</summary>
    private static bool IsSame(string person, string said) => PersonValue.IsSame(person, said);

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
    }

    [GeneratedRegex(
        "^(?:(?:あ|あっ|あの|あのう|えっと|えーと|えと|ええと|うーん|んと|ごめん(?:なさい|ね)?|すみません|すいません|失礼しました|ちなみに|それと|それから|あと|で|じゃあ|では|いや|いえ|やっぱり?|やはり|やっぱし|訂正(?:です|します)?|追加で|ほな|ほんなら)[、,。\\s!…]*)+"
    )]
    private static partial Regex Filler();

    [GeneratedRegex(
        "のまま(?:で|です)?$|(?:が|のほうが|の方が)(?:正しい|正解)(?:です)?$|(?:に|へ)?(?:変更|訂正|修正)(?:で|します|しといて|して(?:ください|下さい|ほしい(?:です)?|おいて)?|をお願いします|お願いします)?$|に(?:直して|して|しといて|なおして|変えて)(?:ください|下さい|ね|おいて)?$|(?:で|を|と)?(?:お願い(?:します|いたします|できますか)?|おねがいします|頼みます|たのむわ|よろしく(?:お願いします)?)$|(?:になり|と(?:いい|言い|申し|いたし)|に(?:し|いたし)|とし|で(?:ござい|いき|やり|す))ます$|(?:です|でした|だった|じゃった|だよ|だね|なんです|なんですけど|じゃ|じゃけど|にする|とする|だと思います|かと思います|でいい(?:です)?|でええ|(?<!ま)で)$|(?:と(?:書いて|入れて)|って(?:書いて|入れて)|を?入れて)(?:ください|おいて|ね)?$|(?:です)?(?:よ|ね|わ)$"
    )]
    private static partial Regex Ending();

    [GeneratedRegex("^(?:は|が|を|、|,|:|：|=|-|→|\\s|やっぱり?|やはり)+")]
    private static partial Regex Opening();

    [GeneratedRegex("[「『\"“](?<value>[^「『」』\"”]+)[」』\"”]")]
    private static partial Regex Quoted();

    [GeneratedRegex("^(?:空欄|空白|空|なし|無し|削除|消して|クリア|白紙|未定)(?:に?(?:して|しといて|戻して|で))?(?:ください|下さい)?$")]
    private static partial Regex Emptied();

    /// <summary>A value that only points somewhere.</summary>
    [GeneratedRegex(
        "^(?:これ|それ|あれ|ここ|以下|下記|次|まだ|わから(?:ない|ん).*|不明|決まって(?:ない|いない|ません).*|何|なに|どれ|どう|誰|だれ|どこ|いつ|必要|必須|後で|あとで)(?:です|ですか|か|かな)?$"
    )]
    private static partial Regex Nothing();

    [GeneratedRegex(
        "(?:ます|ました|ません|ください|下さい|です|でした|ますか|ですか|だろう|かな|けど|から|ので|した|ない|たい)(?:[。!?]|$)|[?]$"
    )]
    private static partial Regex Sentence();

    [GeneratedRegex(@"https?://[\x21-\x7e]+|(?:www\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/[\x21-\x7e]*", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(
        "^(?:私|わたし|わたくし|僕|ぼく|俺|おれ|自分|うち|当方|小職|本人|同じ人)(?:自身)?(?:です|がやります|で|が担当|が担当します)?$"
    )]
    private static partial Regex Myself();

    [GeneratedRegex(
        "(?<family>[一-龥々ヶ]{1,4})(?:さん)?の?(?:下の名前|名前|フルネーム)は[、\\s]*(?<given>[一-龥々]{1,3}|[ぁ-ん]{2,5}|[ァ-ヶー]{2,6})"
    )]
    private static partial Regex GivenName();

    [GeneratedRegex(
        "(?<who>[一-龥々ヶァ-ヶー]{1,6}(?:[ 　][一-龥々ぁ-んァ-ヶー]{1,5})?)(?:さん|くん|君|氏)?(?:は|を|も)[^。?]{0,12}?(?:外し|はずし|外す|外れ|抜い|抜け|抜く|除い|消し|無し|なし|やめ|不要|いらな|要ら|取り消)"
    )]
    private static partial Regex TakenOut();

    [GeneratedRegex(
        "(?<who>[一-龥々ヶァ-ヶー]{1,6}(?:[ 　][一-龥々ぁ-んァ-ヶー]{1,5})?)(?:さん|くん|君|氏)?(?:を|も)[^。?]{0,10}?(?:追加|加え|足し|足す|増や|入れ|担当に|担当です|担当し|やります)"
    )]
    private static partial Regex Added();

    [GeneratedRegex(
        "^[^。]{0,12}?(?<old>[^。]{1,60}?)(?:じゃなくって|じゃなくて|じゃなく|ではなくて|ではなく|でなくて|でなく|じゃのうて|じゃのおて|やなくて|やのうて|じゃねえで|じゃねえ|ちゃうて|違って|は間違いで、?|は誤りで、?)[、,\\s]*(?<new>[^。\\n]{1,200})"
    )]
    private static partial Regex Instead();

    [GeneratedRegex("違|ちが|間違|まちが|誤")]
    private static partial Regex Wrong();

    [GeneratedRegex("^(?<day>[0-9]{1,2})日")]
    private static partial Regex DayAlone();

    /// <summary>「フェイスブックは続けます」: what stays as it is is not the paper's matter.</summary>
    [GeneratedRegex("(?:続け|残し|残り|残る|継続|そのまま|引き続き|このまま)(?!て(?:提出|出))")]
    private static partial Regex Stays();

    [GeneratedRegex("[0-9一二三四五六七八九十]日|末|曜")]
    private static partial Regex DayNumber();

    [GeneratedRegex("今日|きょう|本日|明日|あした|あす|昨日|きのう|[今来先]週|[今来先]月|[今来去]年|クリスマス|正月|元日|大晦日")]
    private static partial Regex FromToday();

    [GeneratedRegex(
        @"^(?:(?:の)?[0-9一二三四五六七八九十]+[日月]|\([^)]*\))*\s*(?:付け?)?\s*(?:から|より|付|に(?:は)?(?:始|開|終|やめ|変|交|閉|し)|で(?:終|交|閉|やめ|お願|す|$)|まで|です|でした|じゃ|スタート|開始|以降|限り|いっぱい|をもって|[。!]?$)"
    )]
    private static partial Regex OfPaper();

    [GeneratedRegex("目的|ため|為")]
    private static partial Regex PurposeWord();

    [GeneratedRegex("^(?:私|わたし|僕|自分|わし)と、?")]
    private static partial Regex WithMe();

    [GeneratedRegex("^(?:私|わたし|僕|自分|わし)(?:で|が|、|の)、?(?=.)")]
    private static partial Regex MeFirst();
}

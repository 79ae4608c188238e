using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>Where a post says two things of which only one can be true.</summary>
internal static partial class Contradictions
{
    private const int FirstYearOfReiwa = 2018;

    private const int MinutesOfHour = 60;

    private const int Noon = 12;

    /// <summary>What begins from this hour on may end on the next day.</summary>
    private const int Evening = 17;

    public static IEnumerable<Spot> In(DraftText text) =>
        [
            .. Years(text.Plain),
            .. Times(text.Plain),
            .. Deadlines(text),
            .. EventDays(text),
            .. HeadDays(text),
            .. Begins(text),
            .. Fees(text),
            .. Wards(text),
        ];

    /// <summary>「令和7年（2026年）」</summary>
    private static IEnumerable<Spot> Years(string plain) =>
        from Match match in BothYears().Matches(plain)
        let reiwa = match.Groups["era"].Value == "元" ? 1 : Number(match, "era")
        where FirstYearOfReiwa + reiwa != Number(match, "year")
        select new Spot(match.Index, match.Length, Note: $"令和{reiwa}年は{FirstYearOfReiwa + reiwa}年です。");

    /// <summary>「午後1時～午前11時30分」 ends before it begins. What goes on until the next day says so.</summary>
    private static IEnumerable<Spot> Times(string plain) =>
        from Match match in Stretch().Matches(plain).Concat(FromEnd().Matches(plain))
        where Minutes(match, "from") is var start && Minutes(match, "to") is var end && end < start && !GoesOn(match, start, end)
        select new Spot(match.Index, match.Length, Note: "終わりの時刻が始まりより前です。");

    /// <summary>「午後1時～3時」 and 「22時～5時」 are right.</summary>
    private static bool GoesOn(Match match, int start, int end) =>
        match.Groups["tohalf"].Length == 0
        && (match.Groups["fromhalf"].Value == "午後" && end + (Noon * MinutesOfHour) > start || start >= Evening * MinutesOfHour);

    /// <summary>The last day to apply lies behind the day of the event.</summary>
    private static IEnumerable<Spot> Deadlines(DraftText text)
    {
        if ((PostDates.After(text, EventDay()) ?? DayWithTime(text)) is not { } held)
            yield break;
        foreach (Match match in Deadline().Matches(text.Plain))
            if (
                PostDates.First(text, match.Index + match.Length, within: 12) is { } last
                && last.Date > held
                && !text.SentenceOf(last.Spot).ContainsAny("結返感後")
            )
                yield return last.Spot with
                {
                    Note = "申込みの期限が、開催日より後です。",
                };
    }

    /// <summary>「12月19日(土) 18:30～20:00」: the one day of the post at which something begins.</summary>
    private static DateOnly? DayWithTime(DraftText text) =>
        PostDates
            .Known(text)
            .Where(day =>
                AtTime().IsMatch(text.Plain.AsSpan(day.Spot.Start + day.Spot.Length)) && !NotHeld().IsMatch(text.SentenceOf(day.Spot))
            )
            .ToList()
            is [var only]
        && only.Date >= (text.Draft.Today ?? DateOnly.MinValue)
            ? only.Date
            : null;

    /// <summary>「日時：12月19日」 and, further down, 「12月20日にお待ちしています」</summary>
    private static IEnumerable<Spot> EventDays(DraftText text)
    {
        var plain = text.Plain;
        if (EventDay().Matches(plain).ToList() is not [var named])
            return [];
        var end = plain.IndexOf('\n', named.Index + named.Length) is >= 0 and var line ? line : plain.Length;
        var days = PostDates.Known(text).ToList();
        List<DateOnly> held = [.. days.Where(day => day.Spot.Start >= named.Index && day.Spot.Start < end).Select(day => day.Date)];
        if (held.Count == 0 || days[0].Spot.Start < named.Index)
            return [];
        return days.Where(day =>
                day.Spot.Start > end
                && (day.Date < held.Min() || day.Date > held.Max())
                && text.SentenceOf(day.Spot).ToString() is var said
                && Meeting().IsMatch(said)
                && !OtherDay().IsMatch(said)
            )
            .Select(day => day.Spot with { Note = "上に書かれた開催日と違います。" });
    }

    /// <summary>「【12月19日(土)開催】」 and, further down, 「集合：12月20日(日)10:00」</summary>
    private static IEnumerable<Spot> HeadDays(DraftText text)
    {
        var plain = text.Plain;
        var days = PostDates.Known(text).ToList();
        if (
            days is not [var head, _, ..]
            || !Opens().IsMatch(plain.AsSpan(head.Spot.Start + head.Spot.Length))
            || plain.AsSpan(0, head.Spot.Start).Contains('\n')
            || days.Skip(1).Any(day => LineOf(plain, day.Spot.Start) == 0)
        )
            return [];
        return days.Skip(1)
            .Where(day =>
                day.Date != head.Date
                && LabelOfDay().IsMatch(plain[LineOf(plain, day.Spot.Start)..day.Spot.Start])
                && !OtherDay().IsMatch(text.SentenceOf(day.Spot))
                && days.Count(other => LineOf(plain, other.Spot.Start) == LineOf(plain, day.Spot.Start)) == 1
            )
            .Select(day => day.Spot with { Note = "上に書かれた開催日と違います。" });
    }

    private static int LineOf(string plain, int place) => place == 0 ? 0 : plain.LastIndexOf('\n', place - 1) + 1;

    /// <summary>「15日23時から断水します。断水は14日23時に始まります。」: the hour is the same, the day is not.</summary>
    private static IEnumerable<Spot> Begins(DraftText text)
    {
        List<Match> begins = [.. Beginning().Matches(text.Plain).AsEnumerable()];
        List<Match> from = [.. begins.Where(begin => begin.Groups["from"].Success)];
        if (from.DistinctBy(begin => begin.Groups["day"].Value).Count() != 1)
            return [];
        return begins
            .Where(begin =>
                !begin.Groups["from"].Success
                && begin.Groups["hour"].Value == from[0].Groups["hour"].Value
                && begin.Groups["day"].Value != from[0].Groups["day"].Value
                && !OtherDay().IsMatch(text.SentenceOf(new Spot(begin.Index, begin.Length)))
            )
            .Select(begin => new Spot(begin.Index, begin.Length, Note: $"{from[0].Groups["day"].Value}日からとも書かれています。"));
    }

    /// <summary>「入場無料」 and 「入場料500円」</summary>
    private static IEnumerable<Spot> Fees(DraftText text)
    {
        foreach (Match free in Free().Matches(text.Plain))
        foreach (Match fee in Fee().Matches(text.Plain))
            if (
                fee.Groups["what"].Value == free.Groups["what"].Value
                && !SomePay().IsMatch(text.SentenceOf(new Spot(free.Index, free.Length)))
                && !Besides().IsMatch(text.Plain)
            )
            {
                yield return new Spot(fee.Index, fee.Length, Note: $"「{free.Value}」とも書かれています。");
                yield break;
            }
    }

    /// <summary>「会場：南区役所」 and, further down, 「中区役所でお待ちしています」</summary>
    private static IEnumerable<Spot> Wards(DraftText text)
    {
        if (VenueWard().Matches(text.Plain).ToList() is not [var venue])
            return [];
        return Ward()
            .Matches(text.Plain)
            .Where(ward =>
                ward.Value != venue.Groups["ward"].Value
                && (ward.Index > venue.Index + venue.Length || ward.Index < venue.Index)
                && text.SentenceOf(new Spot(ward.Index, ward.Length)).ToString() is var said
                && !said.Contains(venue.Groups["ward"].Value, StringComparison.Ordinal)
                && (Meeting().IsMatch(said) || HeldThere().IsMatch(said))
                && !OtherDay().IsMatch(said)
            )
            .Select(ward => new Spot(ward.Index, ward.Length, Note: $"会場は{venue.Groups["ward"].Value}とも書かれています。"));
    }

    private static int Minutes(Match match, string end)
    {
        var hour = Number(match, $"{end}hour");
        if (match.Groups[$"{end}half"].Value == "午後" && hour < Noon)
            hour += Noon;
        return (hour * MinutesOfHour) + (match.Groups[$"{end}minute"].Success ? Number(match, $"{end}minute") : 0);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"令和(?<era>[0-9]{1,2}|元)(?:年度?)?[(（/ ]{1,2}(?:西暦)?(?<year>20[0-9]{2})年?(?!度)")]
    private static partial Regex BothYears();

    [GeneratedRegex(
        @"(?<fromhalf>午前|午後)?(?<fromhour>[0-9]{1,2})(?:時(?:(?<fromminute>[0-9]{1,2})分)?|:(?<fromminute>[0-9]{2})) ?(?:[~〜～-]|から) ?"
            + "(?<tohalf>午前|午後)?(?<tohour>[0-9]{1,2})(?:時(?:(?<tominute>[0-9]{1,2})分)?|:(?<tominute>[0-9]{2}))"
    )]
    private static partial Regex Stretch();

    /// <summary>「15時開始、14時30分終了」</summary>
    [GeneratedRegex(
        @"(?<fromhalf>午前|午後)?(?<fromhour>[0-9]{1,2})(?:時(?:(?<fromminute>[0-9]{1,2})分)?|:(?<fromminute>[0-9]{2}))"
            + "に?(?:から|開始|開会|開演|スタート|始まり)(?:で|、|,|・|/| ){1,2}"
            + "(?<tohalf>午前|午後)?(?<tohour>[0-9]{1,2})(?:時(?:(?<tominute>[0-9]{1,2})分)?|:(?<tominute>[0-9]{2}))"
            + "(?:に|頃|ごろ)?(?:終了|閉会|終演|閉演|解散|終わり|まで)"
    )]
    private static partial Regex FromEnd();

    [GeneratedRegex(
        "(?<day>[0-9]{1,2})日(?: ?[(][^)\n]{1,4}[)])?の? ?(?<hour>(?:午前|午後)?[0-9]{1,2}(?:時(?:[0-9]{1,2}分|半)?|:[0-9]{2}))"
            + "(?:(?<from>から|より| ?[~〜～])|に(?:始ま|はじま|開始|スタート|開会|開演))"
    )]
    private static partial Regex Beginning();

    [GeneratedRegex("(?:会場|場所|ところ)[はに:][^。\n]{0,12}?(?<![一-龥])(?<ward>[東西南北中]区)(?!の?(?:皆|方|民|在住))")]
    private static partial Regex VenueWard();

    [GeneratedRegex("(?<![一-龥])[東西南北中]区(?!の?(?:皆|方|民|在住|役所(?:の)?(?:電話|窓口|へお問)))")]
    private static partial Regex Ward();

    [GeneratedRegex("(?:で|にて|に)(?:[^。\n]{0,12})?(?:開催|開きます|行います|実施|集合|始ま|会いましょう)")]
    private static partial Regex HeldThere();

    [GeneratedRegex("受け?付|申し?込|予約|発売|説明会|募集|締")]
    private static partial Regex NotHeld();

    [GeneratedRegex("^[)）]? ?(?:午[前後])?[0-9]{1,2}(?::[0-9]{2}|時)(?!まで|必着|締)")]
    private static partial Regex AtTime();

    [GeneratedRegex("お会い|会いましょう|お待ちして|お越し|来てください|お集まり|当日は|開催日は")]
    private static partial Regex Meeting();

    [GeneratedRegex(
        "申し?込|締め?切|〆切|までに|予備|雨天|荒天|順延|延期|変更|振替|次回|訂正|正しくは|前回|追加|内覧|前日|翌日|も(?:お待ち|お越し)"
    )]
    private static partial Regex OtherDay();

    [GeneratedRegex("(?:開催日時?|日時|とき|開催)[:は ]{0,2}")]
    private static partial Regex EventDay();

    [GeneratedRegex("(?:(?:申し?込み?|応募)の?(?:期限|締切り?|締め切り|〆切)|(?:申し?込み?|応募)[:はも])[:は ]{0,2}")]
    private static partial Regex Deadline();

    [GeneratedRegex("(?<what>入場|参加|観覧|受講|入館|入園|利用)(?:料|費)?(?:は|:)? ?無料")]
    private static partial Regex Free();

    [GeneratedRegex(
        "(?<what>入場|参加|観覧|受講|入館|入園|利用)(?:料|費)(?:は|が|として|:)? ?(?:大人|一般|お?一人|おひとり|1人|各)? ?[0-9,]{3,6}円"
    )]
    private static partial Regex Fee();

    /// <summary>Free for some, or on some days.</summary>
    [GeneratedRegex("以下|未満|以上|高校生|中学生|小学生|子ども|小人|大人|一般|市民は|市内の方|同伴|手帳|の日|当日|期間|[0-9]日")]
    private static partial Regex SomePay();

    [GeneratedRegex("別途|手帳|(?:方|人|場合|日)は無料")]
    private static partial Regex Besides();

    [GeneratedRegex("^[)）]?(?:の|に)?(?:開催|開演|開幕|開場|オープン|スタート|実施)(?!日|時間|期間)")]
    private static partial Regex Opens();

    [GeneratedRegex("(?:^|[ 　・●■◆▼▶◎])(?:集合|日時|開催日時?|とき|日程|開演|開場|開会|当日)[:： ]{0,2}$")]
    private static partial Regex LabelOfDay();
}

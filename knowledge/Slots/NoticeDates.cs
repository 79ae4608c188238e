using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>Which of a message's dates is the one that the notice is about.</summary>
internal static partial class NoticeDates
{
    /// <summary>「4/1付で代わっていた」 is no date of next year while the day is not longer ago than this.</summary>
    private const int RecentDays = 100;

    /// <param name="text">A message in NFKC; addresses and names are blanked out.</param>
    /// <param name="kind"><c>start</c>, <c>change</c> or <c>end</c>.</param>
    /// <returns>The day, and every date of the text for blanking out; null where none is the notice's.</returns>
    public static (DateOnly? Day, IReadOnlyList<FoundDate> All) Find(string text, string kind, DateOnly today)
    {
        var all = JapaneseDates.Find(text, today);
        var meant = new List<(FoundDate Date, int Fit)>();
        foreach (var date in all)
        {
            if (IsFiling(text, date))
                continue;
            var read =
                Happened().IsMatch(text[date.End..])
                && date.Date.AddYears(-1) is var last
                && last <= today
                && last > today.AddDays(-RecentDays)
                    ? date with
                    {
                        Date = last,
                    }
                    : date;
            if (meant.Count > 0 && IsInstead(text, meant[^1].Date.End, date.Start))
            {
                // 「12月1日、いや10日から」: the month goes on.
                if (
                    DayAlone().IsMatch(text.AsSpan(date.Start, date.Length))
                    && OfMonth(meant[^1].Date.Date, text.Substring(date.Start, date.Length)) is { } day
                )
                    read = date with { Date = day };
                // 「再来週の月曜、じゃなくて火曜から」: the week goes on.
                else if (WeekdayOnly().IsMatch(text.AsSpan(date.Start, date.Length)))
                    read = date with { Date = InWeekOf(meant[^1].Date.Date, date.Date.DayOfWeek) };
                meant.RemoveAt(meant.Count - 1);
            }
            meant.Add((read, Fit(text, date, kind) + (Directed().IsMatch(text[date.End..]) ? 2 : 0)));
        }
        if (meant.Count == 0)
            return (null, all);
        var best = meant.MaxBy(found => found.Fit).Date;
        return (kind is "end" or "unblock-end" && best.IsMonth ? best.Date.AddMonths(1).AddDays(-1) : best.Date, all);
    }

    private static DateOnly InWeekOf(DateOnly day, DayOfWeek weekday) => day.AddDays(((int)weekday + 6) % 7 - ((int)day.DayOfWeek + 6) % 7);

    private static DateOnly? OfMonth(DateOnly month, string text) =>
        int.TryParse(Digits().Match(text).Value, out var day) && day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month)
            ? new DateOnly(month.Year, month.Month, day)
            : null;

    /// <summary>The day of filing is never the notice's own.</summary>
    private static bool IsFiling(string text, FoundDate date) =>
        FiledBefore().IsMatch(text[..date.Start]) || FiledAfter().IsMatch(text[date.End..]);

    private static int Fit(string text, FoundDate date, string kind)
    {
        var (before, after) = (text[..date.Start], text[date.End..]);
        return kind switch
        {
            "start" or "unblock" => (StartBefore().IsMatch(before) ? 4 : 0)
                + (StartAfter().IsMatch(after) ? 3 : 0)
                - (EndAfter().IsMatch(after) ? 3 : 0)
                - (Event().IsMatch(after) ? 1 : 0),
            "change" => (ChangeBefore().IsMatch(before) ? 4 : 0)
                + (ChangeAfter().IsMatch(after) ? 3 : 0)
                + (From().IsMatch(after) ? 1 : 0)
                - (Event().IsMatch(after) ? 1 : 0),
            _ => (EndBefore().IsMatch(before) ? 4 : 0)
                + (EndAfter().IsMatch(after) ? 3 : 0)
                - (Opened().IsMatch(after) ? 4 : 0)
                - (Event().IsMatch(after) ? 1 : 0),
        };
    }

    /// <summary>「2月1日、いや15日」, 「2月1日→2月15日」.</summary>
    private static bool IsInstead(string text, int end, int start) =>
        Corrections.Between(text, end, start) || end < start && Arrow().IsMatch(text[end..start]);

    [GeneratedRegex(@"^\s*(?:→|⇒|➡|->|=>)\s*$")]
    private static partial Regex Arrow();

    [GeneratedRegex(
        @"(?:届出日|届け出日|提出日|申請日|記入日|作成日|起案日|決裁日|受付日|(?:届|届出|届出書|届け|書類|申請|申請書|様式[123]?|提出)(?:を?(?:出す|提出する|書く|作る"
            + @"|作成する|する)の)?[はがも]|(?:出す|提出する|書く|届け出る)のは)(?:[:\s、]|は)*$"
    )]
    private static partial Regex FiledBefore();

    [GeneratedRegex(
        @"^(?:中)?(?:に|付けで|付で|は|、)?\s*(?:この|その)?(?:届|とどけ|提出|出しま|出す(?!か)|書い|書き|書く|申請|作成|記入|起案|決裁|相談|電話|連絡|打合せ|打ち合わせ|会議|書類|課内)"
    )]
    private static partial Regex FiledAfter();

    [GeneratedRegex(
        "^[^。]{0,30}(?:代わ|変わ|替わ|交代し|始め|動かし|使っ|開設し|終わっ|終了し|やめ|閉じ)(?:って|て)?(?:い?た|い?まし|しまっ|しも|まし)"
    )]
    private static partial Regex Happened();

    [GeneratedRegex("^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日$")]
    private static partial Regex DayAlone();

    [GeneratedRegex("^[月火水木金土日](?:曜日?|よう日?)$")]
    private static partial Regex WeekdayOnly();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"(?:開始日|利用開始|運用開始|開設日|始める?のは|使い始めるのは|使い始めは|スタート|開始)(?:予定)?(?:日)?(?:は|が|:|=|→|、|\s|を)*$"
    )]
    private static partial Regex StartBefore();

    [GeneratedRegex(
        @"^(?:\([^)]*\))?(?:の[朝昼夜]|頭|ごろ|頃)?\s*(?:から|より|~|-|スタート|開始|開設|に?(?:あわせて|合わせて)|付|オープン|以降|に(?:開|始|立|スタート|オープン|公開)|で(?:開|始|スタート))"
    )]
    private static partial Regex StartAfter();

    [GeneratedRegex(
        @"(?:変更日|交代日|交替日|異動日|変更年月日|変わるのは|代わるのは|替わるのは|交代は|変更は|引き継ぎ日?|引継ぎ?日?)(?:は|が|:|=|→|、|\s)*$"
    )]
    private static partial Regex ChangeBefore();

    [GeneratedRegex(@"^(?:\([^)]*\))?\s*(?:から|より|付|で|に|をもって|を以て|~|以降|変更|交代|、)")]
    private static partial Regex ChangeAfter();

    [GeneratedRegex(@"^(?:\([^)]*\))?\s*(?:から|より|付)")]
    private static partial Regex From();

    [GeneratedRegex(@"(?:終了日|閉鎖日|廃止日|最終日|終了予定日?|終わるのは|閉じるのは|やめるのは|終了は|終了)(?:は|が|:|=|→|、|\s)*$")]
    private static partial Regex EndBefore();

    [GeneratedRegex(
        @"^(?:\([^)]*\))?\s*(?:で(?!始|開)|まで|をもって|を以て|をもちまして|限り|いっぱい|付|に(?:終|閉|や|廃|削|た|ク|停|撤|消)|末|終了|閉鎖|廃止|クローズ)"
    )]
    private static partial Regex EndAfter();

    /// <summary>「3月末は早いか。5月31日にしてくれ」.</summary>
    [GeneratedRegex(@"^(?:\([^)]*\))?\s*(?:に|へ|で)(?:し[てとま]|お願い|頼|変更|変え|直[しす]|訂正|修正|なお|決)")]
    private static partial Regex Directed();

    [GeneratedRegex(@"^\s*(?:に|から)?(?:開設|始め|開始|作っ|立ち上げ|スタート)(?:し|た|て)")]
    private static partial Regex Opened();

    [GeneratedRegex(
        @"^\s*(?:の|開催の?|実施の?)(?:[^、。]{0,12})(?:祭|イベント|会|大会|展|フェス|まつり|行事|講座|式|選挙|議会|人事|定期|異動)"
    )]
    private static partial Regex Event();
}

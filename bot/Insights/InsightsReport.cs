using System.Globalization;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Insights;

/// <summary>One thing that was counted.</summary>
/// <param name="Part">The heading it stands under.</param>
/// <param name="Note">Such as how long it took; empty for none.</param>
internal sealed record Insight(string Part, string What, int Count, string Note = "");

/// <summary>What a month brought: questions, notices, incidents. Holds no names; drills are left out.</summary>
internal sealed class InsightsReport(IDbContextFactory<Database> databases, LiveKnowledge knowledge, TimeProvider clock) : IDownloads
{
    public const string Questions = "質問";
    public const string Clauses = "多く示した条文";
    public const string Refused = "ガイドラインに見つからなかった質問";
    public const string Disliked = "「役に立たなかった」とされた条文";
    public const string Notices = "届出・申請";
    public const string Incidents = "チェックリスト";

    public static readonly IReadOnlyList<string> Parts = [Questions, Clauses, Refused, Disliked, Notices, Incidents];

    public string Source => "insights";

    /// <param name="about">The first day of a month, in ISO 8601.</param>
    public async Task<Download?> WriteAsync(string about, CancellationToken cancellationToken) =>
        MonthOf(about) is { } month
            ? new Download(
                $"利用状況_{month:yyyyMM}.csv",
                "text/csv; charset=utf-8",
                CsvFile.Write([
                    ["区分", "内容", "件数", "備考"],
                    .. (await OfAsync(month, cancellationToken)).Select(row =>
                        (string[])[row.Part, row.What, row.Count.ToString(CultureInfo.InvariantCulture), row.Note]
                    ),
                ])
            )
            : null;

    public static DateOnly? MonthOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 2000 and < 3000
            ? new DateOnly(day.Year, day.Month, 1)
            : null;

    /// <param name="month">Its first day, in Japan.</param>
    /// <returns>By part, the most frequent first.</returns>
    public async Task<IReadOnlyList<Insight>> OfAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var (from, to) = (Start(month), Start(month.AddMonths(1)));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var asked = await database
            .QuestionLog.AsNoTracking()
            .Where(entry => entry.AskedAt >= from && entry.AskedAt < to)
            .ToListAsync(cancellationToken);
        var disliked = await database
            .AnswerFeedback.AsNoTracking()
            .Where(feedback => feedback.At >= from && feedback.At < to && !feedback.Helpful && feedback.Comment == null)
            .ToListAsync(cancellationToken);
        var notices = await database
            .Notices.AsNoTracking()
            .Where(notice => notice.SubmittedAt >= from && notice.SubmittedAt < to)
            .ToListAsync(cancellationToken);
        var incidents = await database
            .Incidents.AsNoTracking()
            .Where(incident => incident.OpenedAt >= from && incident.OpenedAt < to && !incident.IsDrill)
            .ToListAsync(cancellationToken);
        return
        [
            .. Ranked(Questions, asked.GroupBy(entry => WordOf(entry.Route))),
            .. Ranked(
                Clauses,
                asked
                    .Where(entry => entry.Clause is not null && entry.Route == Route.Answer.Name)
                    .GroupBy(entry => LabelOf(entry.Clause!.Value))
            ),
            .. Ranked(Refused, asked.Where(entry => entry.Route == Route.None.Name).GroupBy(entry => entry.Question.Trim())),
            .. Ranked(Disliked, disliked.GroupBy(feedback => LabelOf(feedback.Clause))),
            .. notices
                .GroupBy(notice => notice.Kind)
                .OrderBy(kind => kind.Key)
                .Select(kind => new Insight(
                    Notices,
                    knowledge.Current.FormOf(kind.Key)?.Title ?? kind.Key.ToString(),
                    kind.Count(),
                    Taking(
                        "受理などまで",
                        [
                            .. kind.Where(notice => notice.DecidedAt is not null)
                                .Select(notice => notice.DecidedAt!.Value - notice.SubmittedAt),
                        ]
                    )
                )),
            .. incidents
                .GroupBy(incident => incident.Title)
                .OrderByDescending(kind => kind.Count())
                .Select(kind => new Insight(
                    Incidents,
                    kind.Key,
                    kind.Count(),
                    Taking(
                        "終了まで",
                        [
                            .. kind.Where(incident => incident.ClosedAt is not null)
                                .Select(incident => incident.ClosedAt!.Value - incident.OpenedAt),
                        ]
                    )
                )),
        ];
    }

    private static IEnumerable<Insight> Ranked<T>(string part, IEnumerable<IGrouping<string, T>> groups) =>
        groups
            .Select(group => new Insight(part, group.Key, group.Count()))
            .OrderByDescending(row => row.Count)
            .ThenBy(row => row.What, StringComparer.Ordinal);

    /// <summary>The median, which one forgotten notice does not move.</summary>
    private static string Taking(string until, List<TimeSpan> times)
    {
        if (times.Count == 0)
            return "";
        var median = times.Order().ElementAt(times.Count / 2);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{until}の中央値 {(median < TimeSpan.FromDays(2) ? $"{median.TotalHours:0.0}時間" : $"{median.TotalDays:0.0}日")}"
        );
    }

    private static string WordOf(string route) =>
        route switch
        {
            "answer" => "答えを示した",
            "candidates" => "候補を示した",
            "none" => "見つからなかった",
            _ => "そのほか",
        };

    private string LabelOf(ClauseId clause) => knowledge.Current.Find(clause)?.Label ?? clause.ToString();

    private DateTimeOffset Start(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, clock.LocalTimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}

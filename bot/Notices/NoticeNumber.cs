using System.Globalization;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>令和8年度 開始 第1号: counted within a kind and fiscal year, without gaps or doubles.</summary>
internal static class NoticeNumber
{
    /// <summary>The fiscal year starts on 1 April.</summary>
    public static int FiscalYearOf(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    public static string Of(Notice notice) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"令和{notice.FiscalYear - 2018}年度 {NoticeKinds.WordOf(notice.Kind)} 第{notice.Number}号"
        );

    /// <summary>
    /// Takes the next number. Must run in the transaction that stores the notice: the row stays locked until that ends, and a rollback gives the number back.
    /// </summary>
    public static async Task<int> TakeAsync(Database database, int fiscalYear, NoticeKind kind, CancellationToken cancellationToken)
    {
        var row = database.NoticeCounters.Where(counter => counter.FiscalYear == fiscalYear && counter.Kind == kind);
        await EnsureAsync(database, fiscalYear, kind, cancellationToken);
        await row.ExecuteUpdateAsync(counter => counter.SetProperty(found => found.Last, found => found.Last + 1), cancellationToken);
        return await row.Select(counter => counter.Last).SingleAsync(cancellationToken);
    }

    /// <summary>
    /// By hand, because both databases know a way to insert that leaves an existing row alone, and a failed insert would end a PostgreSQL
    /// transaction.
    /// </summary>
    private static Task EnsureAsync(Database database, int fiscalYear, NoticeKind kind, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"INSERT INTO notice_counters (fiscal_year, kind, last) VALUES ({fiscalYear}, {kind.ToString()}, 0) ON CONFLICT (fiscal_year, kind) DO NOTHING",
            cancellationToken
        );
}

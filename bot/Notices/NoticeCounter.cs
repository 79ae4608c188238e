using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Notices;

/// <summary>
/// The last number given to a kind of notice in a fiscal year: one row that is updated in the submission's own transaction, so that
/// numbers have no gaps.
/// </summary>
internal sealed class NoticeCounter
{
    public required int FiscalYear { get; init; }
    public required NoticeKind Kind { get; init; }
    public int Last { get; set; }
}

internal sealed class NoticeCounterTable : IEntityTypeConfiguration<NoticeCounter>
{
    public void Configure(EntityTypeBuilder<NoticeCounter> table)
    {
        table.ToTable("notice_counters");
        table.KeepsWith<Notice>();
        table.HasKey(counter => new { counter.FiscalYear, counter.Kind });
    }
}

internal static class NoticeCounterRows
{
    extension(Database database)
    {
        public DbSet<NoticeCounter> NoticeCounters => database.Set<NoticeCounter>();
    }
}

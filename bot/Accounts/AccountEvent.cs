using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Accounts;

/// <summary>What happened to an account, and by which notice.</summary>
internal sealed class AccountEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ByName { get; init; }

    /// <summary>A sentence such as 「利用担当者を山田から鈴木に変更（令和8年度 変更 第2号）」.</summary>
    public required string What { get; init; }

    public Guid? NoticeId { get; init; }
}

internal sealed class AccountEventTable : IEntityTypeConfiguration<AccountEvent>
{
    public void Configure(EntityTypeBuilder<AccountEvent> table)
    {
        table.ToTable("account_events");
        table.Property(happened => happened.Id).ValueGeneratedNever();
        table.Property(happened => happened.ByName).HasMaxLength(512);
        table.HasIndex(happened => new { happened.AccountId, happened.At });
    }
}

internal static class AccountEventRows
{
    extension(Database database)
    {
        public DbSet<AccountEvent> AccountEvents => database.Set<AccountEvent>();
    }
}

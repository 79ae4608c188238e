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
    public required Actor By
    {
        get => new(ById, ByName);
        init => (ById, ByName) = (value.Id, value.Name);
    }

    public string ById { get; private set; } = "";
    public string ByName { get; private set; } = "";

    /// <summary>A sentence such as 「利用担当者を山田から鈴木に変更（令和8年度 変更 第2号）」.</summary>
    public required string What { get; init; }

    public Guid? NoticeId { get; init; }
}

internal sealed class AccountEventTable : IEntityTypeConfiguration<AccountEvent>
{
    public void Configure(EntityTypeBuilder<AccountEvent> table)
    {
        table.ToTable("account_events");
        table.KeepsWith<Account>();
        table.Property(happened => happened.What).Tells(Whose.Words);
        table.HasActor(happened => happened.ById, happened => happened.ByName);
        table.Property(happened => happened.Id).ValueGeneratedNever();
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

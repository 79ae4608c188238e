using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Accounts;

/// <summary>What happened to an account, and by which notice.</summary>
internal sealed class AccountEvent : Happening
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    public required AccountEventKind Kind { get; init; }

    /// <summary>What the history says of it, by <see cref="AccountFact"/>.</summary>
    public Dictionary<string, string> Facts { get; init; } = [];

    public Guid? NoticeId { get; init; }

    /// <summary>What was known before, where a notice changed it, so that its acceptance can be taken back; empty where it entered it.</summary>
    public Dictionary<string, string> Before { get; init; } = [];
}

/// <summary>Stored by name; <see cref="AccountWords"/> has the sentences.</summary>
internal enum AccountEventKind
{
    Opened,
    Reopened,
    Changed,
    Ended,
    UnblockingEnded,
    PasswordChanged,
    UnblockingReported,
    Listed,
    Unlisted,

    /// <summary>By hand, one field.</summary>
    Corrected,
    Imported,
    ImportChanged,

    /// <summary>The acceptance of a notice was taken back.</summary>
    TakenBack,
}

/// <summary>The keys of <see cref="AccountEvent.Facts"/>.</summary>
internal static class AccountFact
{
    /// <summary>The notice's number: 令和8年度 変更 第2号.</summary>
    public const string Notice = "notice";

    /// <summary>A <see cref="Knowledge.Notices.FieldId"/>.</summary>
    public const string Field = "field";
    public const string Before = "before";
    public const string After = "after";

    /// <summary>In ISO 8601.</summary>
    public const string Day = "day";

    /// <summary>Of the file, by their headers.</summary>
    public const string Columns = "columns";
}

internal sealed class AccountEventTable : IEntityTypeConfiguration<AccountEvent>
{
    public void Configure(EntityTypeBuilder<AccountEvent> table)
    {
        table.ToTable("account_events");
        table.KeepsWith<Account>();
        table.Property(happened => happened.Facts).HasConversion<FieldsColumn, FieldsComparer>().Tells(Whose.Words);
        table.Property(happened => happened.Before).HasConversion<FieldsColumn, FieldsComparer>().Tells(Whose.Words);
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

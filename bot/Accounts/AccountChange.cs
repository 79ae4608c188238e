using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Accounts;

/// <summary>
/// What an accepted notice or a correction says of who looks after an account, from a day on. <see cref="Account.On"/> reads them in the
/// order of their days, so that papers may be accepted in any order; what counts today also stands in <see cref="Account"/> itself.
/// </summary>
internal sealed class AccountChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>Counts up within the account: of two changes of one day, the one that was accepted later counts.</summary>
    public required int Place { get; init; }

    /// <summary>Null: from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Who is replaced, as <see cref="OperatorNames"/>; empty for all.</summary>
    public string Leaving { get; init; } = "";

    /// <summary>Who comes in their place; empty for nobody.</summary>
    public string Coming { get; init; } = "";

    /// <summary>Empty where it stays as it was.</summary>
    public string Section { get; init; } = "";

    /// <summary>アカウント管理者名; null where it stays as it was.</summary>
    public string? Manager { get; init; }

    /// <summary>Who is reminded from then on; null for nobody.</summary>
    public string? PersonId { get; init; }

    /// <summary>Whoever was reminded before still is.</summary>
    public bool KeepsPerson { get; init; }

    /// <summary>The notice that said it; null for a correction, and for what was known before any notice.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>Whether its day has come, and <see cref="Account"/> says so.</summary>
    public bool IsInForce { get; set; }
}

/// <summary>Who looks after an account on a day.</summary>
internal sealed record Standing(string Section, string Manager, string Operator, string? OperatorId)
{
    public Standing After(AccountChange change) =>
        new(
            change.Section.Length > 0 ? change.Section : Section,
            change.Manager ?? Manager,
            OperatorNames.Replace(Operator, change.Leaving, change.Coming),
            change.KeepsPerson ? OperatorId : change.PersonId
        );
}

internal sealed class AccountChangeTable : IEntityTypeConfiguration<AccountChange>
{
    public void Configure(EntityTypeBuilder<AccountChange> table)
    {
        table.ToTable("account_changes");
        table.KeepsWith<Account>();
        table.Property(change => change.Id).ValueGeneratedNever();
        table.Property(change => change.Leaving).Tells(Whose.Words);
        table.Property(change => change.Coming).Tells(Whose.Words);
        table.Property(change => change.Section).Tells(Whose.Words);
        table.Property(change => change.Manager).Tells(Whose.Words);
        table.Property(change => change.PersonId).HasMaxLength(512).Tells(Whose.Id);
        table.HasIndex(change => change.AccountId);
        table.HasIndex(change => new { change.IsInForce, change.From });
        table.HasIndex(change => change.NoticeId);
    }
}

internal static class AccountChangeRows
{
    extension(Database database)
    {
        public DbSet<AccountChange> AccountChanges => database.Set<AccountChange>();
    }
}

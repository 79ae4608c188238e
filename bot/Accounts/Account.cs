using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Accounts;

/// <summary>One of the city's accounts on a social medium, as the register (台帳) holds it.</summary>
internal sealed class Account
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The service's proper name (<c>services.txt</c>).</summary>
    public required string Service { get; set; }

    public required string Name { get; set; }
    public required string Url { get; set; }

    /// <summary>Lower case, without scheme, www and trailing slash: the same account has the same key.</summary>
    public required string UrlKey { get; set; }

    public required string Section { get; set; }

    /// <summary>アカウント管理者名 (4③).</summary>
    public string Manager { get; set; } = "";

    /// <summary>利用担当者 of today; several as <see cref="OperatorNames"/>.</summary>
    public string Operator { get; set; } = "";

    /// <summary>Who is reminded, by the channel's id of the person; null where nobody is known (an imported account).</summary>
    public string? OperatorId { get; set; }

    public string Purpose { get; set; } = "";
    public string PolicyUrl { get; set; } = "";
    public string TermsUrl { get; set; } = "";
    public DateOnly? StartedOn { get; set; }
    public DateOnly? EndedOn { get; set; }

    /// <summary>Whether it is on the website's list (4②).</summary>
    public bool IsListed { get; set; }

    public DateOnly? PasswordChangedOn { get; set; }
    public int Version { get; set; }
    public List<AccountEvent> Events { get; } = [];
    public List<AccountChange> Changes { get; } = [];

    /// <summary>Who looks after it on this day, as far as <see cref="Changes"/> are loaded; without any, as it stands.</summary>
    public Standing On(DateOnly day) =>
        Changes
            .Where(change => change.From is not { } from || from <= day)
            .OrderBy(change => change.From ?? DateOnly.MinValue)
            .ThenBy(change => change.Place)
            .Aggregate(Changes.Count > 0 ? new Standing("", "", "", null) : Now, (stands, change) => stands.After(change));

    /// <summary>As the columns say it.</summary>
    public Standing Now => new(Section, Manager, Operator, OperatorId);
}

/// <summary>Where an account is between its first day and its last.</summary>
internal enum AccountState
{
    NotStarted,
    Running,
    Ended,
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("accounts");
        table.Keeps("アカウントの台帳と、その経過", "ガイドライン4②の一覧のため", Period.OfTheCity);
        table.Property(account => account.TermsUrl).Tells(Whose.Words);
        table.Property(account => account.PolicyUrl).Tells(Whose.Words);
        table.Property(account => account.Purpose).Tells(Whose.Words);
        table.Property(account => account.Operator).Tells(Whose.Words);
        table.Property(account => account.Manager).Tells(Whose.Words);
        table.Property(account => account.Section).Tells(Whose.Words);
        table.Property(account => account.Url).Tells(Whose.Words);
        table.Property(account => account.Name).Tells(Whose.Words);
        table.Property(account => account.Id).ValueGeneratedNever();
        table.Property(account => account.Service).HasMaxLength(100).Tells(Whose.Nobody);
        table.Property(account => account.UrlKey).HasMaxLength(512).Tells(Whose.Words);
        table.Property(account => account.OperatorId).HasMaxLength(512).Tells(Whose.Id);
        table.Property(account => account.Version).IsConcurrencyToken();
        table.HasIndex(account => account.UrlKey);
        table.HasIndex(account => new { account.Section, account.Service });
        table.Ignore(account => account.Now);
        table.HasMany(account => account.Changes).WithOne().HasForeignKey(change => change.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(account => account.Events).WithOne().HasForeignKey(happened => happened.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class AccountRows
{
    extension(Database database)
    {
        public DbSet<Account> Accounts => database.Set<Account>();
    }
}

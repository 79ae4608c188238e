using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Accounts;

/// <summary>Something that is to be done about an account, and that someone is reminded of until it is.</summary>
internal sealed class Duty
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DutyKind Kind { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>Who is reminded, by the channel's id of the person; null: the office.</summary>
    public string? PersonId { get; set; }

    public required DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? RemindedAt { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>Stored by name.</summary>
internal enum DutyKind
{
    /// <summary>4⑤: change the password from time to time.</summary>
    ChangePassword,

    /// <summary>6①イ: file the 閲覧解除廃止届 without delay.</summary>
    EndUnblocking,

    /// <summary>4②: take the ended account off the website's list.</summary>
    TakeOffList,
}

internal sealed class DutyTable : IEntityTypeConfiguration<Duty>
{
    public void Configure(EntityTypeBuilder<Duty> table)
    {
        table.ToTable("duties");
        table.Keeps("アカウントについてのお知らせの予定と、お知らせする方", "パスワードの変更などをお知らせするため", Period.OfTheCity);
        table.Property(duty => duty.Id).ValueGeneratedNever();
        table.Property(duty => duty.PersonId).HasMaxLength(512).Tells(Whose.Id);
        table.HasIndex(duty => new { duty.DoneAt, duty.DueAt });
        table.HasIndex(duty => new { duty.AccountId, duty.Kind });
    }
}

internal static class DutyRows
{
    extension(Database database)
    {
        public DbSet<Duty> Duties => database.Set<Duty>();
    }
}

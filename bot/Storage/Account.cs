using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Storage;

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

    /// <summary>利用担当者.</summary>
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

    internal static void Map(EntityTypeBuilder<Account> table)
    {
        table.Property(account => account.Id).ValueGeneratedNever();
        table.Property(account => account.Service).HasMaxLength(100);
        table.Property(account => account.UrlKey).HasMaxLength(512);
        table.Property(account => account.OperatorId).HasMaxLength(512);
        table.Property(account => account.Version).IsConcurrencyToken();
        table.HasIndex(account => account.UrlKey);
        table.HasIndex(account => new { account.Section, account.Service });
        table.HasMany(account => account.Events).WithOne().HasForeignKey(happened => happened.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

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

    internal static void Map(EntityTypeBuilder<AccountEvent> table)
    {
        table.Property(happened => happened.Id).ValueGeneratedNever();
        table.Property(happened => happened.ByName).HasMaxLength(512);
        table.HasIndex(happened => new { happened.AccountId, happened.At });
    }
}

/// <summary>Something that is to be done about an account, and that someone is reminded of until it is.</summary>
internal sealed class Duty
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DutyKind Kind { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>Who is reminded, by the channel's id of the person; null: 広報広聴課.</summary>
    public string? PersonId { get; set; }

    public required DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? RemindedAt { get; set; }
    public DateTimeOffset? DoneAt { get; set; }

    internal static void Map(EntityTypeBuilder<Duty> table)
    {
        table.Property(duty => duty.Id).ValueGeneratedNever();
        table.Property(duty => duty.PersonId).HasMaxLength(512);
        table.HasIndex(duty => new { duty.DoneAt, duty.DueAt });
        table.HasIndex(duty => new { duty.AccountId, duty.Kind });
    }
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

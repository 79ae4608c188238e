using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Stocktakes;

/// <summary>棚卸し: what is asked once a fiscal year of one account, and what was answered.</summary>
internal sealed class Stocktake
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>令和8年度 is 2026.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>Who is asked; null: the office.</summary>
    public string? PersonId { get; set; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Null until somebody has answered.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Who answered last.</summary>
    public Actor? By
    {
        get => ById is null ? null : new(ById, ByName ?? "");
        set => (ById, ByName) = (value?.Id, value?.Name);
    }

    public string? ById { get; private set; }
    public string? ByName { get; private set; }

    /// <summary>By <see cref="StocktakeAnswer"/>.</summary>
    public Dictionary<string, string> Answers { get; set; } = [];

    /// <summary>Counts the changes; a card shows one of them.</summary>
    public int Version { get; set; }
}

/// <summary>The keys of <see cref="Stocktake.Answers"/>, which are the inputs of its card, too.</summary>
internal static class StocktakeAnswer
{
    public const string LogIn = "login";
    public const string Password = "password";
    public const string TwoFactor = "twoFactor";
    public const string Badge = "badge";
    public const string Recovery = "recovery";

    /// <summary>In ISO 8601; empty where there is none, or nobody knows.</summary>
    public const string LastPost = "lastPost";
    public const string Deputy = "deputy";

    public static readonly IReadOnlyList<string> All = [LogIn, Password, TwoFactor, Badge, Recovery, LastPost, Deputy];
}

internal sealed class StocktakeTable : IEntityTypeConfiguration<Stocktake>
{
    public void Configure(EntityTypeBuilder<Stocktake> table)
    {
        table.ToTable("stocktakes");
        table.Keeps("アカウントの棚卸しの回答と、答えた方", "使われていないアカウントをなくすため", Period.OfTheCity);
        table.Property(one => one.Id).ValueGeneratedNever();
        table.Property(one => one.PersonId).HasMaxLength(512).Tells(Whose.Id);
        table.HasActor(one => one.ById, one => one.ByName);
        table.Property(one => one.Answers).HasConversion<FieldsColumn, FieldsComparer>().Tells(Whose.Words);
        table.Property(one => one.Version).IsConcurrencyToken();
        table.HasIndex(one => new { one.AccountId, one.FiscalYear }).IsUnique();
        table.HasIndex(one => new { one.FiscalYear, one.AnsweredAt });
    }
}

internal static class StocktakeRows
{
    extension(Database database)
    {
        public DbSet<Stocktake> Stocktakes => database.Set<Stocktake>();
    }
}

using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Deputies;

/// <summary>代理: from one day to another somebody may decide what another person may decide.</summary>
internal sealed class Deputy
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who appointed the deputy, and whose rights these are; nobody gives away more than they have.</summary>
    public required Actor Principal
    {
        get => new(PrincipalId, PrincipalName);
        init => (PrincipalId, PrincipalName) = (value.Id, value.Name);
    }

    public string PrincipalId { get; private set; } = "";
    public string PrincipalName { get; private set; } = "";

    /// <summary>By which the settings know the principal's roles; null where the channel does not tell it.</summary>
    public string? PrincipalDirectoryId { get; init; }

    public required Actor Person
    {
        get => new(PersonId, PersonName);
        init => (PersonId, PersonName) = (value.Id, value.Name);
    }

    public string PersonId { get; private set; } = "";
    public string PersonName { get; private set; } = "";

    /// <summary>The first and the last day, in the city's time.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }

    public required DateTimeOffset AppointedAt { get; init; }

    /// <summary>Ended before its last day.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class DeputyTable : IEntityTypeConfiguration<Deputy>
{
    public void Configure(EntityTypeBuilder<Deputy> table)
    {
        table.ToTable("deputies");
        table.Keeps("代理（だれが、だれの、いつからいつまで）", "だれが決めてよかったかを示すため", Period.OfTheCity);
        table.HasActor(deputy => deputy.PrincipalId, deputy => deputy.PrincipalName);
        table.HasActor(deputy => deputy.PersonId, deputy => deputy.PersonName);
        table.Property(deputy => deputy.PrincipalDirectoryId).HasMaxLength(64).Tells(Whose.Id);
        table.Property(deputy => deputy.Id).ValueGeneratedNever();
        table.HasIndex(deputy => new { deputy.PersonId, deputy.Until });
        table.HasIndex(deputy => new { deputy.PrincipalId, deputy.Until });
    }
}

internal static class DeputyRows
{
    extension(Database database)
    {
        public DbSet<Deputy> Deputies => database.Set<Deputy>();
    }
}

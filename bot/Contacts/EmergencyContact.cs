using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Contacts;

/// <summary>An entry of the 緊急連絡網: one person of a section who can be called at night and on holidays.</summary>
internal sealed class EmergencyContact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Section { get; set; }

    /// <summary>In the section, as people call it: 所属長, 当番.</summary>
    public required string Role { get; set; }

    /// <summary>From 1: who of the section is called first.</summary>
    public required int Rank { get; set; }

    /// <summary>The id is empty where the bot does not know the person, and cannot write to them.</summary>
    public required Actor Person
    {
        get => new(PersonId, PersonName);
        set => (PersonId, PersonName) = (value.Id, value.Name);
    }

    public string PersonId { get; private set; } = "";
    public string PersonName { get; private set; } = "";
    public string Phone { get; set; } = "";

    public required DateTimeOffset ConfirmedAt { get; set; }
    public required Actor ConfirmedBy
    {
        get => new(ConfirmedById, ConfirmedByName);
        set => (ConfirmedById, ConfirmedByName) = (value.Id, value.Name);
    }

    public string ConfirmedById { get; private set; } = "";
    public string ConfirmedByName { get; private set; } = "";
}

internal sealed class EmergencyContactTable : IEntityTypeConfiguration<EmergencyContact>
{
    public void Configure(EntityTypeBuilder<EmergencyContact> table)
    {
        table.ToTable("emergency_contacts");
        table.Keeps("緊急連絡網（所属、立場、氏名、電話番号）", "夜間・休日のトラブルで連絡をとるため", Period.Until("登録から外すまで"));
        table.Property(contact => contact.Id).ValueGeneratedNever();
        table.Property(contact => contact.Section).HasMaxLength(100).Tells(Whose.Words);
        table.Property(contact => contact.Role).HasMaxLength(100).Tells(Whose.Words);
        // Goes with the row, which is the person's.
        table.Property(contact => contact.Phone).HasMaxLength(50).Tells(Whose.Nobody);
        table.HasActor(contact => contact.PersonId, contact => contact.PersonName, Whose.Owner);
        table.HasActor(contact => contact.ConfirmedById, contact => contact.ConfirmedByName);
        table.HasIndex(contact => contact.Section);
    }
}

internal static class EmergencyContactRows
{
    extension(Database database)
    {
        public DbSet<EmergencyContact> EmergencyContacts => database.Set<EmergencyContact>();
    }
}

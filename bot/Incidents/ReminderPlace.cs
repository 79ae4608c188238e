using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Incidents;

/// <summary>
/// A chat that is reminded of what is due. It has one message at a time, which is drawn again; a new one is posted only for news, and not soon
/// after another that the same person sees.
/// </summary>
internal sealed class ReminderPlace
{
    /// <summary>Stands for no chat: who sends locks it, so that one after the other looks what has been sent.</summary>
    public const string Everywhere = "";

    /// <summary>The channel's id of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>Since when there is news that has not been sent; null for none.</summary>
    public DateTimeOffset? WantedAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What the card of the last message is about (see <see cref="Delivery.LiveCard.About"/>): an older one only says so.</summary>
    public Guid? Message { get; set; }

    /// <summary>Until when what has happened is shown on it.</summary>
    public DateTimeOffset? DrawnAt { get; set; }
}

internal sealed class ReminderPlaceTable : IEntityTypeConfiguration<ReminderPlace>
{
    public void Configure(EntityTypeBuilder<ReminderPlace> table)
    {
        table.ToTable("reminder_places");
        table.Keeps(
            "期限のお知らせを出したチャットの ID と時刻",
            "同じお知らせを続けて出さないため",
            Period.Days<ReminderPlace>(30, "最後のお知らせから30日", old => place => place.SentAt < old && place.WantedAt == null)
        );
        table.HasKey(place => place.Conversation);
        table.Property(place => place.Conversation).HasMaxLength(512).Tells(Whose.Owner);
        table.HasIndex(place => place.WantedAt);
    }
}

internal static class ReminderPlaceRows
{
    extension(Database database)
    {
        public DbSet<ReminderPlace> ReminderPlaces => database.Set<ReminderPlace>();
    }
}

using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Delivery;

/// <summary>
/// A message whose card shows something that changes, in one conversation. Whoever changes the thing asks in the same transaction for the
/// card to be drawn again; one worker at a time draws a card, so the last drawing shows the last state.
/// </summary>
internal sealed class LiveCard : ILeased
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Which kind of thing it shows (<c>incident</c>), and which one of them.</summary>
    public required string Topic { get; init; }
    public required string About { get; init; }

    /// <summary>The channel's id of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>The channel's id of the message; empty while it has not been posted.</summary>
    public string Activity { get; set; } = "";

    /// <summary>The state that is to be shown, and the one that is; counts up.</summary>
    public int Wanted { get; set; }
    public int Drawn { get; set; } = -1;

    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public int Attempts { get; set; }

    /// <summary>Somebody fills in a form that was opened on this message: drawing it now would take away what is typed.</summary>
    public string? HeldBy { get; set; }
    public DateTimeOffset? HeldUntil { get; set; }
}

internal sealed class LiveCardTable : IEntityTypeConfiguration<LiveCard>
{
    public void Configure(EntityTypeBuilder<LiveCard> table)
    {
        table.ToTable("live_cards");
        table.Keeps(
            "カードを出したチャットとメッセージの ID",
            "カードをいつも今の状態にするため",
            Period.Days<LiveCard>(180, "最後に描き直してから180日", old => card => card.DueAt < old)
        );
        table.Property(card => card.Id).ValueGeneratedNever();
        table.Property(card => card.Topic).HasMaxLength(32).Tells(Whose.Nobody);
        table.Property(card => card.About).HasMaxLength(64).Tells(Whose.Nobody);
        table.Property(card => card.Conversation).HasMaxLength(512).Tells(Whose.Owner);
        table.Property(card => card.Activity).HasMaxLength(512).Tells(Whose.Nobody);
        table.Property(card => card.HeldBy).HasMaxLength(512).Tells(Whose.Id);
        table
            .HasIndex(card => new
            {
                card.Topic,
                card.About,
                card.Conversation,
                card.Activity,
            })
            .IsUnique();
        table.HasIndex(card => new { card.Conversation, card.Activity });
        // Of those that are out of date, which are few: it is asked for every two seconds.
        table.HasIndex(card => card.DueAt).HasFilter("wanted > drawn");
    }
}

internal static class LiveCardRows
{
    extension(Database database)
    {
        public DbSet<LiveCard> LiveCards => database.Set<LiveCard>();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Storage;

/// <summary>Something to be sent. Written in the transaction of what it tells about, sent afterwards, at least once.</summary>
internal sealed class OutboxMessage : ILeased
{
    public const int LongestChannelId = 512;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What may exist only once, such as <c>notice:ID:EVENT:mail:広報</c>: writing it again is no second message.</summary>
    public required string Key { get; init; }

    public required OutboxChannel Channel { get; init; }

    /// <summary>An e-mail address, or the id of a Teams conversation.</summary>
    public required string Recipient { get; init; }

    /// <summary>What composes the message when it is sent: <c>notice.submitted</c>, <c>notice.decided</c>, <c>duty.password</c> …</summary>
    public required string Topic { get; init; }

    /// <summary>What the composer needs, such as the notice's id and the event's.</summary>
    public Dictionary<string, string> About { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is to be tried (again).</summary>
    public required DateTimeOffset DueAt { get; set; }

    public OutboxStatus Status { get; set; }
    public int Attempts { get; set; }

    /// <summary>Until then one instance is at it; one that died lets go by this.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public string? LastError { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>
    /// What the channel answered: the activity's id, the mail server's last sentence (most often with its queue number), or the .eml file's
    /// name.
    /// </summary>
    public string? ChannelId { get; set; }
}

/// <summary>Stored by name.</summary>
internal enum OutboxChannel
{
    Mail,
    Teams,
}

/// <summary>Stored by name. Waiting → Sent, or after the last attempt Dead, from where an administrator sends it again.</summary>
internal enum OutboxStatus
{
    Waiting,
    Sent,
    Dead,
}

internal sealed class OutboxMessageTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("outbox");
        table.Keeps(
            "届けるお知らせの宛先",
            "お知らせを確かに届けるため",
            Period.Days<OutboxMessage>(
                30,
                "届いてから30日。届かなかったものは90日",
                old => message => message.SentAt < old || message.Status == OutboxStatus.Dead && message.CreatedAt < old.AddDays(-60)
            )
        );
        table.Property(message => message.LastError).Tells(Whose.Words);
        table.Property(message => message.Id).ValueGeneratedNever();
        table.Property(message => message.Key).HasMaxLength(512).Tells(Whose.Words);
        table.Property(message => message.Recipient).HasMaxLength(512).Tells(Whose.Owner);
        table.Property(message => message.Topic).HasMaxLength(64).Tells(Whose.Nobody);
        table.Property(message => message.About).HasConversion<FieldsColumn, FieldsComparer>().Tells(Whose.Nobody);
        table.Property(message => message.ChannelId).HasMaxLength(OutboxMessage.LongestChannelId).Tells(Whose.Nobody);
        table.HasIndex(message => message.Key).IsUnique();
        table.HasIndex(message => new { message.Status, message.DueAt });
    }
}

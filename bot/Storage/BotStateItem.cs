using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Storage;

/// <summary>Where one conversation or person stands in a dialog.</summary>
internal sealed class BotStateItem
{
    public required string Key { get; init; }
    public required string Json { get; init; }
    public required string ETag { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
}

internal sealed class BotStateItemTable : IEntityTypeConfiguration<BotStateItem>
{
    public void Configure(EntityTypeBuilder<BotStateItem> table)
    {
        table.ToTable("bot_states");
        table.Keeps(
            "届出を書いている途中のチャットと、その方の ID",
            "続きから始められるようにするため",
            Period.Days<BotStateItem>(30, "最後に書いてから30日", old => item => item.WrittenAt < old)
        );
        table.HasKey(item => item.Key);
        table.Property(item => item.Key).HasMaxLength(512).Tells(Whose.OwnerInside);
        table.Property(item => item.Json).Tells(Whose.Words);
        table.Property(item => item.ETag).HasColumnName("etag").HasMaxLength(36).Tells(Whose.Nobody);
    }
}

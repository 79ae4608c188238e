using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Storage;

/// <summary>Where one conversation or person stands in a dialog.</summary>
internal sealed class BotStateItem
{
    public required string Key { get; init; }
    public required string Json { get; init; }
    public required string ETag { get; init; }
}

internal sealed class BotStateItemTable : IEntityTypeConfiguration<BotStateItem>
{
    public void Configure(EntityTypeBuilder<BotStateItem> table)
    {
        table.ToTable("bot_states");
        table.HasKey(item => item.Key);
        table.Property(item => item.Key).HasMaxLength(512);
        table.Property(item => item.Json);
        table.Property(item => item.ETag).HasColumnName("etag").HasMaxLength(36);
    }
}

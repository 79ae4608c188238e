using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Delivery;

/// <summary>A chat or channel that the bot has been spoken to in, and may therefore write to by itself.</summary>
internal sealed class KnownConversation
{
    /// <summary>The channel's id of the conversation.</summary>
    public required string Id { get; init; }

    /// <summary>The person's id in a one-to-one chat; null in a group or channel.</summary>
    public string? PersonId { get; set; }

    /// <summary>The person's Entra object id in a one-to-one chat, by which settings name people; null where the channel does not tell it.</summary>
    public string? DirectoryId { get; set; }

    /// <summary>The person's, the group's or the channel's name, where the channel tells it.</summary>
    public string? Name { get; set; }

    public required string ServiceUrl { get; set; }
    public string? TenantId { get; set; }

    /// <summary>The ConversationReference as the SDK needs it, in JSON.</summary>
    public required string Reference { get; set; }

    /// <summary>The office wants notices told here.</summary>
    public bool TakesNotices { get; set; }

    /// <summary>The app was removed or blocked here: writing would only fail.</summary>
    public bool IsClosed { get; set; }

    public required DateTimeOffset SeenAt { get; set; }
}

internal sealed class KnownConversationTable : IEntityTypeConfiguration<KnownConversation>
{
    public void Configure(EntityTypeBuilder<KnownConversation> table)
    {
        table.ToTable("known_conversations");
        table.Keeps(
            "チャットの ID と名前",
            "お知らせを届けるため",
            Period.Days<KnownConversation>(
                30,
                "ボットを使う間。削除かブロックをすると30日で消えます。",
                old => chat => chat.IsClosed && chat.SeenAt < old
            )
        );
        table.Property(conversation => conversation.Reference).Tells(Whose.Words);
        table.HasActor(conversation => conversation.PersonId, conversation => conversation.Name, Whose.Owner);
        table.Property(conversation => conversation.Id).HasMaxLength(512).Tells(Whose.Alias);
        table.Property(conversation => conversation.DirectoryId).HasMaxLength(64).Tells(Whose.Alias);
        table.Property(conversation => conversation.ServiceUrl).HasMaxLength(512).Tells(Whose.Nobody);
        table.Property(conversation => conversation.TenantId).HasMaxLength(64).Tells(Whose.Nobody);
        table.HasIndex(conversation => conversation.PersonId);
        table.HasIndex(conversation => conversation.TakesNotices);
    }
}

internal static class KnownConversationRows
{
    extension(Database database)
    {
        public DbSet<KnownConversation> KnownConversations => database.Set<KnownConversation>();
    }
}

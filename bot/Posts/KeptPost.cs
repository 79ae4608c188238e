using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Posts;

/// <summary>A post that somebody asked to keep until it is published; nobody else sees it.</summary>
internal sealed class KeptPost
{
    /// <summary>How long it is there.</summary>
    public const int Days = 30;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string PersonId { get; init; }
    public required string Text { get; init; }

    /// <summary>Tells texts apart: the same words twice are one post.</summary>
    public required string TextHash { get; init; }
    public string Service { get; init; } = "";
    public bool IsProfile { get; init; }
    public required DateTimeOffset KeptAt { get; init; }
}

internal sealed class KeptPostTable : IEntityTypeConfiguration<KeptPost>
{
    public void Configure(EntityTypeBuilder<KeptPost> table)
    {
        table.ToTable("kept_posts");
        table.Keeps(
            "投稿チェックで「保存する」を選んだ文（チェックしただけの文は残しません）",
            "公開まで手元に置くため",
            Period.Days<KeptPost>(KeptPost.Days, $"{KeptPost.Days}日", old => post => post.KeptAt < old)
        );
        table.Property(post => post.TextHash).HasMaxLength(64).Tells(Whose.Nobody);
        table.Property(post => post.Text).Tells(Whose.Words);
        table.Property(post => post.Id).ValueGeneratedNever();
        table.Property(post => post.PersonId).HasMaxLength(512).Tells(Whose.Owner);
        table.Property(post => post.Service).HasMaxLength(100).Tells(Whose.Nobody);
        table.HasIndex(post => new { post.PersonId, post.KeptAt });
        table.HasIndex(post => new { post.PersonId, post.TextHash }).IsUnique();
    }
}

internal static class KeptPostRows
{
    extension(Database database)
    {
        public DbSet<KeptPost> KeptPosts => database.Set<KeptPost>();
    }
}

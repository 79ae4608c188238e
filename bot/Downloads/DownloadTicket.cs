using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Downloads;

/// <summary>A link to a file that one person asked for, good for a short while.</summary>
internal sealed class DownloadTicket
{
    /// <summary>The hash of what stands in the link: who reads the table learns no link.</summary>
    public required string Key { get; init; }

    /// <summary>Which feature writes the file, and which one it is.</summary>
    public required string Source { get; init; }
    public required string About { get; init; }

    /// <summary>Who asked, by the channel's id of the person.</summary>
    public required string PersonId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How many more times the file is handed out; with the last one the row goes.</summary>
    public int Left { get; init; } = 3;
}

internal sealed class DownloadTicketTable : IEntityTypeConfiguration<DownloadTicket>
{
    public void Configure(EntityTypeBuilder<DownloadTicket> table)
    {
        table.ToTable("download_tickets");
        table.Keeps(
            "書類のリンクと、それを求めた方の ID",
            "リンクを知る人だけが、短い間だけ開けるようにするため",
            Period.Days<DownloadTicket>(0, "30分か、3回開くまで", old => ticket => ticket.ExpiresAt < old)
        );
        table.HasKey(ticket => ticket.Key);
        table.Property(ticket => ticket.Key).HasMaxLength(64).Tells(Whose.Nobody);
        table.Property(ticket => ticket.Source).HasMaxLength(32).Tells(Whose.Nobody);
        table.Property(ticket => ticket.About).HasMaxLength(128).Tells(Whose.Nobody);
        table.Property(ticket => ticket.PersonId).HasMaxLength(512).Tells(Whose.Owner);
        table.HasIndex(ticket => ticket.ExpiresAt);
    }
}

internal static class DownloadTicketRows
{
    extension(Database database)
    {
        public DbSet<DownloadTicket> DownloadTickets => database.Set<DownloadTicket>();
    }
}

using GuidelineBot.Observability;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tickets;

/// <summary>How many questions wait for the office.</summary>
internal sealed class OpenTickets : ILevel
{
    public string Name => "guidelinebot.tickets.open";

    public string Unit => "{ticket}";

    public string Description => "Questions to the office that nobody has answered yet.";

    public Task<int> CountAsync(Database database, CancellationToken cancellationToken) =>
        database.Tickets.CountAsync(
            ticket => ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.InProgress,
            cancellationToken
        );
}

using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tickets;

/// <summary>A part of the bot that has seen members of the office at work.</summary>
internal interface IColleagues
{
    Task<IReadOnlyList<Actor>> SeenAsync(Database database, CancellationToken cancellationToken);
}

/// <summary>Whoever took a question before.</summary>
internal sealed class TicketTakers : IColleagues
{
    public async Task<IReadOnlyList<Actor>> SeenAsync(Database database, CancellationToken cancellationToken) =>
        await database
            .TicketEvents.Where(happened => happened.Step == TicketStep.Taken)
            .Select(happened => new Actor(happened.ById, happened.ByName))
            .Distinct()
            .ToListAsync(cancellationToken);
}

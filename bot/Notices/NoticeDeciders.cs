using GuidelineBot.Storage;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>Whoever accepted or returned a notice before.</summary>
internal sealed class NoticeDeciders : IColleagues
{
    public async Task<IReadOnlyList<Actor>> SeenAsync(Database database, CancellationToken cancellationToken) =>
        await database
            .NoticeEvents.Where(happened => happened.Step == NoticeStep.Accepted || happened.Step == NoticeStep.Returned)
            .Select(happened => new Actor(happened.ById, happened.ByName))
            .Distinct()
            .ToListAsync(cancellationToken);
}

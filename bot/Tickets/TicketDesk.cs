using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tickets;

/// <summary>What became of an attempt to move a ticket on.</summary>
/// <param name="Ticket">As it is now, with its history; null where it does not exist or is not for this person.</param>
/// <param name="Refusal">Why nothing was done; null where it was.</param>
internal sealed record TicketResult(Ticket? Ticket, string? Refusal);

/// <summary>
/// Questions that staff put to the office. State, history, the cards in the office's chats and the answer's way back commit together; of two who
/// press at once the second is told.
/// </summary>
internal sealed class TicketDesk(
    IDbContextFactory<Database> databases,
    Changes changes,
    LiveCards cards,
    TeamRosters rosters,
    IEnumerable<IColleagues> colleagues,
    TimeProvider clock
)
{
    /// <summary>The <see cref="LiveCard.Topic"/> of tickets' cards.</summary>
    public const string Topic = "ticket";

    /// <summary>The <see cref="OutboxMessage.Topic"/> of an answer.</summary>
    public const string Answered = "ticket.answered";

    /// <summary>The <see cref="OutboxMessage.Topic"/> of a word to the colleague who shall see to it.</summary>
    public const string Assigned = "ticket.assigned";

    public const string TicketEntry = "ticket";

    public async Task<Ticket> OpenAsync(Turn turn, string question, string? note, CancellationToken cancellationToken)
    {
        var ticket = new Ticket
        {
            AskedAt = clock.GetUtcNow(),
            AskedBy = turn.From.Actor,
            Conversation = turn.Conversation.Id,
            Question = question,
            Comment = note,
        };
        return await changes.CommitAsync(
            turn.Key,
            async change =>
            {
                change.Database.Tickets.Add(ticket);
                Record(ticket, turn.From, TicketStep.Asked, question);
                await change.ShowToOfficeAsync(Topic, ticket.Id, ticket.Version, cancellationToken);
                return ticket;
            },
            cancellationToken
        );
    }

    /// <summary>Whether the office has a chat in which it is told of questions.</summary>
    public async Task<bool> IsOfficeToldAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await KnownConversations.OfOffice(database).AnyAsync(cancellationToken);
    }

    /// <param name="text">What was written; for <see cref="TicketStep.Assigned"/>, the colleague's name.</param>
    /// <param name="to">Who shall see to it, for <see cref="TicketStep.Assigned"/>.</param>
    public async Task<TicketResult> MoveAsync(
        Turn turn,
        string id,
        TicketStep step,
        string text,
        CancellationToken cancellationToken,
        Actor? to = null
    )
    {
        if (!Guid.TryParse(id, out var key))
            return new TicketResult(null, null);
        var result = await changes.CommitAsync(
            turn.Key,
            async change =>
            {
                if (!await change.LockAsync<Ticket>(key, cancellationToken))
                    return change.Refuse(new TicketResult(null, null));
                var ticket = await change
                    .Database.Tickets.Include(ticket => ticket.Events.OrderBy(happened => happened.At))
                    .SingleAsync(ticket => ticket.Id == key, cancellationToken);
                if (!MaySee(turn.From, ticket))
                    return change.Refuse(new TicketResult(null, null));
                if (Refusal(turn.From, ticket, step) is { } refusal)
                    return change.Refuse(new TicketResult(ticket, refusal));
                Record(ticket, turn.From, step, text);
                await ApplyAsync(change, turn.From, ticket, step, to, cancellationToken);
                await change.RedrawAsync(Topic, ticket.Id, ticket.Version, cancellationToken);
                return new TicketResult(ticket, null);
            },
            cancellationToken
        );
        // As it is, without what was tried.
        return result.Refusal is null ? result : result with { Ticket = await FindAsync(key, cancellationToken) };
    }

    public async Task<Ticket?> FindAsync(Turn turn, string id, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var key) && await FindAsync(key, cancellationToken) is { } ticket && MaySee(turn.From, ticket)
            ? ticket
            : null;

    public async Task<Ticket?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .Tickets.AsNoTracking()
            .Include(ticket => ticket.Events.OrderBy(happened => happened.At))
            .SingleOrDefaultAsync(ticket => ticket.Id == id, cancellationToken);
    }

    /// <param name="page">From 0; of one that does not exist, the nearest is read.</param>
    /// <returns>Tickets that wait for an answer, oldest first: those of the page, which page that is, and how many tickets there
    /// are.</returns>
    public async Task<(IReadOnlyList<Ticket> Tickets, int Page, int Total)> OpenOnesAsync(
        int page,
        int length,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var open = database
            .Tickets.AsNoTracking()
            .Where(ticket => ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.InProgress);
        var total = await open.CountAsync(cancellationToken);
        page = Math.Clamp(page, 0, Math.Max(0, (total - 1) / length));
        return (
            await open.OrderBy(ticket => ticket.AskedAt)
                .ThenBy(ticket => ticket.Id)
                .Skip(page * length)
                .Take(length)
                .ToListAsync(cancellationToken),
            page,
            total
        );
    }

    /// <param name="page">From 0; of one that does not exist, the nearest is read.</param>
    /// <returns>What the person asked, the newest first: those of the page, which page that is, and how many there are.</returns>
    public async Task<(IReadOnlyList<Ticket> Tickets, int Page, int Total)> OwnAsync(
        Person person,
        int page,
        int length,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var own = database.Tickets.AsNoTracking().Where(ticket => ticket.AskedById == person.Id);
        var total = await own.CountAsync(cancellationToken);
        page = Math.Clamp(page, 0, Math.Max(0, (total - 1) / length));
        return (
            await own.OrderByDescending(ticket => ticket.AskedAt)
                .ThenBy(ticket => ticket.Id)
                .Skip(page * length)
                .Take(length)
                .ToListAsync(cancellationToken),
            page,
            total
        );
    }

    /// <summary>A message with this ticket's card was pressed by somebody of the office: from now on it is drawn again, too.</summary>
    /// <inheritdoc cref="LiveCards.KnowAsync" />
    public async Task KnowCardAsync(Turn turn, Ticket ticket, bool isForm, bool isOld, CancellationToken cancellationToken)
    {
        if (!turn.From.Is(Roles.Reviewer))
            return;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await cards.KnowAsync(database, turn, new LiveState(Topic, ticket.Id, ticket.Version), isForm, isOld, cancellationToken);
    }

    private static bool MaySee(Person person, Ticket ticket) => person.Is(Roles.Reviewer) || ticket.AskedById == person.Id;

    /// <summary>
    /// Those of the office that the bot knows of: members of the configured team, and whoever took or decided something before.
    /// </summary>
    public async Task<IReadOnlyList<Actor>> ColleaguesAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var seen = new List<Actor>();
        foreach (var source in colleagues)
            seen.AddRange(await source.SeenAsync(database, cancellationToken));
        return
        [
            .. rosters
                .Of(Roles.Reviewer)
                .Select(member => new Actor(member.Id, member.Name))
                .Concat(seen)
                .Where(colleague => colleague.Id != ticket.AssigneeId && colleague.Name != Forgetting.Nobody)
                .DistinctBy(colleague => colleague.Id)
                .OrderBy(colleague => colleague.Name, StringComparer.Ordinal),
        ];
    }

    private static Announcement About(string topic, Ticket ticket) =>
        new(topic, $"{ticket.Events[^1].Id:N}", new() { [TicketEntry] = ticket.Id.ToString() });

    private static string? Refusal(Person person, Ticket ticket, TicketStep step) =>
        (step, ticket.Status) switch
        {
            (TicketStep.Taken or TicketStep.Assigned or TicketStep.Answered, _) when !person.Is(Roles.Reviewer) =>
                "この操作は、ご質問にお答えする担当者だけが行えます。",
            (TicketStep.Taken, TicketStatus.InProgress) => ticket.AssigneeId == person.Id
                ? "すでにあなたが担当しています。"
                : $"{ticket.AssigneeName}さんが担当しています。",
            (TicketStep.Taken or TicketStep.Assigned or TicketStep.Answered, TicketStatus.Answered) =>
                $"先に{ticket.Events[^1].ByName}さんが回答しました。",
            (TicketStep.AskedOn, _) when ticket.AskedById != person.Id => "追加で質問できるのは、質問された方だけです。",
            (TicketStep.AskedOn, not TicketStatus.Answered) or (_, TicketStatus.Closed) =>
                "この質問は、その操作ができる状態ではありません。",
            _ => null,
        };

    private static async Task ApplyAsync(
        Change change,
        Person person,
        Ticket ticket,
        TicketStep step,
        Actor? to,
        CancellationToken cancellationToken
    )
    {
        switch (step)
        {
            case TicketStep.Taken:
                (ticket.Status, ticket.Assignee) = (TicketStatus.InProgress, person.Actor);
                break;
            case TicketStep.Answered:
                ticket.Status = TicketStatus.Answered;
                ticket.Assignee ??= person.Actor;
                await change.TellAsync(About(Answered, ticket), ticket.Conversation, cancellationToken);
                break;
            case TicketStep.Assigned:
                (ticket.Status, ticket.Assignee) = (TicketStatus.InProgress, to);
                await change.TellPersonAsync(About(Assigned, ticket), to!.Id, cancellationToken);
                break;
            case TicketStep.AskedOn:
                ticket.Status = ticket.AssigneeId is null ? TicketStatus.Open : TicketStatus.InProgress;
                await change.ShowToOfficeAsync(Topic, ticket.Id, ticket.Version, cancellationToken);
                break;
            default:
                ticket.Status = TicketStatus.Closed;
                break;
        }
    }

    private void Record(Ticket ticket, Person person, TicketStep step, string text) =>
        ticket.Events.Add(
            new TicketEvent
            {
                TicketId = ticket.Id,
                At = clock.GetUtcNow(),
                By = person.Actor,
                Step = step,
                Text = text,
            }
        );
}

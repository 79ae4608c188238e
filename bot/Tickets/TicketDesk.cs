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
/// Questions that staff put to 広報広聴課. State, history, the cards in 広報広聴課's chats and the answer's way back commit together; of two who press at once the second is
/// told.
/// </summary>
internal sealed class TicketDesk(
    IDbContextFactory<Database> databases,
    LiveCards cards,
    DeliveryBell bell,
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
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await ProcessedActivities.DoneAsync(database, turn.Key, clock.GetUtcNow(), cancellationToken);
        database.Tickets.Add(ticket);
        Record(ticket, turn.From, TicketStep.Asked, question);
        await database.SaveChangesAsync(cancellationToken);
        await PostAsync(database, ticket, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        cards.Bell.Ring();
        return ticket;
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
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // The first statement locks the row until the end.
        if (
            await database
                .Tickets.Where(ticket => ticket.Id == key)
                .ExecuteUpdateAsync(ticket => ticket.SetProperty(found => found.Version, found => found.Version + 1), cancellationToken)
            == 0
        )
            return new TicketResult(null, null);
        var ticket = await database
            .Tickets.Include(ticket => ticket.Events.OrderBy(happened => happened.At))
            .SingleAsync(ticket => ticket.Id == key, cancellationToken);
        if (!MaySee(turn.From, ticket))
            return new TicketResult(null, null);
        // Left without a commit, the transaction changes nothing.
        if (Refusal(turn.From, ticket, step) is { } refusal)
            return new TicketResult(ticket, refusal);
        Apply(database, turn.From, ticket, step, text);
        if (to is not null)
            await HandAsync(database, ticket, to, cancellationToken);
        await ProcessedActivities.DoneAsync(database, turn.Key, clock.GetUtcNow(), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await LiveCards.WantAsync(database, Topic, ticket.Id.ToString(), ticket.Version, cancellationToken);
        if (step == TicketStep.AskedOn)
            await PostAsync(database, ticket, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        cards.Bell.Ring();
        bell.Ring();
        return new TicketResult(ticket, null);
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
    /// <returns>Tickets that wait for an answer, oldest first: those of the page, which page that is, and how many tickets there are.</returns>
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

    /// <summary>Somebody writes an answer into the card of this message: it is let alone meanwhile.</summary>
    public async Task HoldAsync(Turn turn, Ticket ticket, CancellationToken cancellationToken)
    {
        if (turn.Press is not { Message.Length: > 0 } press)
            return;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await cards.HoldAsync(database, Topic, ticket.Id.ToString(), turn.Conversation.Id, press.Message, turn.From.Id, cancellationToken);
    }

    /// <summary>The form is gone again; the message that held it is drawn like the others from now on.</summary>
    public async Task ReleaseAsync(Turn turn, Ticket ticket, CancellationToken cancellationToken)
    {
        if (turn.Press is not { Message.Length: > 0 } press || !turn.From.Is(Roles.Reviewer))
            return;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await cards.AddAsync(
            database,
            Topic,
            ticket.Id.ToString(),
            turn.Conversation.Id,
            press.Message,
            ticket.Version,
            ticket.Version,
            cancellationToken
        );
        await cards.ReleaseAsync(
            database,
            Topic,
            ticket.Id.ToString(),
            turn.Conversation.Id,
            press.Message,
            turn.From.Id,
            cancellationToken
        );
    }

    private static bool MaySee(Person person, Ticket ticket) => person.Is(Roles.Reviewer) || ticket.AskedById == person.Id;

    /// <summary>Those of 広報広聴課 that the bot knows of: members of the configured team, and whoever took or decided something before.</summary>
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

    private async Task HandAsync(Database database, Ticket ticket, Actor to, CancellationToken cancellationToken)
    {
        (ticket.Status, ticket.Assignee) = (TicketStatus.InProgress, to);
        foreach (var chat in await KnownConversations.OfPerson(database, to.Id).Select(chat => chat.Id).ToListAsync(cancellationToken))
            database.Outbox.Add(Message(Assigned, ticket, chat));
    }

    private OutboxMessage Message(string topic, Ticket ticket, string place) =>
        new()
        {
            Key = $"{topic}:{ticket.Events[^1].Id:N}:{place}",
            Channel = OutboxChannel.Teams,
            Recipient = place,
            Topic = topic,
            About = new() { [TicketEntry] = ticket.Id.ToString() },
            CreatedAt = clock.GetUtcNow(),
            DueAt = clock.GetUtcNow(),
        };

    private static string? Refusal(Person person, Ticket ticket, TicketStep step) =>
        (step, ticket.Status) switch
        {
            (TicketStep.Taken or TicketStep.Assigned or TicketStep.Answered, _) when !person.Is(Roles.Reviewer) => RoleBook.Refusal(
                Roles.Reviewer
            ),
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

    private void Apply(Database database, Person person, Ticket ticket, TicketStep step, string text)
    {
        Record(ticket, person, step, text);
        switch (step)
        {
            case TicketStep.Taken:
                (ticket.Status, ticket.Assignee) = (TicketStatus.InProgress, person.Actor);
                break;
            case TicketStep.Answered:
                ticket.Status = TicketStatus.Answered;
                ticket.Assignee ??= person.Actor;
                database.Outbox.Add(Message(Answered, ticket, ticket.Conversation));
                break;
            case TicketStep.Assigned:
                break;
            case TicketStep.AskedOn:
                ticket.Status = ticket.AssigneeId is null ? TicketStatus.Open : TicketStatus.InProgress;
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

    /// <summary>A card in each chat where 広報広聴課 wants to be told.</summary>
    private async Task PostAsync(Database database, Ticket ticket, CancellationToken cancellationToken)
    {
        foreach (var place in await KnownConversations.OfOffice(database).Select(place => place.Id).ToListAsync(cancellationToken))
            await cards.AddAsync(database, Topic, ticket.Id.ToString(), place, "", -1, ticket.Version, cancellationToken);
    }
}

using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>A colleague of the office shall see to a ticket: from then on it is theirs.</summary>
internal sealed class HandTicket(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<TicketCard.Assign>();
        if (await desk.FindAsync(turn, asked.Ticket, cancellationToken) is not { } ticket)
            return OpenTicket.Unknown;
        var colleagues = await desk.ColleaguesAsync(ticket, cancellationToken);
        // What a client sends is its word only.
        if (colleagues.FirstOrDefault(colleague => colleague.Id == asked.To) is { } to)
            return await views.ReplyAsync(
                turn,
                await desk.MoveAsync(turn, asked.Ticket, TicketStep.Assigned, to.Name, cancellationToken, to),
                $"{to.Name}さんに頼みました。",
                cancellationToken
            );
        await desk.KnowCardAsync(turn, ticket, isForm: true, isOld: false, cancellationToken);
        return new Reply.View(views.HandForm(ticket, colleagues, "担当する人を選んでください。"));
    }
}

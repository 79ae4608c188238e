using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>A colleague of 広報広聴課 shall see to a ticket: whom, and then it is theirs.</summary>
internal sealed class HandTicket(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<TicketCard.Assign>();
        if (await desk.FindAsync(turn, asked.Ticket, cancellationToken) is not { } ticket)
            return OpenTicket.Unknown;
        var colleagues = await desk.ColleaguesAsync(ticket, cancellationToken);
        // What a client sends is its word only.
        if (turn.Press!.Verb == TicketCard.AssignVerb && colleagues.FirstOrDefault(colleague => colleague.Id == asked.To) is { } to)
        {
            var result = await desk.MoveAsync(turn, asked.Ticket, TicketStep.Assigned, to.Name, cancellationToken, to);
            if (result.Ticket is not { } handed)
                return OpenTicket.Unknown;
            await desk.ReleaseAsync(turn, handed, cancellationToken);
            return new Reply.Redraw(views.Card(handed, turn.From, result.Refusal ?? $"{to.Name}さんに頼みました。"));
        }
        await desk.HoldAsync(turn, ticket, cancellationToken);
        var error = turn.Press.Verb == TicketCard.AssignVerb ? "担当する人を選んでください。" : null;
        return new Reply.Redraw(
            TicketCard.RenderHand(
                views.Model(ticket) with
                {
                    Error = error,
                },
                [.. colleagues.Select(colleague => new TicketCard.Choice(colleague.Id, colleague.Name))]
            )
        );
    }
}

using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>A ticket as it is now; also the way back from the form.</summary>
internal sealed class OpenTicket(TicketDesk desk, TicketViews views) : ITurnHandler
{
    public static Reply Unknown => new Reply.Say("この質問は見つかりません。");

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(turn, turn.Read<TicketCard.Ref>().Ticket, cancellationToken) is not { } ticket)
            return Unknown;
        await desk.KnowCardAsync(turn, ticket, isForm: false, isOld: false, cancellationToken);
        return new Reply.View(views.Card(ticket, turn.From, null));
    }
}

/// <summary>One of one's own, from the list of them.</summary>
internal sealed class OpenOwnTicket(OpenTicket tickets) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) => tickets.HandleAsync(turn, cancellationToken);
}

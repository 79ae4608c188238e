using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tickets;

/// <summary>Tickets on the home card: one's own questions, and for the office those that wait for an answer.</summary>
internal sealed class TicketsHome : IHomeRows
{
    public async Task<IReadOnlyList<HomeCard.Row>> OfAsync(Turn turn, Database database, CancellationToken cancellationToken)
    {
        var person = turn.From.Id;
        var own =
            turn.Conversation.Kind == ConversationKind.Personal
                ? await database.Tickets.CountAsync(
                    ticket => ticket.AskedById == person && ticket.Status != TicketStatus.Closed,
                    cancellationToken
                )
                : 0;
        return
        [
            new(
                own > 0 ? HomeCard.Place.Waiting : HomeCard.Place.More,
                "自分の質問",
                "送った質問と回答",
                OwnTicketsCard.OpenVerb,
                new OwnTicketsCard.Page(0),
                own
            ),
            .. turn.From.Is(Roles.Reviewer)
                ?
                [
                    new(
                        HomeCard.Place.Office,
                        "質問一覧",
                        "回答を待つ質問",
                        OpenTicketsCard.PageVerb,
                        new OpenTicketsCard.Page(0),
                        await database.Tickets.CountAsync(
                            ticket => ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.InProgress,
                            cancellationToken
                        )
                    ),
                ]
                : Array.Empty<HomeCard.Row>(),
        ];
    }
}

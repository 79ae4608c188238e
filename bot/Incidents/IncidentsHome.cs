using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>Incidents on the home card: one's running checklists, and the way to start one.</summary>
internal sealed class IncidentsHome : IHomeRows
{
    private static readonly IncidentsCard.Page Running = new(IncidentsCard.Running, 0);

    public async Task<IReadOnlyList<HomeCard.Row>> OfAsync(Turn turn, Database database, CancellationToken cancellationToken)
    {
        var person = turn.From.Id;
        var running =
            turn.Conversation.Kind == ConversationKind.Personal
                ? await database.Incidents.CountAsync(
                    incident => incident.ClosedAt == null && incident.Members.Any(member => member.PersonId == person),
                    cancellationToken
                )
                : 0;
        return
        [
            .. running > 0
                ? [new(HomeCard.Place.Waiting, "対応中のチェックリスト", "手順の続きへ", IncidentsCard.OpenVerb, Running, running)]
                : Array.Empty<HomeCard.Row>(),
            new(HomeCard.Place.Offer, "トラブル対応", "炎上・乗っ取り・誤投稿など", IncidentsCard.OpenVerb, Running) { Order = 3 },
        ];
    }
}

using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <content>Who else hears of it.</content>
internal sealed partial class IncidentDesk
{
    private static Task<List<string>> OfficesAsync(Database database, string except, CancellationToken cancellationToken) =>
        KnownConversations
            .OfOffice(database)
            .Where(place => place.Id != except)
            .OrderBy(place => place.Id)
            .Select(place => place.Id)
            .ToListAsync(cancellationToken);

    /// <summary>The card is to stand in the person's own chats, too, and they are told how things stand.</summary>
    public static async Task ShowToPersonAsync(Change change, Incident incident, string person, CancellationToken cancellationToken)
    {
        var about = incident.Id.ToString();
        var shown = await LiveCards.PlacesOf(change.Database, Topic, about).ToListAsync(cancellationToken);
        foreach (
            var chat in await KnownConversations.OfPerson(change.Database, person).Select(chat => chat.Id).ToListAsync(cancellationToken)
        )
            if (!shown.Contains(chat))
                await change.ShowAsync(Topic, incident.Id, chat, "", incident.Version, cancellationToken);
    }

    /// <summary>「ここまで」, into the person's own chats.</summary>
    public static Task TellSoFarAsync(Change change, Incident incident, string person, CancellationToken cancellationToken) =>
        change.TellPersonAsync(
            new Announcement(
                IncidentComposer.SoFar,
                $"{incident.Id:N}:{incident.Version}:{person}",
                new() { [IncidentComposer.IncidentId] = incident.Id.ToString() }
            ),
            person,
            cancellationToken
        );
}

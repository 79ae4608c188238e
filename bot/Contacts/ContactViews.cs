using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Contacts;

/// <summary>The 緊急連絡網, made into its cards.</summary>
internal sealed class ContactViews(ContactBook book)
{
    public async Task<AdaptiveCards.AdaptiveCard> ListAsync(int page, string? told, CancellationToken cancellationToken)
    {
        var sections = (await book.AllAsync(cancellationToken))
            .GroupBy(contact => KnownConversations.Folded(contact.Section))
            .OrderByDescending(section => section.Any(book.IsOld))
            .ThenBy(section => section.First().Section, StringComparer.Ordinal)
            .ToList();
        var number = Math.Clamp(page, 0, Math.Max(0, (sections.Count - 1) / ContactsCard.PageLength));
        return ContactsCard.RenderList(
            new ContactsCard.ListModel(
                [
                    .. sections
                        .Skip(number * ContactsCard.PageLength)
                        .Take(ContactsCard.PageLength)
                        .Select(section => new ContactsCard.SectionRow(
                            section.First().Section,
                            section.Count(),
                            book.DayOf(section.Min(contact => contact.ConfirmedAt)),
                            section.Any(book.IsOld)
                        )),
                ],
                number,
                sections.Count
            )
            {
                Told = told,
            }
        );
    }

    public async Task<AdaptiveCards.AdaptiveCard> SectionAsync(string section, string? told, CancellationToken cancellationToken)
    {
        var contacts = await book.OfSectionAsync(section, cancellationToken);
        if (contacts.MinBy(contact => contact.ConfirmedAt) is not { } oldest)
            return await ListAsync(0, told, cancellationToken);
        return ContactsCard.RenderSection(
            new ContactsCard.SectionModel(
                oldest.Section,
                [
                    .. contacts
                        .Take(ContactsCard.MostOfSection)
                        .Select(contact => new ContactsCard.Row(
                            contact.Id.ToString(),
                            contact.Rank,
                            contact.Role,
                            contact.PersonName,
                            contact.Phone,
                            contact.PersonId.Length > 0
                        )),
                ],
                book.DayOf(oldest.ConfirmedAt),
                oldest.ConfirmedByName,
                contacts.Any(book.IsOld)
            )
            {
                Told = told,
            }
        );
    }
}

/// <summary>「緊急連絡網」: all sections, or one with its people.</summary>
internal sealed class OpenContacts(ContactViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var place = turn.Press is null ? new ContactsCard.Place() : turn.Read<ContactsCard.Place>();
        var card = place.Section is { } section
            ? await views.SectionAsync(section, null, cancellationToken)
            : await views.ListAsync(place.Number, null, cancellationToken);
        // Numbers of people: nothing for a chat with others.
        return new Reply.Personal(turn.Press is null ? new Reply.Show(card, card.FallbackText) : new Reply.View(card), "緊急連絡網は、");
    }

    /// <summary>What was changed stands in the message; in a chat with others, for the presser alone.</summary>
    public static Reply Told(Turn turn, AdaptiveCards.AdaptiveCard card) =>
        turn.Conversation.Kind == ConversationKind.Personal ? new Reply.Update(card) : new Reply.View(card);
}

using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Contacts;

/// <summary>緊急連絡網: whom to call at night and on holidays; what leads here, and who answers.</summary>
internal static class ContactsSetup
{
    /// <summary>The office keeps it; others see of it what a step of theirs needs.</summary>
    private const Roles Keepers = Roles.Reviewer;

    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddSingleton<ContactBook>();
        services.AddSingleton<ContactViews>();
        services.AddSingleton<IHomeRows, ContactsHome>();
        services.AddSingleton<ContactReminders>();
        services.AddSingleton<IComposer>(provider => provider.GetRequiredService<ContactReminders>());
        services.AddHostedService(provider => provider.GetRequiredService<ContactReminders>());
        return services;
    }

    public static void AddContacts(this Routes routes)
    {
        routes.OnMessage<OpenContacts>(Route.Command("contacts"), Keepers);
        routes.OnPress<OpenContacts>(ContactsCard.OpenVerb, Keepers);
        routes.OnPress<EditContact>(ContactsCard.EditVerb, Keepers);
        routes.OnPress<SaveContact>(ContactsCard.SaveVerb, Keepers);
        routes.OnPress<RemoveContact>(ContactsCard.RemoveVerb, Keepers);
        routes.OnPress<ConfirmContacts>(ContactsCard.ConfirmVerb, Keepers);
    }
}

/// <summary>For the office, on the home card.</summary>
internal sealed class ContactsHome : IHomeRows
{
    public Task<IReadOnlyList<HomeCard.Row>> OfAsync(Turn turn, Database database, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HomeCard.Row>>(
            turn.From.Is(Roles.Reviewer)
                ? [new(HomeCard.Place.More, "緊急連絡網", "夜間・休日の連絡先", ContactsCard.OpenVerb, new ContactsCard.Place())]
                : []
        );
}

using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Observability;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>Questions that only people can answer: put to the office, answered, asked on.</summary>
internal static class TicketsSetup
{
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        services.AddSingleton<TicketDesk>();
        services.AddSingleton<TicketPromise>();
        services.AddSingleton<IHomeRows, TicketsHome>();
        services.AddSingleton<IOfficeNews, OpenTicketsAtOffice>();
        services.AddSingleton<IColleagues, TicketTakers>();
        services.AddSingleton<TicketViews>();
        services.AddSingleton<TeachForm>();
        services.AddSingleton<ILiveCardArtist>(provider => provider.GetRequiredService<TicketViews>());
        services.AddSingleton<IComposer>(provider => provider.GetRequiredService<TicketViews>());
        services.AddSingleton<ILevel, OpenTickets>();
        services.AddHostedService<TicketClock>();
        return services;
    }

    public static void AddTickets(this Routes routes)
    {
        routes.OnMessage<ListTickets>(Route.Command("questions"), Roles.Reviewer);

        routes.OnMessage<AskHuman>(new Route("human"));
        routes.OnPress<OpenEscalation>(NoneCard.EscalateVerb);
        routes.OnPress<SendEscalation>(EscalateCard.SendVerb);
        routes.OnPress<CancelEscalation>(EscalateCard.CancelVerb);
        routes.OnPress<ListTickets>(OpenTicketsCard.PageVerb, Roles.Reviewer);
        routes.OnPress<OpenTicket>(TicketCard.OpenVerb, Roles.Reviewer);
        routes.OnPress<OpenOwnTicket>(OwnTicketsCard.ShowVerb);
        routes.OnMessage<ListOwnTickets>(Route.Command("my-questions"));
        routes.OnPress<ListOwnTickets>(OwnTicketsCard.OpenVerb);
        routes.OnPress<TakeTicket>(TicketCard.TakeVerb, Roles.Reviewer);
        routes.OnPress<OpenAnswerForm>(TicketCard.FormVerb, Roles.Reviewer);
        routes.OnPress<AnswerTicket>(TicketCard.AnswerVerb, Roles.Reviewer);
        routes.OnPress<OpenHandForm>(TicketCard.HandVerb, Roles.Reviewer);
        routes.OnPress<HandTicket>(TicketCard.AssignVerb, Roles.Reviewer);
        routes.OnPress<OpenTeachForm>(TicketCard.TeachFormVerb, Roles.Reviewer);
        routes.OnPress<TeachTicket>(TicketCard.TeachVerb, Roles.Reviewer);
        routes.OnPress<UnteachTicket>(TicketCard.UnteachVerb, Roles.Reviewer);
        routes.OnPress<FollowUpTicket>(TicketCard.FollowVerb);
        routes.OnPress<CloseTicket>(TicketCard.CloseVerb);
    }
}

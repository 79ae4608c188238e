using GuidelineBot.Accounts;
using GuidelineBot.Approvals;
using GuidelineBot.Asking;
using GuidelineBot.Contacts;
using GuidelineBot.Delivery;
using GuidelineBot.Deputies;
using GuidelineBot.Downloads;
using GuidelineBot.Files;
using GuidelineBot.Handovers;
using GuidelineBot.Health;
using GuidelineBot.Incidents;
using GuidelineBot.Insights;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Notices;
using GuidelineBot.Observability;
using GuidelineBot.Playground;
using GuidelineBot.Posts;
using GuidelineBot.Stocktakes;
using GuidelineBot.Storage;
using GuidelineBot.Tickets;
using GuidelineBot.Turns;

namespace GuidelineBot;

/// <summary>The bot put together from its slices: for the server, and for whoever plays conversations without one.</summary>
internal static class Composition
{
    public static void AddBot(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton<TimeProvider, JapanClock>();
        services.AddKnowledgeUpdates(configuration, environment);
        services.AddStorage(configuration);
        services.AddObservability(configuration);
        services.AddTurns(configuration);
        services.AddAsking();
        services.AddTickets();
        services.AddAccounts(configuration);
        services.AddDeputies();
        services.AddNotices();
        services.AddContacts();
        services.AddHandovers();
        services.AddStocktakes();
        services.AddFiles();
        services.AddIncidents();
        services.AddPosts();
        services.AddApprovals();
        services.AddInsights();
        services.AddDownloads();
        services.AddDelivery();
        services.AddHealth();
        services.AddPlayground(configuration, environment);

        var routes = new Routes(services);
        services.AddSingleton(routes);
        routes.AddAsking();
        routes.AddTickets();
        routes.AddAccounts();
        routes.AddDeputies();
        routes.AddNotices();
        routes.AddContacts();
        routes.AddHandovers();
        routes.AddStocktakes();
        routes.AddFiles();
        routes.AddDownloads();
        routes.AddIncidents();
        routes.AddPosts();
        routes.AddApprovals();
        routes.AddInsights();
        routes.AddDelivery();
    }
}

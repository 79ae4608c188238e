using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Delivery;

/// <summary>What leaves the bot by itself: the outbox's worker, its channels, and what administrators see of it.</summary>
internal static class DeliverySetup
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section);
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddOptions<ReminderOptions>().BindConfiguration(ReminderOptions.Section);
        services.AddSingleton<Reminders>();
        services.AddSingleton<DeliveryBell>();
        services.AddSingleton<KnownConversations>();
        services.AddSingleton<ChatPeople>();
        services.AddSingleton<MailChannel>();
        services.AddSingleton<IDeliveryChannel>(provider => provider.GetRequiredService<MailChannel>());
        services.AddSingleton<IDeliveryChannel, TeamsChannel>();
        services.AddSingleton<IProactiveMessages, ProactiveMessages>();
        services.AddSingleton<LiveCards>();
        services.AddSingleton<IHomeRows, DeliveriesHome>();
        services.AddSingleton<Changes>();
        services.AddSingleton<LiveCardWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveCardWorker>());
        services.AddSingleton<DeliveryWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
        return services;
    }

    public static void AddDelivery(this Routes routes)
    {
        routes.OnMessage<DeliverHere>(Route.Command("deliver-here"), Roles.Reviewer | Roles.NetworkAdministrator);
        routes.OnMessage<ListDeliveries>(Route.Command("deliveries"), Roles.Administrator);
        routes.OnPress<ListDeliveries>(DeliveriesCard.OpenVerb, Roles.Administrator);
        routes.OnPress<ResendDelivery>(DeliveriesCard.ResendVerb, Roles.Administrator);
    }
}

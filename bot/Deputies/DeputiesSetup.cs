using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Deputies;

/// <summary>代理: who decides in somebody's place, from one day to another.</summary>
internal static class DeputiesSetup
{
    public static IServiceCollection AddDeputies(this IServiceCollection services)
    {
        services.AddSingleton<DeputyBook>();
        services.AddSingleton<IComposer, DeputyComposer>();
        return services;
    }

    public static void AddDeputies(this Routes routes)
    {
        routes.OnMessage<OpenDeputies>(Route.Command("deputies"));
        routes.OnPress<OpenDeputies>(DeputyCard.OpenVerb);
        routes.OnPress<AppointDeputy>(DeputyCard.AppointVerb);
        routes.OnPress<EndDeputy>(DeputyCard.EndVerb);
    }
}

/// <summary>Tells whom somebody has appointed.</summary>
internal sealed class DeputyComposer(IDbContextFactory<Database> databases) : IComposer
{
    public IReadOnlyCollection<string> Topics { get; } = [DeputyBook.Appointed];

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(message.About.GetValueOrDefault(DeputyBook.DeputyEntry), out var id))
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (
            await database.Deputies.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id && known.EndedAt == null, cancellationToken)
            is not { } deputy
        )
            return null;
        var card = DeputyCard.RenderAppointed(deputy.PrincipalName, deputy.From, deputy.Until);
        return new TeamsMessage(card, card.FallbackText);
    }
}

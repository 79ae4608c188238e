using AdaptiveCards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Delivery;

/// <summary>The outbox of a bot, by its services; looked at when the test says so.</summary>
internal static class OutboxBench
{
    /// <summary>Rows of the <see cref="TestComposer"/>.</summary>
    public static async Task AddMailsAsync(this IServiceProvider bot, params string[] recipients)
    {
        var now = bot.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var database = bot.OpenDatabase();
        database.Outbox.AddRange(
            recipients.Select(recipient => new OutboxMessage
            {
                Key = recipient,
                Channel = OutboxChannel.Mail,
                Recipient = recipient,
                Topic = TestComposer.Topic,
                CreatedAt = now,
                DueAt = now,
            })
        );
        await database.SaveChangesAsync();
    }

    /// <summary>Rows of the <see cref="TestComposer"/> for the office's chats.</summary>
    public static Task TellOfficeAsync(this IServiceProvider bot) =>
        bot.GetRequiredService<Changes>()
            .TellOfficeOnceAsync(new Announcement(TestComposer.Topic, Guid.NewGuid().ToString("N"), []), default);

    /// <summary>Sends and draws everything that is due.</summary>
    public static async Task DrainAsync(this IServiceProvider bot)
    {
        await bot.SendAsync();
        while (await bot.GetRequiredService<LiveCardWorker>().DrawNextAsync(default)) { }
    }

    /// <summary>Sends everything that is due.</summary>
    public static async Task SendAsync(this IServiceProvider bot)
    {
        foreach (var channel in bot.GetServices<IDeliveryChannel>())
            while (await bot.GetRequiredService<DeliveryWorker>().DeliverNextAsync(channel, default)) { }
    }

    /// <summary>All rows, oldest first.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> OutboxAsync(this IServiceProvider bot)
    {
        await using var database = bot.OpenDatabase();
        return await database.Outbox.AsNoTracking().OrderBy(message => message.CreatedAt).ThenBy(message => message.Id).ToListAsync();
    }

    public static Database OpenDatabase(this IServiceProvider bot) =>
        bot.GetRequiredService<IDbContextFactory<Database>>().CreateDbContext();
}

/// <summary>Writes the same for every row.</summary>
internal sealed class TestComposer(Mail? mail = null) : IComposer
{
    public const string Topic = "test";

    public IReadOnlyCollection<string> Topics { get; } = [Topic];

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<Mail?>(mail ?? new Mail("件名", "本文", []));

    public Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<TeamsMessage?>(new TeamsMessage(new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)), ""));
}

using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Delivery;

/// <summary>Which of several instances draws a card, and when none does.</summary>
public sealed class LiveCardsTests
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_card_that_an_instance_whose_clock_is_ahead_draws_or_holds_is_left_alone()
    {
        await using var bot = await BotHost.StartAsync(services: OutboxBench.WithoutWorker);
        var worker = bot.Services.GetRequiredService<LiveCardWorker>();
        var incident = await bot.StartAsync();
        await bot.PressAsync(IncidentTimelineCard.WriteVerb, new JsonObject { ["incident"] = incident, ["text"] = "電話がありました" });
        await using var database = bot.Open();
        var now = TimeProvider.System.GetUtcNow();
        DateTimeOffset? none = null,
            leased = now + LiveCardWorker.Lease + Ahead,
            held = now + LiveCards.Hold + Ahead;

        await database.LiveCards.ExecuteUpdateAsync(card =>
            card.SetProperty(found => found.DueAt, now)
                .SetProperty(found => found.LeasedUntil, leased)
                .SetProperty(found => found.HeldUntil, none)
        );
        Assert.False(await worker.DrawNextAsync(default));
        await database.LiveCards.ExecuteUpdateAsync(card =>
            card.SetProperty(found => found.LeasedUntil, none).SetProperty(found => found.HeldUntil, held)
        );
        Assert.False(await worker.DrawNextAsync(default));

        await database.LiveCards.ExecuteUpdateAsync(card => card.SetProperty(found => found.HeldUntil, none));
        Assert.True(await worker.DrawNextAsync(default));
    }
}

using GuidelineBot.Storage;

namespace GuidelineBot.Tests.Storage;

public sealed class ProcessedActivitiesTests
{
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(5);

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_twenty_claims_at_once_exactly_one_wins(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);

        var results = await ClaimTwentyTimesAsync(storage.Get<ProcessedActivities>());

        Assert.Single(results.OfType<ClaimResult.Claimed>());
        Assert.Equal(19, results.OfType<ClaimResult.Running>().Count());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_abandoned_claim_is_taken_over_by_exactly_one(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var activities = storage.Get<ProcessedActivities>();
        await activities.ClaimAsync("a", Stale, default);
        storage.Clock.Advance(Stale + TimeSpan.FromSeconds(1));

        var results = await ClaimTwentyTimesAsync(activities);

        Assert.Single(results.OfType<ClaimResult.Claimed>());
        Assert.Equal(19, results.OfType<ClaimResult.Running>().Count());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_claim_from_before_the_clock_was_set_back_is_taken_over(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var activities = storage.Get<ProcessedActivities>();
        await activities.ClaimAsync("a", Stale, default);
        storage.Clock.AdjustTime(storage.Clock.GetUtcNow().AddDays(-1));

        Assert.IsType<ClaimResult.Claimed>(await activities.ClaimAsync("a", Stale, default));
        Assert.IsType<ClaimResult.Running>(await activities.ClaimAsync("a", Stale, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_claim_is_not_taken_over_before_it_is_stale(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var activities = storage.Get<ProcessedActivities>();
        await activities.ClaimAsync("a", Stale, default);
        storage.Clock.Advance(Stale);

        Assert.IsType<ClaimResult.Running>(await activities.ClaimAsync("a", Stale, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_finished_activity_gives_its_first_answer_again_for_as_long_as_copies_come(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var activities = storage.Get<ProcessedActivities>();
        await activities.ClaimAsync("a", Stale, default);
        await activities.FinishAsync("a", 200, """{"text":"受け付けました"}""", default);
        await activities.FinishAsync("a", 500, null, default);
        storage.Clock.Advance(ProcessedActivities.AnswerKept);

        Assert.Equal(new ClaimResult.Finished(200, """{"text":"受け付けました"}"""), await activities.ClaimAsync("a", Stale, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_released_activity_can_be_claimed_again(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var activities = storage.Get<ProcessedActivities>();
        await activities.ClaimAsync("a", Stale, default);

        await activities.ReleaseAsync("a", default);

        Assert.IsType<ClaimResult.Claimed>(await activities.ClaimAsync("a", Stale, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Releasing_does_not_undo_an_answer(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var activities = storage.Get<ProcessedActivities>();
        await activities.ClaimAsync("a", Stale, default);
        await activities.FinishAsync("a", 200, null, default);

        await activities.ReleaseAsync("a", default);

        Assert.Equal(new ClaimResult.Finished(200, null), await activities.ClaimAsync("a", Stale, default));
    }

    private static async Task<ClaimResult[]> ClaimTwentyTimesAsync(ProcessedActivities activities) =>
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => activities.ClaimAsync("a", Stale, default))));
}

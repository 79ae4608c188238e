using GuidelineBot.Storage;

namespace GuidelineBot.Tests.Storage;

public sealed class BotStatesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_written_is_read_back_letter_for_letter(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var states = storage.Get<BotStates>();
        const string json = """{"zz":1,"$type":"x","名前":"観光課 😀","aa":[ ]}""";

        Assert.Null(await WriteAsync(states, ("a", json, null), ("b", "{}", "*")));

        var read = await states.ReadAsync(["a", "b", "c"], default);
        Assert.Equal(["a", "b"], read.Keys.Order());
        Assert.Equal(json, read["a"].Json);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_write_changes_the_etag(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var states = storage.Get<BotStates>();
        await WriteAsync(states, ("a", "1", null));
        var first = await EtagAsync(states, "a");

        Assert.Null(await WriteAsync(states, ("a", "1", first)));

        Assert.NotEqual(first, await EtagAsync(states, "a"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_etag_is_a_conflict_and_nothing_of_the_write_remains(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var states = storage.Get<BotStates>();
        await WriteAsync(states, ("a", "1", null), ("b", "1", null));
        var stale = await EtagAsync(states, "b");
        await WriteAsync(states, ("b", "2", stale));

        Assert.Equal("b", await WriteAsync(states, ("a", "3", null), ("b", "3", stale), ("c", "3", null)));

        var read = await states.ReadAsync(["a", "b", "c"], default);
        Assert.Equal([("a", "1"), ("b", "2")], read.Values.Select(item => (item.Key, item.Json)).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_etag_of_a_deleted_state_is_a_conflict(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var states = storage.Get<BotStates>();
        await WriteAsync(states, ("a", "1", null));
        var etag = await EtagAsync(states, "a");

        await states.DeleteAsync(["a", "never there"], default);

        Assert.Equal("a", await WriteAsync(states, ("a", "2", etag)));
        Assert.Empty(await states.ReadAsync(["a"], default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_ten_writers_with_one_etag_exactly_one_wins(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var states = storage.Get<BotStates>();
        await WriteAsync(states, ("a", "0", null), ("b", "0", null));
        var etag = await EtagAsync(states, "a");

        // Half of them name the keys the other way round: that must not end in a deadlock.
        var conflicts = await Task.WhenAll(
            Enumerable
                .Range(1, 10)
                .Select(writer =>
                    Task.Run(() =>
                        writer % 2 == 0
                            ? WriteAsync(states, ("a", $"{writer}", etag), ("b", $"{writer}", null))
                            : WriteAsync(states, ("b", $"{writer}", null), ("a", $"{writer}", etag))
                    )
                )
        );

        Assert.Single(conflicts, conflict => conflict is null);
        var read = await states.ReadAsync(["a", "b"], default);
        Assert.Equal($"{Array.IndexOf(conflicts, null) + 1}", read["a"].Json);
        Assert.Equal(read["a"].Json, read["b"].Json);
    }

    private static Task<string?> WriteAsync(BotStates states, params (string Key, string Json, string? ETag)[] changes) =>
        states.WriteAsync(changes.ToDictionary(change => change.Key, change => new BotStateChange(change.Json, change.ETag)), default);

    private static async Task<string> EtagAsync(BotStates states, string key) => (await states.ReadAsync([key], default))[key].ETag;
}

using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Turns;

public sealed class BotStateStorageTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_written_is_read_back_as_JSON_without_names_of_types(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var states = new BotStateStorage(storage.Get<BotStates>());

        await states.WriteAsync(
            new Dictionary<string, object>
            {
                ["a"] = new Draft { Section = "観光課 😀", Steps = [1, 2] },
            }
        );

        var read = Assert.IsType<JObject>((await states.ReadAsync(["a", "b"]))["a"]);
        Assert.Equal(("観光課 😀", 2), ((string?)read["Section"], read["Steps"]!.Count()));
        Assert.NotEqual("", (string?)read["ETag"]);
        Assert.DoesNotContain("$type", (await storage.Get<BotStates>().ReadAsync(["a"], default))["a"].Json, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_writes_into_the_table_names_no_type_that_is_made_here(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var rows = storage.Get<BotStates>();
        var states = new BotStateStorage(rows);
        var named = """{"$type":"TRAP","draft":{"$type":"TRAP","Section":"観光課"}}""".Replace(
            "TRAP",
            typeof(Trap).AssemblyQualifiedName,
            StringComparison.Ordinal
        );
        await rows.WriteAsync(new Dictionary<string, BotStateChange> { ["msteams/conversations/a:personal"] = new(named, null) }, default);

        await TurnAsync(states, async (property, turn) => Assert.Equal("観光課", (await property.GetAsync(turn)).Section));

        Assert.False(Trap.IsSprung);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_is_no_state_counts_as_none(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var rows = storage.Get<BotStates>();
        string[] damaged = ["", "[]", "null", "{", string.Concat(Enumerable.Repeat("{\"a\":", 20_000)), """{"a":1,"a":2}"""];
        foreach (var (json, place) in damaged.Select((json, place) => (json, place)))
            await rows.WriteAsync(new Dictionary<string, BotStateChange> { [$"{place}"] = new(json, null) }, default);

        Assert.Empty(await new BotStateStorage(rows).ReadAsync([.. damaged.Select((_, place) => $"{place}")]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_missing_key_is_left_out(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);

        Assert.Empty(await new BotStateStorage(storage.Get<BotStates>()).ReadAsync(["never written"]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_write_over_somebody_elses_is_refused_and_changes_nothing(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var states = new BotStateStorage(storage.Get<BotStates>());
        await states.WriteAsync(Change("first"));
        var mine = await ReadAsync(states);
        var theirs = await ReadAsync(states);
        theirs.Section = "theirs";
        await states.WriteAsync(new Dictionary<string, object> { ["a"] = theirs });

        mine.Section = "mine";
        var conflict = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            states.WriteAsync(new Dictionary<string, object> { ["a"] = mine })
        );

        Assert.Contains("'a'", conflict.Message, StringComparison.Ordinal);
        Assert.Equal("theirs", (await ReadAsync(states)).Section);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_star_overwrites_whatever_is_there(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var states = new BotStateStorage(storage.Get<BotStates>());
        await states.WriteAsync(Change("first"));
        await states.WriteAsync(Change("second"));

        await states.WriteAsync(Change("third", "*"));

        Assert.Equal("third", (await ReadAsync(states)).Section);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_deleted_is_gone(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var states = new BotStateStorage(storage.Get<BotStates>());
        await states.WriteAsync(Change("first"));

        await states.DeleteAsync(["a"]);

        Assert.Empty(await states.ReadAsync(["a"]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_conversations_property_is_there_in_the_next_turn(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var states = new BotStateStorage(storage.Get<BotStates>());

        await TurnAsync(states, (property, turn) => property.SetAsync(turn, new Draft { Section = "観光課" }));

        await TurnAsync(
            states,
            async (property, turn) =>
            {
                var draft = await property.GetAsync(turn, () => new Draft());
                Assert.Equal("観光課", draft.Section);
                draft.Steps.Add(7);
                await property.SetAsync(turn, draft);
            }
        );
        await TurnAsync(states, async (property, turn) => Assert.Equal([7], (await property.GetAsync(turn)).Steps));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_turns_of_one_conversation_at_once_the_later_writer_wins_and_nobody_sees_a_fault(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var states = new BotStateStorage(storage.Get<BotStates>());
        await TurnAsync(states, (property, turn) => property.SetAsync(turn, new Draft { Section = "first" }));

        await TurnAsync(
            states,
            async (property, turn) =>
            {
                await property.SetAsync(turn, new Draft { Section = "late" });
                await TurnAsync(states, (other, between) => other.SetAsync(between, new Draft { Section = "early" }));
            }
        );

        await TurnAsync(states, async (property, turn) => Assert.Equal("late", (await property.GetAsync(turn)).Section));
    }

    private static async Task TurnAsync(IStorage storage, Func<IStatePropertyAccessor<Draft>, ITurnContext, Task> work)
    {
        var conversation = new ConversationState(storage);
        using var turn = new TurnContext(
            new TestAdapter(),
            new Activity
            {
                Type = ActivityTypes.Message,
                ChannelId = "msteams",
                Conversation = new ConversationAccount { Id = "a:personal" },
            }
        );
        await work(conversation.CreateProperty<Draft>("draft"), turn);
        await conversation.SaveChangesAsync(turn);
    }

    private static Dictionary<string, object> Change(string section, string? etag = null) =>
        new()
        {
            ["a"] = new Draft { Section = section, ETag = etag },
        };

    private static async Task<Draft> ReadAsync(BotStateStorage states) =>
        ((JObject)(await states.ReadAsync(["a"]))["a"]).ToObject<Draft>()!;

    internal sealed class Trap
    {
        public Trap() => IsSprung = true;

        public static bool IsSprung { get; private set; }
    }

    internal sealed class Draft : IStoreItem
    {
        public string Section { get; set; } = "";

        public List<int> Steps { get; init; } = [];

        public string? ETag { get; set; }
    }
}

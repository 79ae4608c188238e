using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Tests.Polyfills;

public class StateTests
{
    private readonly MemoryStorage storage = new();

    [Fact]
    public async Task What_is_read_is_a_copy_with_a_new_version()
    {
        await WriteAsync(new Note { Text = "一" });

        var first = await ReadAsync();
        first.Text = "変えただけ";

        Assert.NotNull(first.ETag);
        Assert.Equal("一", (await ReadAsync()).Text);
    }

    [Fact]
    public async Task Writing_over_a_version_one_has_not_read_is_refused()
    {
        await WriteAsync(new Note { Text = "一" });
        var mine = await ReadAsync();
        var theirs = await ReadAsync();
        theirs.Text = "二";
        await WriteAsync(theirs);

        mine.Text = "三";
        await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(mine));

        Assert.Equal("二", (await ReadAsync()).Text);
    }

    [Fact]
    public async Task A_star_writes_over_any_version()
    {
        await WriteAsync(new Note { Text = "一" });
        await WriteAsync(new Note { Text = "二", ETag = "*" });

        Assert.Equal("二", (await ReadAsync()).Text);
    }

    [Fact]
    public async Task What_was_deleted_is_not_found()
    {
        await WriteAsync(new Note { Text = "一" });
        await storage.DeleteAsync(["note"], default);

        Assert.Empty(await storage.ReadAsync(["note"], default));
    }

    [Fact]
    public async Task State_lasts_to_the_next_turn_of_the_same_conversation()
    {
        await TurnAsync("c1", note => note.Text = "覚えている");

        Assert.Equal("覚えている", await SeenAsync("c1"));
        Assert.Null(await SeenAsync("c2"));
    }

    [Fact]
    public async Task Unchanged_state_is_not_written()
    {
        await TurnAsync("c1", note => note.Text = "一");
        var counting = new CountingStorage(storage);

        await TurnAsync("c1", note => _ = note.Text, counting);
        Assert.Equal(0, counting.Writes);

        await TurnAsync("c1", note => note.Text = "二", counting);
        Assert.Equal(1, counting.Writes);
    }

    [Fact]
    public async Task Cleared_state_is_gone_after_saving()
    {
        await TurnAsync("c1", note => note.Text = "一");
        using (var turn = Turn("c1"))
        {
            var state = new ConversationState(storage);
            await state.LoadAsync(turn);
            await state.ClearStateAsync(turn);
            await state.SaveChangesAsync(turn);
        }

        Assert.Null(await SeenAsync("c1"));
    }

    [Fact]
    public async Task A_persons_state_follows_them_into_another_conversation()
    {
        using (var turn = Turn("c1"))
        {
            var state = new UserState(storage);
            await state.CreateProperty<int>("count").SetAsync(turn, 41);
            await state.SaveChangesAsync(turn);
        }

        using var later = Turn("c2");
        Assert.Equal(41, await new UserState(storage).CreateProperty<int>("count").GetAsync(later, () => 0));
    }

    private async Task<Note> ReadAsync() => (Note)(await storage.ReadAsync(["note"], default))["note"];

    private Task WriteAsync(Note note) => storage.WriteAsync(new Dictionary<string, object> { ["note"] = note }, default);

    private async Task TurnAsync(string conversation, Action<Note> act, IStorage? over = null)
    {
        using var turn = Turn(conversation);
        var state = new ConversationState(over ?? storage);
        act(await state.CreateProperty<Note>("note").GetAsync(turn, () => new Note()));
        await state.SaveChangesAsync(turn);
    }

    private async Task<string?> SeenAsync(string conversation)
    {
        using var turn = Turn(conversation);
        return (await new ConversationState(storage).CreateProperty<Note>("note").GetAsync(turn, () => new Note())).Text;
    }

    private static TurnContext Turn(string conversation) => new(new TestAdapter(), new Activity(ActivityTypes.Message)
    {
        ChannelId = "msteams",
        Conversation = new ConversationAccount(id: conversation),
        From = new ChannelAccount("29:user"),
    });

    private sealed class Note : IStoreItem
    {
        public string? Text { get; set; }

        public string? ETag { get; set; }
    }

    private sealed class CountingStorage(IStorage inner) : IStorage
    {
        public int Writes { get; private set; }

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(keys, cancellationToken);

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            Writes++;
            return inner.WriteAsync(changes, cancellationToken);
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => inner.DeleteAsync(keys, cancellationToken);
    }
}

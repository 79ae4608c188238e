using GuidelineBot.Asking;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Storage;

public sealed class DatabaseTests
{
    private static readonly DateTimeOffset Nine = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));

    [Theory, OnSqlite, OnPostgres]
    public async Task Instants_compare_and_order_by_time_whatever_their_offset(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        await using var database = storage.Open();
        var beforeNine = new DateTimeOffset(2026, 3, 31, 23, 59, 59, 999, TimeSpan.Zero);
        var longAgo = new DateTimeOffset(1960, 1, 1, 0, 0, 0, TimeSpan.Zero);
        database.QuestionLog.AddRange(Entry("9時", Nine), Entry("9時前", beforeNine), Entry("1970年より前", longAgo));
        await database.SaveChangesAsync();

        var ordered = await database.QuestionLog.OrderBy(entry => entry.AskedAt).Select(entry => entry.Question).ToListAsync();
        Assert.Equal(["1970年より前", "9時前", "9時"], ordered);
        Assert.Equal("9時", (await database.QuestionLog.SingleAsync(entry => entry.AskedAt >= Nine)).Question);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_instant_comes_back_exact_to_the_microsecond(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var instant = Nine.AddMicroseconds(123456);
        await using (var database = storage.Open())
        {
            database.QuestionLog.Add(Entry("問", instant));
            await database.SaveChangesAsync();
        }

        await using var reader = storage.Open();
        Assert.Equal(instant, (await reader.QuestionLog.SingleAsync()).AskedAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_fact_comes_back_as_it_was_stored(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var entry = Entry("インスタを始めたい 😀", Nine);
        var feedback = new AnswerFeedback
        {
            At = Nine,
            Question = "問",
            Clause = ClauseId.Parse("library:5-2-ア-a"),
            Helpful = true,
            Comment = null,
        };
        var ticket = new Ticket
        {
            AskedAt = Nine,
            AskedBy = new("id", "岡本健"),
            Conversation = "19:x@thread.v2",
            Question = "問",
        };
        await using (var database = storage.Open())
        {
            database.AddRange(entry, feedback, ticket);
            await database.SaveChangesAsync();
        }

        await using var reader = storage.Open();
        Assert.Equivalent(entry, await reader.QuestionLog.SingleAsync(logged => logged.Clause == ClauseId.Parse("4-2")), strict: true);
        Assert.Equivalent(feedback, await reader.AnswerFeedback.SingleAsync(), strict: true);
        Assert.Equivalent(ticket, await reader.Tickets.SingleAsync(open => open.Status == TicketStatus.Open), strict: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tables_and_columns_need_no_quotes(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        await using var database = storage.Open();
        database.QuestionLog.Add(Entry("問", Nine));
        await database.SaveChangesAsync();

        Assert.Equal(
            ["Personal"],
            await database.Database.SqlQuery<string>($"SELECT conversation FROM question_log WHERE asked_at IS NOT NULL").ToListAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_last_question_of_a_person_in_a_conversation_is_kept(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        var recent = new RecentQuestions(storage.Get<Statements>());
        await recent.RememberAsync(Recent("chat", "a", "4-1"), default);
        await recent.RememberAsync(Recent("chat", "a", "4-2"), default);
        await recent.RememberAsync(Recent("chat", "b", "4-3"), default);

        await using var database = storage.Open();
        var kept = await database.RecentQuestions.OrderBy(question => question.Person).ToListAsync();
        Assert.Equal(2, kept.Count);
        Assert.Equivalent(Recent("chat", "a", "4-2"), kept[0], strict: true);
        Assert.Equal(ClauseId.Parse("4-3"), kept[1].Clause);
    }

    private static QuestionLogEntry Entry(string question, DateTimeOffset at) =>
        new()
        {
            AskedAt = at,
            Question = question,
            Route = "answer",
            Clause = ClauseId.Parse("4-2"),
            Score = 0.75,
            Conversation = ConversationKind.Personal,
        };

    private static RecentQuestion Recent(string conversation, string person, string clause) =>
        new()
        {
            Conversation = conversation,
            Person = person,
            Clause = ClauseId.Parse(clause),
            At = Nine,
        };
}

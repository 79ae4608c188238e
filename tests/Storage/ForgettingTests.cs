using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.CommandLine;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuidelineBot.Tests.Storage;

/// <summary>What is stored of a person, and whether all of it is forgotten.</summary>
[Slow]
public sealed partial class ForgettingTests
{
    /// <summary>Stands in the person's name and in every id of theirs.</summary>
    private const string Mark = "shirushi";

    private const string Person = $"29:user-{Mark}";
    private const string Chat = $"a:{Mark}";

    private static readonly Turn Theirs = new(
        new GuidelineBot.Turns.Person(Person, Mark, null, Roles.None),
        new GuidelineBot.Turns.Conversation(Chat, ConversationKind.Personal),
        ""
    );

    private readonly string folder = TestFolder.New();

    [Fact]
    public async Task Every_column_that_holds_text_says_whose_it_is_why_and_how_long()
    {
        await using var storage = await TestStorage.StartAsync(Server.Sqlite);
        await using var database = storage.Open();
        var texts = Keeping.Texts(database.Model).ToList();

        Assert.True(texts.Count > 90, "The columns that hold text are no longer found.");
        Assert.All(
            texts,
            column =>
                Assert.True(
                    Keeping.Of(column) is not null && Keeping.Of((IEntityType)column.DeclaringType) is not null,
                    $"{column.DeclaringType.DisplayName()}.{column.Name} does not say it (Tells, Keeps)."
                )
        );
    }

    [Fact]
    public async Task The_document_says_what_the_mappings_say()
    {
        await using var storage = await TestStorage.StartAsync(Server.Sqlite);
        await using var database = storage.Open();
        var table = WhatWeStore.Document(database.Model, new RetentionOptions());
        var wanted = Path.Combine(AppContext.BaseDirectory, "what-we-store.columns.md");
        await File.WriteAllTextAsync(wanted, table);

        var document = await File.ReadAllTextAsync(Path.Combine(Architecture.Sources.Root, "docs", "what-we-store.md"));
        Assert.True(document.Contains(table, StringComparison.Ordinal), $"As it should be, the table is in {wanted}.");
    }

    [Fact]
    public async Task The_privacy_page_names_everything_that_tells_of_people()
    {
        await using var bot = await BotHost.StartAsync(settings: new() { ["Retention:QuestionLogDays"] = "77" });
        var page = System.Net.WebUtility.HtmlDecode(await bot.Http.GetStringAsync("/privacy"));

        await using var database = bot.Open();
        var stored = WhatWeStore.OfPeople(database.Model).ToList();
        Assert.True(stored.Count >= 14);
        Assert.All(stored, kept => Assert.Contains(kept.What, page, StringComparison.Ordinal));
        Assert.Contains("期間：77日", page, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_is_forgotten_stands_nowhere_in_the_whole_database(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            new JsonObject { ["ConnectionStrings"] = new JsonObject { [connection.Key.Split(':')[1]] = connection.Value } }.ToJsonString()
        );
        await using (
            var bot = await BotHost.StartAsync(
                settings: new() { [connection.Key] = connection.Value, ["Roles:Reviewers:0"] = "33333333-3333-4333-8333-333333333332" }
            )
        )
        {
            await ActAsync(bot);
            await using var database = bot.Open();
            var unmarked = await UnmarkedAsync(database);
            // What comes of faults only, and Entra's id, which is one and the same for people of these tests; every other column the acts
            // have to reach.
            Assert.Equal(
                ["deputies.principal_directory_id", "known_conversations.directory_id", "outbox.last_error"],
                unmarked.Select(Named).Order(StringComparer.Ordinal)
            );
            foreach (var column in unmarked)
                await MarkAsync(database, column);
            Assert.Empty(await UnmarkedAsync(database));
        }
        Assert.Contains(Mark, await EverythingAsync(connection), StringComparison.Ordinal);

        var done = await CommandRun.StartAsync("", ["forget", Mark, "--apply"], folder);

        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        Assert.DoesNotContain(Mark, await EverythingAsync(connection), StringComparison.Ordinal);
        await using var storage = await TestStorage.StartAsync(connection);
        await using var left = storage.Open();
        Assert.Equal(4, await left.Notices.CountAsync());
        Assert.NotEmpty(await left.IncidentEvents.Where(happened => happened.ByName == Forgetting.Nobody).ToListAsync());
        Assert.Contains(
            await left.IncidentEvents.ToListAsync(),
            happened => IncidentWords.Of(happened) == $"引き継ぎ：{Forgetting.Nobody}さんへ"
        );
    }

    [Fact]
    public async Task A_group_chat_is_remembered_without_whoever_spoke_there()
    {
        await using var bot = await BotHost.StartAsync();
        using var response = await bot.PostAsync(bot.Message("ヘルプ", Mark, "19:group@thread.v2", "groupChat"));
        response.EnsureSuccessStatusCode();

        await using var database = bot.Open();
        Assert.DoesNotContain(Mark, (await database.KnownConversations.SingleAsync()).Reference, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> PressAsync(
        BotHost bot,
        string verb,
        JsonObject data,
        string person = Mark,
        string conversation = Chat,
        string message = "card-1"
    ) => await bot.PressAsync(verb, data, person, conversation, message);

    private static async Task<string> SubmitAsync(BotHost bot, NoticeKind kind)
    {
        var draft = await bot.Services.GetRequiredService<NoticeDrafts>().CreateAsync(Theirs, kind, Fields(bot, kind), null, default);
        var result = await bot.Services.GetRequiredService<NoticeDesk>().SubmitAsync(Theirs, draft.Id, draft.Version, default);
        Assert.Null(result.Refusal);
        return result.Notice!.Id.ToString();
    }

    /// <summary>The columns in which people may stand and this one does not, yet.</summary>
    private static async Task<List<IProperty>> UnmarkedAsync(Database database)
    {
        var unmarked = new List<IProperty>();
        foreach (var column in Keeping.Texts(database.Model).Where(column => Keeping.Of(column) != Whose.Nobody))
        {
            var sql = $"SELECT 1 AS value FROM {Table(column)} WHERE replace({Column(column)}, '{Mark}', '') <> {Column(column)}";
            if (!await database.Database.SqlQueryRaw<int>(sql).AnyAsync())
                unmarked.Add(column);
        }
        return unmarked;
    }

    private static async Task MarkAsync(Database database, IProperty column)
    {
        var sql = $"UPDATE {Table(column)} SET {Column(column)} = {{0}}";
        Assert.True(await database.Database.ExecuteSqlRawAsync(sql, $"\"{Mark}\"") > 0, Named(column));
    }

    private static string Named(IProperty column) => $"{Table(column)}.{Column(column)}";

    private static string Table(IProperty column) => ((IEntityType)column.DeclaringType).GetTableName()!;

    private static string Column(IProperty column) => column.GetColumnName();

    /// <summary>The whole file with its log as it lies on the disk, or all that PostgreSQL gives out.</summary>
    private static async Task<string> EverythingAsync((string Key, string Value) connection)
    {
        if (connection.Key.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            var file = connection.Value.Split('=')[1];
            var all = new StringBuilder();
            foreach (var part in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
                all.Append(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(part)));
            return all.ToString();
        }
        var server = new NpgsqlConnectionStringBuilder(connection.Value);
        var dump = new ProcessStartInfo(
            Path.Combine(PostgresBinaries.Folder!, "pg_dump"),
            ["--host", server.Host!, "--username", server.Username!, "--inserts", server.Database!]
        )
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(dump)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return text;
    }
}

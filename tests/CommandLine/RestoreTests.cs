using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuidelineBot.Files;
using GuidelineBot.Incidents;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.CommandLine;

/// <summary>Only a whole backup of ours takes the place of what is there, and what is there stays aside.</summary>
[Slow]
public sealed partial class RestoreTests
{
    private readonly string folder = TestFolder.New();

    public static TheoryData<string> Others =>
        ["empty", "text", "foreign", "tables of the same name", "later version", "cut short", "one page gone"];

    [Theory, MemberData(nameof(Others))]
    public async Task What_is_no_backup_of_ours_changes_nothing(string what)
    {
        var file = Path.Combine(folder, "other.backup");
        var connection = await FiledAsync(Server.Sqlite);
        switch (what)
        {
            case "empty":
                await File.WriteAllBytesAsync(file, []);
                break;
            case "text":
                await File.WriteAllTextAsync(file, "これは控えではありません。");
                break;
            case "foreign":
                await SqlAsync(file, "CREATE TABLE notices (id TEXT); INSERT INTO notices VALUES ('1');");
                break;
            case "tables of the same name":
                await SqlAsync(
                    file,
                    """CREATE TABLE "__EFMigrationsHistory" (id TEXT, version TEXT); INSERT INTO "__EFMigrationsHistory" VALUES ('2020_Initial', '1');"""
                );
                break;
            case "later version":
                await RunAsync("backup", "--out", file);
                await SqlAsync(file, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0')""");
                break;
            default:
                await RunAsync("backup", "--out", file);
                var whole = await File.ReadAllBytesAsync(file);
                if (what == "one page gone")
                    Array.Clear(whole, whole.Length / 4096 / 2 * 4096, 4096);
                await File.WriteAllBytesAsync(file, what == "cut short" ? whole[..(whole.Length / 2)] : whole);
                break;
        }

        foreach (var arguments in new[] { new[] { "restore", file }, ["restore", file, "--apply"] })
        {
            var refused = await RunAsync(arguments);
            Assert.Contains("何も変更していません。", refused.Refusal, StringComparison.Ordinal);
            Assert.DoesNotContain("戻しました", refused.Output, StringComparison.Ordinal);
        }
        Assert.Equal(1, await NoticesAsync(connection));
    }

    [Theory, OnPostgres]
    public async Task Nor_does_a_dump_of_another_database(Server server)
    {
        var connection = await FiledAsync(server);
        var (own, foreign, cut) = (Path.Combine(folder, "own"), Path.Combine(folder, "foreign"), Path.Combine(folder, "cut"));
        await RunAsync("backup", "--out", own);
        await using (var database = new PostgresDatabase(PostgresDatabase.Options(await PostgresCluster.CreateDatabaseAsync()).Options))
        {
            await database.Database.ExecuteSqlAsync($"CREATE TABLE notices (id text)");
            await Backup.WriteAsync(database, foreign, default);
        }
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(own))[..^2_000]);

        foreach (var file in (string[])[foreign, cut])
            Assert.DoesNotContain("戻しました", (await RunAsync("restore", file, "--apply")).Output, StringComparison.Ordinal);
        Assert.Equal(1, await NoticesAsync(connection));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_there_before_stays_aside_and_comes_back(Server server)
    {
        var connection = await FiledAsync(server);
        await RunAsync("backup", "--out", "one.backup");
        await using (var bot = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value }))
            await Filed.EndAsync(bot, "sato", "a:second");
        Assert.Equal(2, await NoticesAsync(connection));

        var restored = await RunAsync("restore", "one.backup", "--apply");
        Assert.Equal(1, await NoticesAsync(connection));
        var aside = Aside().Match(restored.Output).Value;
        Assert.True(File.Exists(aside), restored.Output);
        var back = await RunAsync("restore", aside, "--apply");

        Assert.Equal((0, ""), (back.ExitCode, back.Error));
        Assert.Equal(2, await NoticesAsync(connection));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_attached_to_a_notice_and_kept_as_evidence_comes_back_byte_for_byte(Server server)
    {
        var connection = await ConfigureAsync(server);
        // All values, and more than a page of a database holds.
        byte[] terms = [.. "%PDF-"u8, .. Enumerable.Range(0, 300_000).Select(place => (byte)(place * 7 % 256))];
        Guid notice;
        await using (var bot = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value }))
        {
            var (sato, drafts) = (Filed.By("sato", "a:sato"), bot.Services.GetRequiredService<NoticeDrafts>());
            var draft = await drafts.CreateAsync(sato, NoticeKind.End, Filed.EndFields, null, default);
            var (kept, _) = await bot
                .Services.GetRequiredService<NoticeAttachments>()
                .KeepAsync(sato, draft, [new ReceivedFile("規約.pdf", "application/pdf", "0", terms)], default);
            Assert.Single(kept);
            var filed = await drafts.FindAsync(sato, draft.Id.ToString(), default);
            var submitted = await bot.Services.GetRequiredService<NoticeDesk>().SubmitAsync(sato, draft.Id, filed!.Version, default);
            notice = submitted.Notice!.Id;
            await bot.StartAsync(conversation: "19:evidence@thread.v2");
            await EvidenceTests.SendAsync(bot, "sato", "19:evidence@thread.v2", "画面.png");
        }
        await RunAsync("backup", "--out", "one.backup");
        await using var storage = TestStorage.Build(connection);
        await using (var database = storage.Open())
        {
            Assert.Equal(1, await database.NoticeAttachments.ExecuteDeleteAsync());
            Assert.Equal(1, await database.IncidentEvidence.ExecuteDeleteAsync());
        }
        SqliteConnection.ClearAllPools();

        var restored = await RunAsync("restore", "one.backup", "--apply");

        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        await using var back = storage.Open();
        var attached = await back.NoticeAttachments.SingleAsync();
        Assert.Equal(("規約.pdf", "application/pdf", notice), (attached.Name, attached.Type, attached.NoticeId));
        Assert.Equal(terms, attached.Content);
        var evidence = await back.IncidentEvidence.SingleAsync();
        Assert.Equal("画面.png", evidence.Name);
        Assert.Equal(EvidenceTests.Picture, evidence.Content);
    }

    [Fact]
    public async Task A_damaged_database_goes_aside_as_it_is()
    {
        var connection = await FiledAsync(Server.Sqlite);
        await RunAsync("backup", "--out", "one.backup");
        var (damaged, file) = (Enumerable.Repeat((byte)7, 50_000).ToArray(), connection.Value.Split('=')[1]);
        SqliteConnection.ClearAllPools();
        foreach (var part in (string[])["-wal", "-shm"])
            File.Delete(file + part);
        await File.WriteAllBytesAsync(file, damaged);

        var restored = await RunAsync("restore", "one.backup", "--apply");

        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        Assert.Equal(damaged, await File.ReadAllBytesAsync(Aside().Match(restored.Output).Value));
        Assert.Equal(1, await NoticesAsync(connection));
    }

    [Fact, System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_backup_is_not_written_through_a_link_that_leads_elsewhere()
    {
        await FiledAsync(Server.Sqlite);
        var (link, elsewhere) = (Path.Combine(folder, "link.backup"), Path.Combine(folder, "elsewhere"));
        File.CreateSymbolicLink(link, elsewhere);

        var refused = await RunAsync("backup", "--out", link);

        Assert.Equal(2, refused.ExitCode);
        Assert.False(File.Exists(elsewhere));
    }

    /// <summary>An older program is put back together with the state that it knows.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_of_a_later_version_can_be_put_back(Server server)
    {
        var connection = await FiledAsync(server);
        await RunAsync("backup", "--out", "one.backup");
        await using (var storage = TestStorage.Build(connection))
        await using (var database = storage.Open())
            await database.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0')""");
        Assert.Contains("このプログラムの知らない変更", (await RunAsync("forget", "sato")).Refusal, StringComparison.Ordinal);

        Assert.Contains("戻しました。", (await RunAsync("restore", "one.backup", "--apply")).Output, StringComparison.Ordinal);
        Assert.Equal(1, await NoticesAsync(connection));
    }

    [Fact, System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_on_the_machine_reads_the_database_or_a_backup()
    {
        var connection = await FiledAsync(Server.Sqlite);
        await RunAsync("backup", "--out", "one.backup");
        var database = connection.Value.Split('=')[1];
        await RunAsync("restore", "one.backup", "--apply");

        Assert.All(
            Directory.EnumerateFiles(Path.GetDirectoryName(database)!).Append(Path.Combine(folder, "one.backup")),
            file =>
                Assert.True(
                    file.EndsWith(".upgrade", StringComparison.Ordinal)
                        || (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) == 0,
                    $"{file}: {File.GetUnixFileMode(file)}"
                )
        );
    }

    /// <summary>A database with one notice in it, no bot on it, and the settings that lead to it.</summary>
    private async Task<(string Key, string Value)> FiledAsync(Server server)
    {
        var connection = await ConfigureAsync(server);
        await using var bot = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value });
        await Filed.EndAsync(bot, "sato");
        return connection;
    }

    private static async Task<int> NoticesAsync((string Key, string Value) connection)
    {
        await using var storage = TestStorage.Build(connection);
        await using var database = storage.Open();
        return await database.Notices.CountAsync();
    }

    private static async Task SqlAsync(string file, string statements)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statements;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"/\S+\.before-\S+")]
    private static partial Regex Aside();

    private async Task<(string Key, string Value)> ConfigureAsync(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            new JsonObject { ["ConnectionStrings"] = new JsonObject { [connection.Key.Split(':')[1]] = connection.Value } }.ToJsonString()
        );
        return connection;
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.StartAsync("", arguments, folder);
}

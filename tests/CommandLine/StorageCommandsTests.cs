using System.Text.Json.Nodes;
using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.CommandLine;

[Slow]
public sealed class StorageCommandsTests
{
    private readonly string folder = TestFolder.New();

    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_is_taken_out_of_everything_and_the_records_stay(Server server)
    {
        var connection = await ConfigureAsync(server);
        await using var bot = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value });
        await Filed.EndAsync(bot, "suzuki", "a:suzuki");
        await Filed.DraftAsync(bot, "suzuki", "a:suzuki");
        await bot.PressAsync(EscalateCard.SendVerb, new JsonObject { ["question"] = "質問です" }, "suzuki", "a:suzuki");
        var incident = await bot.StartAsync(person: "suzuki");
        await bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(incident, "hold", IncidentStepCard.Take), "suzuki");
        await bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(incident, "hold", IncidentStepCard.Done), "suzuki");
        await bot.PressAsync(
            IncidentTimelineCard.WriteVerb,
            new JsonObject { ["incident"] = incident, ["text"] = "別の人の記録" },
            "tanaka"
        );

        var preview = await RunAsync("forget", "suzuki");
        Assert.Contains("29:user-suzuki のお名前と ID を消します。", preview.Output, StringComparison.Ordinal);
        await using var database = bot.Open();
        Assert.Contains("suzuki", await EverythingAsync(database), StringComparison.Ordinal);
        var done = await RunAsync("forget", "suzuki", "--apply");

        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        var left = await EverythingAsync(database);
        Assert.DoesNotContain("suzuki", left, StringComparison.Ordinal);
        Assert.Contains("tanaka", left, StringComparison.Ordinal);
        Assert.Equal(1, await database.Notices.CountAsync());
        Assert.Equal(4, await database.IncidentEvents.CountAsync());
        Assert.Equal(0, await database.NoticeDrafts.CountAsync());
        Assert.Contains(
            "「suzuki」という名前は保存されていません。",
            (await RunAsync("forget", "suzuki")).Refusal,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_nightly_backups_the_last_ones_stay_and_what_is_not_ours_is_left_alone()
    {
        var connection = await ConfigureAsync(Server.Sqlite);
        await using (await TestStorage.StartAsync(connection)) { }
        var nightly = Path.Combine(folder, "nightly");
        Directory.CreateDirectory(nightly);
        await File.WriteAllTextAsync(Path.Combine(nightly, "guideline-bot-before-upgrade.backup"), "");
        var runs = new List<CommandRun>();
        for (var night = 0; night < 4; night++)
            runs.Add(await RunAsync("backup", "--folder", nightly, "--keep", "2"));

        Assert.All(runs, run => Assert.Equal((0, ""), (run.ExitCode, run.Error)));
        var written = runs.Select(run => Path.GetFileName(run.Lines[0].Split(' ')[0])).ToList();
        Assert.Equal(
            [.. written[2..].Order(StringComparer.Ordinal), "guideline-bot-before-upgrade.backup"],
            Directory.GetFiles(nightly).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)
        );
        Assert.Contains("--apply", (await RunAsync("restore", Path.Combine(nightly, written[3]))).Output, StringComparison.Ordinal);
        Assert.Contains("どちらか一つ", (await RunAsync("backup")).Refusal, StringComparison.Ordinal);
        Assert.Contains("1 以上", (await RunAsync("backup", "--folder", nightly, "--keep", "0")).Refusal, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_backed_up_while_the_bot_ran_comes_back(Server server)
    {
        var connection = await ConfigureAsync(server);
        await using (var bot = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value }))
        {
            var before = await Filed.EndAsync(bot, "sato");
            var backup = await RunAsync("backup", "--out", "bot.backup");
            Assert.Equal((0, ""), (backup.ExitCode, backup.Error));
            var after = await Filed.EndAsync(bot, "sato");
            Assert.Equal((1, 2), (before.Number, after.Number));
        }
        Assert.Contains("すでにあります。", (await RunAsync("backup", "--out", "bot.backup")).Refusal, StringComparison.Ordinal);

        Assert.Contains("まだ戻していません。", (await RunAsync("restore", "bot.backup")).Output, StringComparison.Ordinal);
        var restored = await RunAsync("restore", "bot.backup", "--apply");
        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        await using var again = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value });
        await using var database = again.Open();
        Assert.Equal(1, await database.Notices.CountAsync());
        Assert.Equal(2, (await Filed.EndAsync(again, "sato", "a:after")).Number);
    }

    private static async Task<string> EverythingAsync(Database database)
    {
        var all = new List<string>();
        all.AddRange((await database.Notices.AsNoTracking().ToListAsync()).Select(row => $"{row.SubmitterId} {row.SubmitterName}"));
        all.AddRange((await database.NoticeEvents.AsNoTracking().ToListAsync()).Select(row => $"{row.ById} {row.ByName}"));
        all.AddRange((await database.NoticeDrafts.AsNoTracking().ToListAsync()).Select(row => $"{row.OwnerId} {row.OwnerName}"));
        all.AddRange(
            (await database.Tickets.AsNoTracking().ToListAsync()).Select(row => $"{row.AskedById} {row.AskedByName} {row.AssigneeName}")
        );
        all.AddRange((await database.TicketEvents.AsNoTracking().ToListAsync()).Select(row => $"{row.ById} {row.ByName}"));
        all.AddRange((await database.Incidents.AsNoTracking().ToListAsync()).Select(row => row.OpenedByName));
        all.AddRange(
            (await database.IncidentSteps.AsNoTracking().ToListAsync()).Select(row =>
                $"{row.AssigneeId} {row.AssigneeName} {row.SettledByName}"
            )
        );
        all.AddRange((await database.IncidentMembers.AsNoTracking().ToListAsync()).Select(row => $"{row.PersonId} {row.Name}"));
        all.AddRange((await database.IncidentEvents.AsNoTracking().ToListAsync()).Select(row => $"{row.ById} {row.ByName}"));
        all.AddRange(
            (await database.KnownConversations.AsNoTracking().ToListAsync()).Select(row =>
                $"{row.PersonId} {(row.PersonId is null ? "" : row.Name)}"
            )
        );
        all.AddRange((await database.RecentQuestions.AsNoTracking().ToListAsync()).Select(row => row.Person));
        all.AddRange((await database.BotStates.AsNoTracking().ToListAsync()).Select(row => row.Key));
        return string.Join('\n', all);
    }

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

using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Incidents;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Architecture;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Storage;

/// <summary>
/// A small database of each released version is kept in <c>tests/Storage/Upgrades</c>, and the present program goes on from it. At a release
/// <c>GUIDELINEBOT_KEEP_DATABASE=1.2.0 dotnet test --filter FullyQualifiedName~UpgradeTests</c> writes the next one.
/// </summary>
public sealed class UpgradeTests
{
    private static readonly string Folder = Path.Combine(Sources.Root, "tests", "Storage", "Upgrades");

    public static TheoryData<string> Released =>
        [.. Directory.GetFiles(Folder, "*.db").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Fact]
    public async Task A_database_to_keep_is_written_where_one_is_asked_for()
    {
        var file = Path.Combine(TestFolder.New(), "kept.db");
        await WriteAsync(file);
        if (Environment.GetEnvironmentVariable("GUIDELINEBOT_KEEP_DATABASE") is { Length: > 0 } version)
            File.Copy(file, Path.Combine(Folder, $"{version}.db"), overwrite: true);

        await GoesOnAsync(file);
    }

    [Theory, MemberData(nameof(Released))]
    public async Task The_present_program_goes_on_from_a_released_database(string version)
    {
        var file = Path.Combine(TestFolder.New(), "bot.db");
        File.Copy(Path.Combine(Folder, $"{version}.db"), file);

        try
        {
            await GoesOnAsync(file);
        }
        catch (NewerDatabaseException written)
        {
            Assert.Fail(
                $"A migration that {version}.db has was written anew: {written.Message} Before the release, keep the database anew (above); after it, "
                    + "no migration is."
            );
        }
    }

    [Fact]
    public void The_version_has_its_database() => Assert.True(File.Exists(Path.Combine(Folder, $"{ProductVersion.Numbers}.db")));

    /// <summary>Something of everything that a city cannot lose.</summary>
    private static async Task WriteAsync(string file)
    {
        var work = Path.Combine(TestFolder.New(), "bot.db");
        await using (var bot = await BotHost.StartAsync(settings: On(work)))
        {
            await Filed.EndAsync(bot, "suzuki", "a:suzuki");
            await Filed.DraftAsync(bot, "suzuki", "a:suzuki");
            await bot.PressAsync(EscalateCard.SendVerb, new JsonObject { ["question"] = "写真の使い方の質問です" }, "suzuki", "a:suzuki");
            var incident = await bot.StartAsync(person: "suzuki");
            await bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(incident, "hold", IncidentStepCard.Done), "suzuki");
            await using var database = bot.Open();
            await database.Database.OpenConnectionAsync();
            // Small pages for small tables.
            await database.Database.ExecuteSqlAsync($"PRAGMA page_size = 512");
            await database.Database.ExecuteSqlAsync($"VACUUM INTO {file}");
        }
        SqliteConnection.ClearAllPools();
    }

    private static async Task GoesOnAsync(string file)
    {
        await using var bot = await BotHost.StartAsync(settings: On(file));

        Assert.Contains("第1号", (await bot.SayAsync("届出一覧")).Card().Words(), StringComparison.Ordinal);
        Assert.Contains("終了", (await bot.SayAsync("下書き", "suzuki", "a:suzuki")).Card().Words(), StringComparison.Ordinal);
        Assert.Contains(
            "炎上",
            (await bot.SayAsync("チェックリスト一覧", "suzuki", IncidentBot.Group)).Card().Words(),
            StringComparison.Ordinal
        );
        await using var database = bot.Open();
        Assert.Equal(StepState.Done, (await database.IncidentSteps.SingleAsync(step => step.Step == "hold")).State);
        Assert.Equal(1, await database.Notices.CountAsync());
        foreach (var table in database.Model.GetEntityTypes().Where(type => !type.IsOwned()))
            await ReadAsync(database, table.ClrType);
        Assert.Empty(await database.Database.GetPendingMigrationsAsync());
    }

    /// <summary>Every row with every column.</summary>
    private static async Task ReadAsync(Database database, Type entity) =>
        await (Task)
            typeof(UpgradeTests)
                .GetMethod(nameof(AllAsync), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
                .MakeGenericMethod(entity)
                .Invoke(null, [database])!;

    private static Task<List<T>> AllAsync<T>(Database database)
        where T : class => database.Set<T>().AsNoTracking().ToListAsync();

    private static Dictionary<string, string?> On(string file) => new() { ["ConnectionStrings:Sqlite"] = $"Data Source={file}" };
}

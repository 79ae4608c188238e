using GuidelineBot.Storage;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Storage;

public sealed class MigrationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_migrations_lead_to_the_model(Server server)
    {
        await using var storage = await TestStorage.StartAsync(server);
        await using var database = storage.Open();

        Assert.False(database.Database.HasPendingModelChanges(), "Run sh bot/Storage/change-tables.sh NAME.");
        Assert.NotEmpty(await database.Database.GetAppliedMigrationsAsync());
        Assert.Empty(await database.Database.GetPendingMigrationsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_migration_that_the_program_does_not_know_stops_the_start_and_is_named(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using (var newer = await TestStorage.StartAsync(connection))
        await using (var database = newer.Open())
            await database.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_FromTheFuture', '10.0.11')"""
            );

        var refused = await Assert.ThrowsAsync<NewerDatabaseException>(() => TestStorage.StartAsync(connection));

        Assert.Contains("29990101000000_FromTheFuture", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_from_before_the_first_release_is_left_alone_and_its_migrations_are_named(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using (var before = TestStorage.Build(connection))
        await using (var database = before.Open())
            await database.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsHistory" ("MigrationId" varchar(150) NOT NULL PRIMARY KEY, "ProductVersion" varchar(32) NOT NULL);
                INSERT INTO "__EFMigrationsHistory" VALUES ('20261123115618_Initial', '10.0.11'), ('20261123152635_Notices', '10.0.11');
                """
            );

        var refused = await Assert.ThrowsAsync<NewerDatabaseException>(() => TestStorage.StartAsync(connection));

        Assert.Contains("20261123115618_Initial、20261123152635_Notices", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Eight_instances_that_start_at_once_on_an_empty_database_all_come_up(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);

        var instances = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TestStorage.StartAsync(connection))));

        foreach (var instance in instances)
        {
            await using var database = instance.Open();
            Assert.Empty(await database.Tickets.ToListAsync());
            await instance.DisposeAsync();
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_start_keeps_what_is_there(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using (var first = await TestStorage.StartAsync(connection))
            await first.Get<ProcessedActivities>().ClaimAsync("a", TimeSpan.FromMinutes(1), default);

        await using var second = await TestStorage.StartAsync(connection);

        Assert.IsType<ClaimResult.Running>(await second.Get<ProcessedActivities>().ClaimAsync("a", TimeSpan.FromMinutes(1), default));
    }

    [Fact]
    public async Task A_process_that_died_during_the_upgrade_does_not_block_the_next_start()
    {
        var connection = await TestStorage.NewDatabaseAsync(Server.Sqlite);
        await using (var crashed = TestStorage.Build(connection))
        await using (var database = crashed.Open())
        {
            // What EF leaves behind when its process is killed while it holds the lock.
            await database.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-04-01 00:00:00');
                """
            );
        }

        await using var next = await TestStorage.StartAsync(connection).WaitAsync(TimeSpan.FromSeconds(30));

        await using var tables = next.Open();
        Assert.Empty(await tables.Tickets.ToListAsync());
    }
}

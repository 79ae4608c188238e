using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Tests.Storage;

public sealed class StorageSetupTests
{
    [Fact]
    public async Task Without_a_connection_string_a_file_appears_under_the_content_root()
    {
        var root = TestFolder.New();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = root });
        builder.Services.AddStorage(builder.Configuration);
        using var host = builder.Build();

        await host.StartAsync();

        Assert.True(File.Exists(Path.Combine(root, "var", "guideline-bot.db")));
        await host.StopAsync();
    }

    [Fact]
    public async Task Every_sqlite_connection_logs_ahead_and_waits_for_other_writers()
    {
        await using var storage = await TestStorage.StartAsync(Server.Sqlite);
        await using var database = storage.Open();

        const int normal = 1;
        Assert.Equal(["wal"], await database.Database.SqlQuery<string>($"PRAGMA journal_mode").ToListAsync());
        Assert.Equal([normal], await database.Database.SqlQuery<int>($"PRAGMA synchronous").ToListAsync());
        Assert.Equal([10000], await database.Database.SqlQuery<int>($"PRAGMA busy_timeout").ToListAsync());
    }

    [Fact]
    public async Task The_bot_refuses_to_start_when_it_should_keep_questions_for_no_time()
    {
        var connection = await TestStorage.NewDatabaseAsync(Server.Sqlite);

        await Assert.ThrowsAsync<OptionsValidationException>(() => TestStorage.StartAsync(connection, ("Retention:QuestionLogDays", "0")));
    }
}

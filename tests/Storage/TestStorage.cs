using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace GuidelineBot.Tests.Storage;

/// <summary>The storage slice as the bot registers it, on a database of its own; the tables are there once it has started.</summary>
internal sealed class TestStorage : IAsyncDisposable
{
    private readonly IHost host;

    private TestStorage(IHost host) => this.host = host;

    public FakeTimeProvider Clock => (FakeTimeProvider)host.Services.GetRequiredService<TimeProvider>();

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public Changes Changes => ChangesOn(Get<IDbContextFactory<Database>>(), Get<Statements>(), Clock);

    /// <summary>As the bot makes them, where nothing draws cards or delivers.</summary>
    public static Changes ChangesOn(IDbContextFactory<Database> databases, Statements statements, TimeProvider clock) =>
        new(databases, new LiveCards(statements, clock), new DeliveryBell(), clock);

    public Database Open() => Get<IDbContextFactory<Database>>().CreateDbContext();

    public static async Task<TestStorage> StartAsync(Server server, params (string Key, string Value)[] settings) =>
        await StartAsync(await NewDatabaseAsync(server), settings);

    public static async Task<TestStorage> StartAsync((string Key, string Value) connection, params (string Key, string Value)[] settings)
    {
        var storage = Build(connection, settings);
        await storage.host.StartAsync();
        return storage;
    }

    public static TestStorage Build((string Key, string Value) connection, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
            settings.Append(connection).Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))
        );
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9))));
        builder.Services.AddStorage(builder.Configuration);
        return new TestStorage(builder.Build());
    }

    /// <summary>The setting that leads to a database nobody else uses.</summary>
    public static async Task<(string Key, string Value)> NewDatabaseAsync(Server server) =>
        server switch
        {
            Server.Postgres => ("ConnectionStrings:Postgres", await PostgresCluster.CreateDatabaseAsync()),
            _ => ("ConnectionStrings:Sqlite", $"Data Source={Path.Combine(TestFolder.New(), "bot.db")}"),
        };

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}

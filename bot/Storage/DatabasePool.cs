using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GuidelineBot.Storage;

/// <summary>Hands out pooled contexts of the provider that the configuration names.</summary>
internal sealed class DatabasePool(IConfiguration configuration, IHostEnvironment environment, IServiceProvider provider)
    : IDbContextFactory<Database>
{
    // Read on first use, not on registration: until then a host under test may still change its configuration.
    private readonly Lazy<Func<Database>> rent = new(() =>
        configuration.GetConnectionString("Postgres") is { Length: > 0 } postgres
            ? Pool(PostgresDatabase.Options(postgres), provider).CreateDbContext
            : Pool(SqliteDatabase.Options(Sqlite(configuration), environment.ContentRootPath), provider).CreateDbContext
    );

    public Database CreateDbContext() => rent.Value();

    private static string Sqlite(IConfiguration configuration) =>
        configuration.GetConnectionString("Sqlite") is { Length: > 0 } sqlite ? sqlite : SqliteDatabase.DefaultConnection;

    private static PooledDbContextFactory<T> Pool<T>(DbContextOptionsBuilder<T> options, IServiceProvider provider)
        where T : Database =>
        new(
            options
                .UseApplicationServiceProvider(provider)
                .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)))
                .Options
        );
}

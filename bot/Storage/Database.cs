using System.Data.Common;
using GuidelineBot.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Storage;

/// <summary>The tables; one thin class a provider below it, because each has migrations of its own.</summary>
internal abstract class Database(DbContextOptions options) : DbContext(options)
{
    public DbSet<ProcessedActivity> ProcessedActivities => Set<ProcessedActivity>();
    public DbSet<BotStateItem> BotStates => Set<BotStateItem>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>The value as its column holds it, for parameters of hand-written SQL.</summary>
    public abstract object Stored(DateTimeOffset instant);

    /// <summary>Whether a change could not be stored because somebody else was faster; every other reason is a fault.</summary>
    public bool IsConflict(DbUpdateException refused) => refused is DbUpdateConcurrencyException || IsConflict(refused.InnerException);

    /// <summary>Whether the database refused a key that exists already, or broke a tie.</summary>
    protected abstract bool IsConflict(Exception? refused);

    /// <summary>
    /// Counts the row's version up, and so locks it until the transaction ends: whoever comes next waits here, and then reads what this
    /// one did. The one way of locking,
    /// because the second of two then sees what the first has done and can say so, where a version checked at the end makes each caller
    /// try again.
    /// </summary>
    /// <returns>False where there is no such row.</returns>
    public async Task<bool> LockAsync<T>(Guid id, CancellationToken cancellationToken)
        where T : class =>
        await Set<T>()
            .Where(row => EF.Property<Guid>(row, "Id") == id)
            .ExecuteUpdateAsync(
                row => row.SetProperty(found => EF.Property<int>(found, "Version"), found => EF.Property<int>(found, "Version") + 1),
                cancellationToken
            ) == 1;

    /// <summary>Applies the migrations that are missing.</summary>
    /// <exception cref="NewerDatabaseException">The tables are of a state that this program does not know; nothing is changed.</exception>
    public async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        var missing = Database.GetMigrations().ToHashSet();
        var unknown = new List<string>();
        foreach (var applied in await AppliedAsync(cancellationToken))
            if (!missing.Remove(applied))
                unknown.Add(applied);
        if (unknown.Count > 0)
            throw new NewerDatabaseException(unknown);
        if (missing.Count > 0)
            await MigrateAsync(cancellationToken);
    }

    /// <summary>Overwrites what was deleted or changed and still lies about in the file.</summary>
    public virtual Task ScrubAsync(CancellationToken cancellationToken) => Database.ExecuteSqlAsync($"VACUUM", cancellationToken);

    protected virtual Task MigrateAsync(CancellationToken cancellationToken) => Database.MigrateAsync(cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.IgnoreAny<Actor>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<ClauseId>().HaveConversion<ClauseIdColumn>().HaveMaxLength(200);
    }

    /// <summary>Each slice maps its own tables (<see cref="IEntityTypeConfiguration{TEntity}"/>).</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Database).Assembly);

    // By hand: EF's own query names the columns as this program would, and fails on a table that another version has made.
    private async Task<List<string>> AppliedAsync(CancellationToken cancellationToken)
    {
        var applied = new List<string>();
        try
        {
            await Database.OpenConnectionAsync(cancellationToken);
            await using var command = Database.GetDbConnection().CreateCommand();
            command.CommandText = """SELECT * FROM "__EFMigrationsHistory" """;
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            while (await row.ReadAsync(cancellationToken))
                applied.Add(row.GetString(0));
        }
        catch (DbException)
        {
            // No such table or database yet: migrating creates it, or reports what else is wrong.
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
        return applied;
    }
}

/// <summary>The tables were made by another version of the program; the message names what this one does not know.</summary>
internal sealed class NewerDatabaseException(IReadOnlyList<string> unknown)
    : Exception(
        $"データベースに、このプログラムの知らない変更があります（{string.Join("、", unknown)}）。データベースを作った版のプログラムを使うか、その版より前の控えに戻してください。"
    );

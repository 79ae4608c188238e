using AdaptiveCards;
using GuidelineBot.Accounts;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Rehearsal;

/// <summary>The whole bot without a server, on a database of its own in memory that outlives a restart.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static int stages;

    private readonly string connection = $"Data Source=guideline-bot-{Interlocked.Increment(ref stages)};Mode=Memory;Cache=Shared";
    private readonly LiveKnowledge knowledge;
    private readonly IReadOnlyList<string> reviewers;
    private readonly StageClock clock;
    private readonly SqliteConnection kept;
    private WebApplication app = null!;

    private Stage(LiveKnowledge knowledge, Script script, StageClock clock)
    {
        (this.knowledge, this.clock) = (knowledge, clock);
        reviewers =
        [
            .. script.Turns.Where(turn => turn.Role == "reviewer").Select(turn => Person.DirectoryIdOf(turn.By ?? "a")).Distinct(),
        ];
        kept = new SqliteConnection(Resolved(connection));
    }

    public IServiceProvider Services => app.Services;

    public InProcessChannel Channel { get; private set; } = null!;

    /// <param name="empty">A database with the tables and nothing in them.</param>
    public static async Task<Stage> OpenAsync(LiveKnowledge knowledge, Script script, StageClock clock, SqliteConnection? empty)
    {
        var stage = new Stage(knowledge, script, clock);
        await stage.kept.OpenAsync();
        if (empty is not null)
            empty.BackupDatabase(stage.kept);
        stage.Start();
        if (empty is null)
        {
            await using var database = await stage.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContextAsync();
            await database.UpgradeAsync(default);
        }
        await stage.RegisterAsync(script.Accounts ?? []);
        return stage;
    }

    /// <summary>For further stages to begin from.</summary>
    public SqliteConnection Kept => kept;

    /// <summary>The process ends and another begins.</summary>
    public async Task RestartAsync()
    {
        await app.DisposeAsync();
        Start();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await kept.DisposeAsync();
    }

    private static string Resolved(string connection)
    {
        var file = new SqliteConnectionStringBuilder(connection);
        file.DataSource = Path.GetFullPath(file.DataSource, AppContext.BaseDirectory);
        return file.ConnectionString;
    }

    private void Start()
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Development" }
        );
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["ConnectionStrings:Sqlite"] = connection, ["Playground:Enabled"] = "false" }.Concat(
                reviewers.Select((id, place) => KeyValuePair.Create($"Roles:Reviewers:{place}", (string?)id))
            )
        );
        builder.Services.AddBot(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(knowledge);
        builder.Services.AddSingleton<IProactiveMessages, Unheard>();
        builder.Services.AddSingleton<TimeProvider>(clock);
        app = builder.Build();
        Channel = ActivatorUtilities.CreateInstance<InProcessChannel>(app.Services);
    }

    /// <summary>What the bot says by itself, nobody in a script hears.</summary>
    private sealed class Unheard : IProactiveMessages
    {
        public Task<string?> SendAsync(string reference, AdaptiveCard card, string summary, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);

        public Task RedrawAsync(string reference, string activity, AdaptiveCard card, CancellationToken cancellationToken) =>
            Task.CompletedTask;
    }

    private async Task RegisterAsync(IReadOnlyList<ScriptAccount> accounts)
    {
        if (accounts.Count == 0)
            return;
        await using var database = await Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContextAsync();
        foreach (var account in accounts)
            database.Accounts.Add(
                new Account
                {
                    Service = account.Service,
                    Name = account.AccountName,
                    Url = account.Url ?? "",
                    UrlKey = AccountKey.Of(account.Url),
                    Section = account.Section ?? "",
                    Operator = account.Person ?? "",
                    StartedOn = DateOnly.FromDateTime(clock.GetLocalNow().DateTime).AddYears(-1),
                }
            );
        await database.SaveChangesAsync();
    }

    /// <summary>Somebody in a script, as Teams would know them.</summary>
    internal static class Person
    {
        public static string IdOf(string letter) => $"29:script-{letter}";

        public static string DirectoryIdOf(string letter) => $"44444444-4444-4444-8444-{(int)letter[0]:D12}";
    }
}

/// <summary>Shows what a script says, and goes on by itself no further.</summary>
internal sealed class StageClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("JST", TimeSpan.FromHours(9), "JST", "JST");

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void Pass(TimeSpan time) => now += time;
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GuidelineBot.Tests.Faults;
using GuidelineBot.Tests.Storage;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace GuidelineBot.Tests.Attack;

/// <summary>
/// Damaged activities of every kind at <c>/api/messages</c>. <c>GUIDELINEBOT_FUZZ=1000000</c> says how many, <c>GUIDELINEBOT_SEED</c> which.
/// </summary>
[Slow]
[Collection(CostTests.Alone)]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Usual = 2_000;
    private const int Hands = 8;
    private const int Suspects = 20;

    private string service = "";

    private static readonly HttpStatusCode[] Expected =
    [
        HttpStatusCode.OK,
        HttpStatusCode.Created,
        HttpStatusCode.BadRequest,
        HttpStatusCode.Forbidden,
        HttpStatusCode.RequestEntityTooLarge,
        HttpStatusCode.NotImplemented,
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_comes_is_answered_without_a_fault(Server server)
    {
        var isLong = int.TryParse(Environment.GetEnvironmentVariable("GUIDELINEBOT_FUZZ"), CultureInfo.InvariantCulture, out var set);
        var (seed, wanted) = (FaultRun.Seed(output, isLong), isLong ? set : Usual);
        using var log = new Faulty();
        await using var bot = await FaultBot.WithinAsync(await TestStorage.NewDatabaseAsync(server), log.Attach);
        service = bot.Teams.ServiceUrl;
        // Far longer than any turn may take.
        bot.Http.Timeout = TimeSpan.FromSeconds(30);
        var seeds = await Seeds.PrepareAsync(bot);
        var began = Stopwatch.GetTimestamp();
        var answers = new int[600];
        var slowest = new Slowest(Suspects);
        // The first to fail ends it.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, wanted),
            new ParallelOptions { MaxDegreeOfParallelism = Hands },
            async (number, _) =>
            {
                var dice = new Random(HashCode(seed, number));
                var body = new Mutator(dice).Damage(seeds.Any(dice));
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                var sent = Stopwatch.GetTimestamp();
                using var answer = await PostAsync(
                    bot,
                    content,
                    () => $"GUIDELINEBOT_SEED={seed}, activity {number}: no answer\n{Encoding.UTF8.GetString(body)}"
                );
                slowest.Add(Stopwatch.GetElapsedTime(sent), body);
                Interlocked.Increment(ref answers[(int)answer.StatusCode]);
                var text = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                // An apology with a reference number is an answer, too, and a fault all the same.
                if (
                    !Expected.Contains(answer.StatusCode)
                    || (text.Contains("うまく処理できませんでした", StringComparison.Ordinal) && IsReachable(body))
                )
                    Assert.Fail(
                        $"GUIDELINEBOT_SEED={seed}, activity {number}: {(int)answer.StatusCode} {text}\n{Encoding.UTF8.GetString(body)}\n{log.Last}"
                    );
                // Nor does one that nobody was told of pass.
                if (log.Last is { } fault)
                    Assert.Fail($"GUIDELINEBOT_SEED={seed}, activity {number} or one beside it: {fault}\n{Encoding.UTF8.GetString(body)}");
                bot.Teams.Calls.Clear();
                bot.Teams.Taken.Clear();
            }
        );
        // On a busy machine anything may take long: what took longest is sent again, alone, and what it costs is measured.
        foreach (var body in slowest.Bodies)
            await Processor.AssertCheapAsync(
                $"GUIDELINEBOT_SEED={seed}: {Encoding.UTF8.GetString(body)}",
                async () =>
                {
                    using var content = new ByteArrayContent(Slowest.Anew(body));
                    content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                    (await bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content)).Dispose();
                }
            );
        Assert.Contains(
            "4⑤",
            (await bot.SayAsync("パスワードってどれくらいの頻度で変えるの？", "afterwards", "a:afterwards")).Card().Words(),
            StringComparison.Ordinal
        );
        var counts = answers.Index().Where(count => count.Item > 0).Select(count => $"{count.Index}: {count.Item}");
        output.WriteLine($"{wanted} activities in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: {string.Join(", ", counts)}");
    }

    private static async Task<HttpResponseMessage> PostAsync(BotHost bot, HttpContent content, Func<string> about)
    {
        try
        {
            return await bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(about());
        }
    }

    /// <summary>Whether the bot could answer there; elsewhere, it is right to fail. With a token the address is the token's.</summary>
    private bool IsReachable(byte[] body) =>
        Encoding.UTF8.GetString(body).Contains($"\"serviceUrl\":\"{service}\"", StringComparison.Ordinal);

    /// <summary>The same from run to run, which the framework's is not.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 397) ^ (number * 7919));

    /// <summary>The last fault of a turn, for the reader of a failure; of those that it is right to have where an address is not the channel's, none.</summary>
    private sealed class Faulty : ILoggerProvider, ILogger
    {
        public string? Last { get; private set; }

        public void Attach(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(this);

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var text = formatter(state, exception);
            if (
                IsEnabled(logLevel)
                && text.StartsWith("Turn failed", StringComparison.Ordinal)
                && exception is not (HttpRequestException or ErrorResponseException or UriFormatException)
            )
                Last = $"{text} {exception}";
        }

        public void Dispose() { }
    }
}

using System.Globalization;
using System.Net;

namespace GuidelineBot.Load;

/// <summary>Drives a bot with several people at once, and beside it, in the same run, the bare endpoint.</summary>
internal static class LoadRun
{
    private const int MemoryEvery = 10_000;

    /// <param name="Turns">Instead of a time; 0 for none.</param>
    internal sealed record Options(
        int Connections,
        TimeSpan Time,
        TimeSpan WarmUp,
        string[] Mixes,
        string? Postgres,
        Uri? Url,
        int Turns,
        TimeSpan Drain,
        FileInfo[] Bots,
        int Rounds
    );

    private sealed record Figures(
        string Mix,
        double PerSecond,
        double[] Percentiles,
        int Errors,
        double MemoryBefore,
        double MemoryAfter,
        double CpuPerTurn,
        int Filed,
        int Written
    );

    public static async Task RunAsync(Options options, CancellationToken cancellationToken)
    {
        await using var sink = await Sink.StartAsync();
        Console.Error.WriteLine(
            $"{Environment.ProcessorCount} cores, {options.Connections} connections; the load comes from the same machine."
        );
        var bare = await BesideAsync(options, sink, cancellationToken);
        var (filed, written, offices) = (0, 0, new HashSet<Uri>());
        foreach (
            var (mix, build) in Enumerable
                .Range(0, options.Rounds)
                .SelectMany(_ => options.Mixes)
                .SelectMany(mix => options.Bots.Prepend(null), (mix, build) => (mix, build))
        )
        {
            await using var bot = options.Url is { } url ? Target.At(url) : await Target.BotAsync(options.Postgres, build);
            if (offices.Add(bot.Address))
                await OpenOfficeAsync(bot, sink, cancellationToken);
            var figures = await MeasureAsync(bot, sink, mix, options, cancellationToken);
            Write(build is null ? figures : figures with { Mix = $"{mix}, {build.Directory!.Name}" }, bare);
            (filed, written) = (filed + figures.Filed, written + figures.Written);
        }
        // The chats stay while the outbox is emptied.
        await Task.Delay(options.Drain, cancellationToken);
        Console.Out.WriteLine(
            $"\nAcknowledged, the warm-up included: {filed} notices, {written} entries of timelines. The office was told {sink.Told - offices.Count} times."
        );
    }

    /// <summary>What the bot is compared with, in the same run.</summary>
    /// <returns>Turns a second of the bare endpoint.</returns>
    private static async Task<double> BesideAsync(Options options, Sink sink, CancellationToken cancellationToken)
    {
        Head();
        var bare = 0.0;
        foreach (
            var (name, start) in ((string, Func<Task<Target>>)[])
                [
                    ("bare endpoint", Target.BareAsync),
                    ("genuine echo", () => Target.EchoAsync(isKept: false)),
                    ("genuine echo, kept connector", () => Target.EchoAsync(isKept: true)),
                ]
        )
        {
            await using var target = await start();
            var figures = await MeasureAsync(target, sink, "questions", options with { Turns = 0 }, cancellationToken);
            bare = bare == 0 ? figures.PerSecond : bare;
            Write(figures with { Mix = name }, bare);
        }
        return bare;
    }

    /// <summary>Somebody of 広報広聴課 wants to be told of notices, so that each goes through the outbox.</summary>
    private static async Task OpenOfficeAsync(Target target, Sink sink, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = target.Address };
        await new Person(http, sink, 0, cancellationToken).SayAsync("ここに届ける", Sink.Office);
    }

    private static async Task<Figures> MeasureAsync(
        Target target,
        Sink sink,
        string mix,
        Options options,
        CancellationToken cancellationToken
    )
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = options.Connections };
        using var http = new HttpClient(handler) { BaseAddress = target.Address, DefaultRequestVersion = HttpVersion.Version11 };
        var mixes = new Mixes(sink);
        await DriveAsync(http, sink, mixes, mix, options.Connections, options.WarmUp, cancellationToken);

        var (memory, cpu, began) = (target.Memory, target.Cpu, TimeProvider.System.GetTimestamp());
        List<Person> people = [];
        if (options.Turns == 0)
            people.AddRange(await DriveAsync(http, sink, mixes, mix, options.Connections, options.Time, cancellationToken));
        for (var turns = 0; turns < options.Turns; turns = people.Sum(person => person.Turns.Count))
        {
            people.AddRange(await DriveAsync(http, sink, mixes, mix, options.Connections, null, cancellationToken, MemoryEvery));
            Console.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{people.Sum(person => person.Turns.Count), 8} turns  {target.Memory:0} MB")
            );
        }
        var elapsed = TimeProvider.System.GetElapsedTime(began);
        var times = people.SelectMany(person => person.Turns).Select(time => time.TotalMilliseconds).Order().ToArray();
        return new Figures(
            mix,
            times.Length / elapsed.TotalSeconds,
            [At(0.5), At(0.95), At(0.99)],
            people.Sum(person => person.Errors),
            memory,
            target.Memory,
            (target.Cpu - cpu).TotalMilliseconds / times.Length,
            mixes.Filed,
            mixes.Written
        );

        double At(double share) => times.Length == 0 ? double.NaN : times[(int)(share * (times.Length - 1))];
    }

    /// <summary>Until the time is over, or each has taken their share of the turns.</summary>
    private static async Task<List<Person>> DriveAsync(
        HttpClient http,
        Sink sink,
        Mixes mixes,
        string mix,
        int connections,
        TimeSpan? time,
        CancellationToken cancellationToken,
        int turns = int.MaxValue
    )
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (time is { } limit)
            over.CancelAfter(limit);
        var people = Enumerable.Range(0, connections).Select(number => new Person(http, sink, number, over.Token)).ToList();
        await Task.WhenAll(
            people.Select(person =>
                Task.Run(
                    async () =>
                    {
                        try
                        {
                            while (person.Turns.Count < turns / connections)
                            {
                                person.BecomeSomebody();
                                await mixes.ActAsync(mix, person);
                            }
                        }
                        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested) { }
                    },
                    CancellationToken.None
                )
            )
        );
        return people;
    }

    private static void Head() =>
        Console.Out.WriteLine(
            """
            | mix | turns/s | of bare | p50 ms | p95 ms | p99 ms | errors | memory MB | CPU ms a turn |
            |---|---|---|---|---|---|---|---|---|
            """
        );

    private static void Write(Figures figures, double bare) =>
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {figures.Mix} | {figures.PerSecond:0} | {figures.PerSecond / bare:0.00} | {figures.Percentiles[0]:0.0} "
                    + $"| {figures.Percentiles[1]:0.0} | {figures.Percentiles[2]:0.0} | {figures.Errors} "
                    + $"| {figures.MemoryBefore:0} → {figures.MemoryAfter:0} | {figures.CpuPerTurn:0.00} |"
            )
        );
}

using System.Globalization;

namespace GuidelineBot.Load;

/// <summary>
/// From starting the process to the first answered question, on an empty database and on one that is there already; the bare endpoint
/// beside it.
/// </summary>
internal static class ColdStart
{
    private const string Question = "パスワードってどれくらいの頻度で変えるの？";

    public static async Task RunAsync(int rounds, FileInfo[] bots, CancellationToken cancellationToken)
    {
        await using var sink = await Sink.StartAsync();
        var folder = Directory.CreateTempSubdirectory("guideline-bot-start-");
        try
        {
            var bare = new List<TimeSpan>();
            var builds = bots.Prepend(null)
                .Select(build => (Build: build, Empty: new List<TimeSpan>(), Again: new List<TimeSpan>()))
                .ToList();
            // In turn, because the machine's speed drifts.
            for (var round = 0; round < rounds; round++)
            {
                bare.Add(await OnceAsync(Target.BareAsync, sink, cancellationToken));
                foreach (var (build, empty, again) in builds)
                {
                    var home = folder.CreateSubdirectory($"{round}-{builds.FindIndex(known => known.Build == build)}");
                    empty.Add(await OnceAsync(() => Target.BotAsync(null, build, home), sink, cancellationToken));
                    again.Add(await OnceAsync(() => Target.BotAsync(null, build, home), sink, cancellationToken));
                }
            }
            Console.Out.WriteLine(
                """
                | from the start of the process to the first answer | median s | least s | most s |
                |---|---|---|---|
                """
            );
            Write("bare endpoint", bare);
            foreach (var (build, empty, again) in builds)
            {
                var name = build is null ? "" : $", {build.Directory!.Name}";
                Write($"empty database{name}", empty);
                Write($"database of the start before{name}", again);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TimeSpan> OnceAsync(Func<Task<Target>> start, Sink sink, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var target = await start();
        using var http = new HttpClient { BaseAddress = target.Address };
        var person = new Person(http, sink, 1, cancellationToken);
        await person.SayAsync(Question);
        return person.Errors == 0
            ? TimeProvider.System.GetElapsedTime(began)
            : throw new InvalidOperationException("The first question was not answered.");
    }

    private static void Write(string what, List<TimeSpan> times)
    {
        times.Sort();
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {times[times.Count / 2].TotalSeconds:0.00} | {times[0].TotalSeconds:0.00} | {times[^1].TotalSeconds:0.00} |"
            )
        );
    }
}

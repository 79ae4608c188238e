using System.CommandLine;
using GuidelineBot.Load;

// dotnet run -c Release --project tests/Load -- turns | start | bench | bare | echo (see the README, «Under load»)
var connections = new Option<int>("--connections")
{
    Description = "How many people write at the same time.",
    DefaultValueFactory = _ => 16,
};
var seconds = new Option<int>("--seconds") { Description = "How long each mix is measured.", DefaultValueFactory = _ => 20 };
var warmUp = new Option<int>("--warm-up")
{
    Description = "How long each mix runs before it counts, in seconds.",
    DefaultValueFactory = _ => 5,
};
var mixes = new Option<string[]>("--mix")
{
    Description = $"One or more of {string.Join(", ", Mixes.Names)}.",
    DefaultValueFactory = _ => [.. Mixes.Names],
    AllowMultipleArgumentsPerToken = true,
};
var postgres = new Option<string?>("--postgres") { Description = "A PostgreSQL connection string instead of a new SQLite file." };
var url = new Option<Uri?>("--url")
{
    CustomParser = given => new Uri(given.Tokens[0].Value),
    Description = "A bot that runs already, such as several behind nginx.",
};
var count = new Option<int>("--turns") { Description = "A number of turns instead of a time; memory is printed every 10,000 turns." };
var bots = new Option<FileInfo[]>("--bot")
{
    Description = "GuidelineBot.dll of other builds to compare with, measured in turn with this checkout's Release build.",
    AllowMultipleArgumentsPerToken = true,
};
var rounds = new Option<int>("--rounds")
{
    Description = "How often all is measured; the machine's speed drifts.",
    DefaultValueFactory = _ => 1,
};
var drain = new Option<int>("--drain")
{
    Description = "How long the connector stays after the last turn, in seconds, so that the outbox can be emptied.",
};

var turns = new Command("turns", "Drives the bot with realistic turns and prints a table.")
{
    connections,
    seconds,
    warmUp,
    mixes,
    postgres,
    url,
    count,
    drain,
    bots,
    rounds,
};
turns.SetAction(
    (parsed, cancellationToken) =>
        LoadRun.RunAsync(
            new LoadRun.Options(
                parsed.GetValue(connections),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                TimeSpan.FromSeconds(parsed.GetValue(warmUp)),
                parsed.GetValue(mixes)!,
                parsed.GetValue(postgres),
                parsed.GetValue(url),
                parsed.GetValue(count),
                TimeSpan.FromSeconds(parsed.GetValue(drain)),
                parsed.GetValue(bots) ?? [],
                parsed.GetValue(rounds)
            ),
            cancellationToken
        )
);
var start = new Command("start", "Times cold starts, from the process to the first answer.") { rounds, bots };
start.SetAction((parsed, cancellationToken) => ColdStart.RunAsync(parsed.GetValue(rounds), parsed.GetValue(bots) ?? [], cancellationToken));
var bare = new Command("bare", "The least that any bot must do: reads the activity and posts one fixed reply. Prints its address.");
bare.SetAction((_, cancellationToken) => BareEndpoint.RunAsync(cancellationToken));
var isKept = new Option<bool>("--kept") { Description = "With its connector client kept from turn to turn." };
var echo = new Command("echo", "The echo bot of the Bot Framework's samples. Prints its address.") { isKept };
echo.SetAction((parsed, cancellationToken) => GenuineEcho.RunAsync(parsed.GetValue(isKept), cancellationToken));
var bench = new Command("bench", "Search, index, cards and parsing with BenchmarkDotNet; further arguments are its own.")
{
    TreatUnmatchedTokensAsErrors = false,
};
bench.SetAction(parsed => Benchmarks.Run([.. parsed.UnmatchedTokens]));
return await new RootCommand("Measures GuidelineBot.") { turns, start, bare, echo, bench }
    .Parse(args)
    .InvokeAsync();

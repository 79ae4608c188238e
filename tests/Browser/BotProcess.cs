using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBot.Tests.Browser;

/// <summary>The bot as a newcomer starts it: a process of its own in Development, in an empty folder, the Playground beside it.</summary>
public sealed partial class BotProcess : IAsyncDisposable
{
    /// <summary>Two npx that fetch the same package at once get in each other's way.</summary>
    public const string OneAtATime = "Playground";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guideline-bot-");
    private readonly ConcurrentQueue<string> lines = new();
    private readonly SemaphoreSlim written = new(0);
    private readonly Process process;

    private BotProcess(string? path, Dictionary<string, string> settings)
    {
        var bot = typeof(Program).Assembly.Location;
        // A program started in the background of a shell ignores SIGINT, and so would its children: env gives it back.
        var start = OperatingSystem.IsLinux()
            ? new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT", Machine.Dotnet, bot])
            : new ProcessStartInfo(Machine.Dotnet, [bot]);
        start.WorkingDirectory = folder.FullName;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        foreach (
            var (name, value) in new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Knowledge__Path"] = Path.Combine(Path.GetDirectoryName(bot)!, "knowledge"),
                ["Playground__Port"] = FreePort().ToString(CultureInfo.InvariantCulture),
                ["PATH"] = path ?? Environment.GetEnvironmentVariable("PATH")!,
            }.Concat(settings)
        )
            start.Environment[name] = value;

        process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    /// <summary>Its database, which others may read meanwhile.</summary>
    public string Database => Path.Combine(folder.FullName, "var", "guideline-bot.db");

    /// <summary>Everything that it wrote to its console.</summary>
    public string Output => string.Join('\n', lines);

    /// <param name="path">PATH of the process; null for this test's own.</param>
    /// <param name="settings">As environment variables, <c>__</c> between the parts.</param>
    public static BotProcess Start(string? path = null, Dictionary<string, string>? settings = null) => new(path, settings ?? []);

    /// <summary>The address of the bot itself.</summary>
    public async Task<Uri> AddressAsync() => new((await WrittenAsync(Listening(), TimeSpan.FromSeconds(60))).Groups[1].Value);

    /// <summary>The address that the bot tells people to open; npx may have to fetch the Playground first.</summary>
    public async Task<Uri> PlaygroundAsync() => new((await WrittenAsync(Open(), TimeSpan.FromSeconds(120))).Groups[1].Value);

    /// <summary>Waits until the console shows the pattern.</summary>
    public async Task<Match> WrittenAsync(Regex pattern, TimeSpan atMost)
    {
        using var late = new CancellationTokenSource(atMost);
        for (; ; )
        {
            if (pattern.Match(Output) is { Success: true } match)
                return match;
            if (process.HasExited)
                throw new InvalidOperationException($"The bot ended ({process.ExitCode}):\n{Output}");
            try
            {
                await written.WaitAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"「{pattern}」 did not appear within {atMost.TotalSeconds} s:\n{Output}");
            }
        }
    }

    /// <summary>Ctrl+C.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await process.WaitForExitAsync(late.Token);
        return process.ExitCode;
    }

    /// <summary>At once, without a chance to put anything in order.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        written.Dispose();
        folder.Delete(recursive: true);
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lines.Enqueue(line.Data);
        written.Release();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"ブラウザーで (http://\S+) を開く")]
    private static partial Regex Open();
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Playground;

/// <summary>Runs the Playground (fetched by npx, version pinned) as long as the bot runs, and says which address to open.</summary>
internal sealed partial class PlaygroundProcess(
    IServer server,
    IHostApplicationLifetime lifetime,
    IHostEnvironment environment,
    IOptions<PlaygroundOptions> options,
    ILogger<PlaygroundProcess> logger
) : BackgroundService
{
    private const string Package = "@microsoft/m365agentsplayground@0.2.28";

    // The Playground reads its people from the working directory and writes its log there.
    private const string People = ".m365agentsplayground.yml";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await StartedAsync(stoppingToken))
            return;

        using var process = new Process { StartInfo = Command() };
        process.OutputDataReceived += (_, line) => Report(line.Data);
        process.ErrorDataReceived += (_, line) => Report(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            LogNoNode();
            return;
        }
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(stoppingToken);
            LogEnded(process.ExitCode);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private ProcessStartInfo Command()
    {
        var folder = Path.Combine(environment.ContentRootPath, "var", "playground");
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Playground", People), Path.Combine(folder, People), overwrite: true);

        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npx.cmd" : "npx")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (
            var argument in (string[])
                [
                    "-y",
                    Package,
                    "start",
                    "-e",
                    $"{Address()}/api/messages",
                    "-c",
                    "msteams",
                    "-p",
                    $"{options.Value.Port}",
                    "--disable-telemetry",
                ]
        )
            start.ArgumentList.Add(argument);
        // It sends statistics home even with telemetry off, and opens a window by itself.
        start.Environment["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "1";
        start.Environment["BROWSER"] = "/bin/true";
        return start;
    }

    private string Address()
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:3978";
        // A bot that listens on every address of the machine names none of them.
        var port = new Uri(EveryAddress().Replace(bound, "localhost")).Port;
        return $"http://127.0.0.1:{port}";
    }

    private async Task<bool> StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource();
        await using var running = lifetime.ApplicationStarted.Register(started.SetResult);
        await using var stopped = cancellationToken.Register(() => started.TrySetCanceled(cancellationToken));
        await started.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return started.Task.IsCompletedSuccessfully;
    }

    private void Report(string? line)
    {
        if (line is not null && Listening().Match(line) is { Success: true } match)
            LogOpen($"http://localhost:{match.Groups[1].ValueSpan}/");
        else if (!string.IsNullOrWhiteSpace(line))
            LogOutput(line);
    }

    [GeneratedRegex(@"Listening on (\d+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"\[::\]|\*|\+")]
    private static partial Regex EveryAddress();

    [LoggerMessage(Level = LogLevel.Information, Message = "ブラウザーで {Address} を開くと、ボットと話せます（終了は Ctrl+C）。")]
    private partial void LogOpen(string address);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "npx が見つからないため、Playground は起動しません。Node.js 20 以降（https://nodejs.org/）を入れると使えます。ボットはこのまま動きます。"
    )]
    private partial void LogNoNode();

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Playground が終了しました（コード {Code}）。ボットはこのまま動きます。くわしくは var/playground/devTools のログをご覧ください。"
    )]
    private partial void LogEnded(int code);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Playground: {Line}")]
    private partial void LogOutput(string line);
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace GuidelineBot.Tests;

/// <summary>
/// Programs of these tests that run on Node.js: a folder with a package.json, copied beside the tests, its packages fetched as the lock
/// file says.
/// </summary>
internal static class NodeFolder
{
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Installed = [];

    public static string Of(params string[] path) => Path.Combine([AppContext.BaseDirectory, .. path]);

    /// <summary>Once a run; nothing is fetched again while the lock file stays.</summary>
    public static Task InstallAsync(string folder) => Installed.GetOrAdd(folder, wanted => new Lazy<Task>(() => FetchAsync(wanted))).Value;

    public static ProcessStartInfo Command(string folder, string program, params string[] arguments) =>
        new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = program != "node",
        };

    private static async Task FetchAsync(string folder)
    {
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
            return;
        using var npm = Process.Start(
            Command(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund")
        )!;
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm could not fetch the packages of {folder}:\n{string.Concat(said)}");
    }
}

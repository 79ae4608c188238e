using System.Runtime.InteropServices;

namespace GuidelineBot.Tests.Browser;

/// <summary>What of this machine the browser tests run on.</summary>
internal static class Machine
{
    private const string SkipNothing = "GUIDELINEBOT_SKIP_NOTHING";

    public static string? Chromium { get; } = OnPath("chromium") ?? OnPath("google-chrome") ?? OnPath("chromium-browser");

    /// <summary>Nothing but this machine is reached, by the page or by the browser itself.</summary>
    public static IReadOnlyList<string> ChromiumArguments { get; } =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ];

    public static string? Npx { get; } = OnPath("npx");

    /// <summary>The program that runs this test's own runtime; it need not be in PATH.</summary>
    public static string Dotnet { get; } =
        Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );

    /// <summary>The repository, where screenshots are kept.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    /// <returns>The reason to skip; null to run. With GUIDELINEBOT_SKIP_NOTHING=true a test runs, and fails, without the program too.</returns>
    public static string? Without(params ReadOnlySpan<(string Name, bool IsThere)> wanted)
    {
        if (Environment.GetEnvironmentVariable(SkipNothing) == "true")
            return null;
        foreach (var (name, isThere) in wanted)
            if (!isThere)
                return $"No {name} in PATH; {SkipNothing}=true makes this a failure.";
        return null;
    }

    /// <inheritdoc cref="Without" />
    public static string? WithoutBrowser => Without(("chromium", Chromium is not null), ("npx", Npx is not null));

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder =>
                OperatingSystem.IsWindows()
                    ? new[] { $"{program}.exe", $"{program}.cmd" }.Select(file => Path.Combine(folder, file))
                    : [Path.Combine(folder, program)]
            )
            .FirstOrDefault(File.Exists);

    private static string Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "GuidelineBot.sln")))
                return at.FullName;
        throw new DirectoryNotFoundException($"No GuidelineBot.sln above {folder}.");
    }
}

/// <summary>A test in a real browser, with the Playground that npx fetches.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Machine.WithoutBrowser;
}

/// <inheritdoc cref="BrowserFactAttribute" />
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Machine.WithoutBrowser;
}

/// <summary>A test with the Playground that npx fetches, and with processes looked at as Linux shows them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PlaygroundFactAttribute : FactAttribute
{
    public PlaygroundFactAttribute() => Skip = Machine.Without(("npx", Machine.Npx is not null), ("/proc", Directory.Exists("/proc/self")));
}

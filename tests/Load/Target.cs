using System.Diagnostics;

namespace GuidelineBot.Load;

/// <summary>A process under load, started here and ended here.</summary>
internal sealed class Target : IAsyncDisposable
{
    private readonly Process? process;

    /// <summary>Null where it is the caller's.</summary>
    private readonly DirectoryInfo? folder;

    private Target(Uri address, Process? process, DirectoryInfo? folder) =>
        (Address, this.process, this.folder) = (address, process, folder);

    public Uri Address { get; }

    /// <summary>Resident, in MB.</summary>
    public double Memory
    {
        get
        {
            process?.Refresh();
            return process is null ? double.NaN : process.WorkingSet64 / 1024.0 / 1024;
        }
    }

    public TimeSpan Cpu
    {
        get
        {
            process?.Refresh();
            return process?.TotalProcessorTime ?? TimeSpan.Zero;
        }
    }

    public static Target At(Uri address) => new(address, null, null);

    /// <summary>The bot as its Release build lies in the checkout.</summary>
    /// <param name="build">The GuidelineBot.dll of another build.</param>
    /// <param name="home">Where it runs, and leaves its database; otherwise an empty folder, gone afterwards.</param>
    public static Task<Target> BotAsync(string? postgres, FileInfo? build, DirectoryInfo? home = null)
    {
        var settings = new Dictionary<string, string>
        {
            // Without an app id the channel is open to this machine, which only Development allows: checking tokens is not measured.
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Playground__Enabled"] = "false",
            // A few people stand for many.
            ["Limits__ActsInTenSeconds"] = "0",
            ["Incidents__OpenPerPerson"] = "0",
            ["Recipients__PublicRelations__0"] = "koho@example.jp",
            ["Mail__Pickup"] = "mail",
        };
        if (postgres is not null)
            settings["ConnectionStrings__Postgres"] = postgres;
        return StartAsync(
            [build?.FullName ?? Path.Combine(Root(), "bot/bin/Release/net10.0/GuidelineBot.dll")],
            settings,
            "Now listening on: ",
            home
        );
    }

    public static Task<Target> BareAsync() => StartAsync([typeof(Target).Assembly.Location, "bare"], [], BareEndpoint.Listening);

    public static Task<Target> EchoAsync(bool isKept) =>
        StartAsync([typeof(Target).Assembly.Location, "echo", .. isKept ? ["--kept"] : Array.Empty<string>()], [], GenuineEcho.Listening);

    /// <summary>The checkout that this program was built in.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GuidelineBot.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run it from within the checkout.");
        return folder.FullName;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        folder?.Delete(recursive: true);
    }

    private static async Task<Target> StartAsync(
        string[] arguments,
        Dictionary<string, string> settings,
        string listening,
        DirectoryInfo? home = null
    )
    {
        var folder = home is null ? Directory.CreateTempSubdirectory("guideline-bot-load-") : null;
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = (home ?? folder)!.FullName,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                // Nobody reads on, and a full pipe would stop the process.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new Target(new Uri(line[(at + listening.Length)..].Trim()), process, folder);
            }
        }
        throw new InvalidOperationException("The process ended before it listened.");
    }
}

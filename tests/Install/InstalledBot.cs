using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using GuidelineBot.Tests.Architecture;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.Install;

/// <summary>
/// The bot as <c>deploy/install.sh</c> puts it on a machine, in a folder in the place of <c>/</c>, run as systemd would: by the unit's own
/// command line, user, folder, environment, mask and limits.
/// </summary>
internal sealed class InstalledBot : IAsyncDisposable
{
    private const string User = "guideline-bot";

    private static readonly string Deploy = Path.Combine(Sources.Root, "deploy");

    /// <summary>What the build of the same configuration as this test's has put beside the program.</summary>
    private static readonly string Built = Path.Combine([
        Sources.Root,
        "bot",
        "bin",
        .. AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..],
    ]);

    private readonly bool isUserOurs;
    private readonly Socket notified = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly StringBuilder said = new();
    private Process? process;

    public InstalledBot()
    {
        Root = TestFolder.New();
        Run("chmod", "711", Path.GetDirectoryName(Root)!, Root);
        isUserOurs = Status("id", User) != 0;
        Run("env", $"DESTDIR={Root}", "sh", Path.Combine(Deploy, "install.sh"), Built);
        Change("environment", "/var/lib/", $"{Root}/var/lib/");
        Change("environment", "http://127.0.0.1:3978", $"http://127.0.0.1:{Port}");
        Change(
            "environment",
            "ASPNETCORE_ENVIRONMENT=Production",
            $"ASPNETCORE_ENVIRONMENT=Production\nDOTNET_ROOT={Path.GetDirectoryName(Machine.Dotnet)}"
        );
    }

    public string Root { get; }

    public int Port { get; } = BotProcess.FreePort();

    /// <summary>Everything that it wrote to its console.</summary>
    private string Said => said.ToString();

    /// <summary>How many files it may have open: the unit's number, as far as this machine allows.</summary>
    public int OpenFiles { get; private set; }

    /// <summary>Of the bot itself.</summary>
    public int Id => int.Parse(File.ReadAllText(IdFile), CultureInfo.InvariantCulture);

    private string IdFile => Path.Combine(Root, "pid");

    private string Etc => Path.Combine(Root, "etc", "guideline-bot");

    /// <summary>Edits a file of <c>/etc/guideline-bot</c>, as the administrator does.</summary>
    public void Change(string file, string words, string instead)
    {
        var path = Path.Combine(Etc, file);
        var text = File.ReadAllText(path);
        Assert.Contains(words, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(words, instead, StringComparison.Ordinal));
    }

    /// <summary>Starts the service and waits until it tells systemd that it is ready.</summary>
    public async Task StartAsync()
    {
        var socket = Path.Combine(Root, "notify");
        notified.Bind(new UnixDomainSocketEndPoint(socket));
        Run("chmod", "777", socket);
        // .NET looks whether its parent is called so.
        var systemd = Path.Combine(Root, "systemd");
        File.Copy("/bin/sh", systemd);
        process = Begin("guideline-bot.service", [], systemd, $"NOTIFY_SOCKET={socket}");
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var ended = process.WaitForExitAsync(late.Token);
        var buffer = new byte[256];
        for (; ; )
        {
            var received = notified.ReceiveAsync(buffer, late.Token).AsTask();
            if (await Task.WhenAny(received, ended) == ended)
                throw new InvalidOperationException($"The bot ended before it was ready:\n{Said}");
            if (Encoding.UTF8.GetString(buffer, 0, await received).Contains("READY=1", StringComparison.Ordinal))
                return;
        }
    }

    /// <summary>As <c>systemctl stop</c> does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        Run("kill", "-TERM", $"{Id}");
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await process!.WaitForExitAsync(late.Token);
        return process.ExitCode;
    }

    /// <summary>Runs the command of a unit that ends by itself.</summary>
    public async Task<string> OnceAsync(string unit, params string[] instead)
    {
        using var once = Begin(unit, instead, "/bin/sh");
        var (output, error) = (once.StandardOutput.ReadToEndAsync(), once.StandardError.ReadToEndAsync());
        await once.WaitForExitAsync();
        Assert.True(once.ExitCode == 0, $"{await output}{await error}");
        return await output;
    }

    /// <summary>The file of the unit with the folder in the place of <c>/</c>.</summary>
    public string Unit(string name) =>
        File.ReadAllText(Path.Combine(Root, "etc", "systemd", "system", name))
            .Replace("/opt/", $"{Root}/opt/", StringComparison.Ordinal)
            .Replace("/etc/", $"{Root}/etc/", StringComparison.Ordinal)
            .Replace("/var/", $"{Root}/var/", StringComparison.Ordinal);

    /// <param name="manager">A shell, which starts the service and waits for it.</param>
    private Process Begin(string name, string[] instead, string manager, params string[] environment)
    {
        var unit = Unit(name)
            .Split('\n')
            .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split('=', 2))
            .ToLookup(line => line[0], line => line[1]);
        var command = unit["ExecStart"].Single().Split(' ');
        // Not every machine lets its root raise what it gave it.
        var most = int.Parse(
            Run("sh", "-c", "ulimit -Hn").Trim().Replace("unlimited", $"{int.MaxValue}", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
        OpenFiles = Math.Min(most, int.Parse(unit["LimitNOFILE"].SingleOrDefault() ?? "1024", CultureInfo.InvariantCulture));
        string[] arguments =
        [
            $"--nofile={OpenFiles}",
            "setpriv",
            $"--reuid={unit["User"].Single()}",
            $"--regid={unit["Group"].Single()}",
            "--init-groups",
            "--no-new-privs",
            "sh",
            "-c",
            $"umask {unit["UMask"].Single()}; cd \"$1\"; shift; exec \"$@\"",
            "sh",
            unit["WorkingDirectory"].Single(),
            .. command.Take(instead.Length > 0 ? 1 : command.Length),
            .. instead,
        ];
        var start = new ProcessStartInfo(manager, ["-c", "\"$@\" & echo $! >\"$IDFILE\"; wait $!", "sh", "prlimit", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["HOME"] = Path.Combine(Root, "var", "lib", "guideline-bot");
        // What ends by itself is not to be told to stop.
        start.Environment["IDFILE"] = manager == "/bin/sh" ? "/dev/null" : IdFile;
        foreach (
            var line in File.ReadAllLines(unit["EnvironmentFile"].Single())
                .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
                .Concat(environment)
        )
            start.Environment[line.Split('=', 2)[0]] = line.Split('=', 2)[1].Trim('"');
        return Process.Start(start)!;
    }

    private void Keep(object sender, DataReceivedEventArgs line) => said.AppendLine(line.Data);

    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var run = Process.Start(start)!;
        var error = run.StandardError.ReadToEndAsync();
        var output = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        var told = error.GetAwaiter().GetResult();
        Assert.True(run.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {output}{told}");
        return output + told;
    }

    private static int Status(string program, params string[] arguments)
    {
        using var run = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        run.WaitForExit();
        return run.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        notified.Dispose();
        if (isUserOurs)
            Status("userdel", User);
    }
}

/// <summary>A test that installs the bot: as root, with the tools that Debian brings, and nginx.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InstallFactAttribute : FactAttribute
{
    public InstallFactAttribute() =>
        Skip = Machine.Without(
            (
                "rights of root, or else setpriv, prlimit and useradd",
                Environment.IsPrivilegedProcess && Has("setpriv", "prlimit", "useradd")
            ),
            ("nginx", Has("nginx")),
            ("systemd-analyze", Has("systemd-analyze"))
        );

    private static bool Has(params string[] programs) =>
        programs.All(program =>
            ((string[])["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"]).Any(folder =>
                File.Exists(Path.Combine(folder, program))
            )
        );
}

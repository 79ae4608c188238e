using System.Diagnostics;
using Npgsql;

namespace GuidelineBot.Tests.Storage;

/// <summary>
/// A PostgreSQL cluster of this test run's own, started on first use; it ends with the test process, however that ends. A test that stops
/// it has one to itself.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    // The server hangs on the shell's standard input: when the test process exits, is killed or crashes, the pipe closes,
    // and the shell stops the server and removes its folder.
    private const string Script = """
        run() {
          "$binaries/postgres" -D "$folder/data" >>"$folder/log" 2>&1 </dev/null &
          server=$!
        }
        binaries=$1
        folder=$2
        run
        while read -r word; do
          case $word in
            crash) kill -QUIT $server; wait $server; echo gone ;;
            run) run ;;
          esac
        done
        kill -INT $server
        wait $server
        rm -rf "$folder"
        """;

    private const string Settings = """

        listen_addresses = ''
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        max_connections = 300
        shared_buffers = 64MB
        """;

    private static readonly Lazy<Task<PostgresCluster>> Shared = new(() => StartAsync());
    private static int databases;

    private readonly string folder;
    private readonly Process shell;

    private PostgresCluster(string folder, Process shell)
    {
        this.folder = folder;
        // Held for good: collected, it would close the pipe.
        this.shell = shell;
    }

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateDatabaseAsync() => await (await Shared.Value).CreateAsync();

    /// <summary>One more cluster, for a test that stops it.</summary>
    public static Task<PostgresCluster> OwnAsync() => StartAsync("synchronous_commit = on\nfull_page_writes = on");

    public async Task<string> CreateAsync()
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>The server is gone in the middle of whatever it did, as after a power cut of its machine.</summary>
    public async Task CrashAsync()
    {
        await shell.StandardInput.WriteLineAsync("crash");
        await shell.StandardInput.FlushAsync();
        await shell.StandardOutput.ReadLineAsync();
    }

    /// <summary>It is back, and has recovered.</summary>
    public async Task RunAgainAsync()
    {
        await shell.StandardInput.WriteLineAsync("run");
        await shell.StandardInput.FlushAsync();
        await WaitUntilReadyAsync();
    }

    /// <summary>Ends a cluster of a test's own.</summary>
    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    // Hundreds of tests, each with a pool of its own: what one has left open for five minutes, the usual time, the server would in the end refuse to the next.
    private string ConnectionString(string database) =>
        $"Host={folder};Username=postgres;Database={database};Maximum Pool Size=50;Connection Idle Lifetime=5;Connection Pruning Interval=2";

    /// <param name="settings">That a server must keep its word by which crashes.</param>
    private static async Task<PostgresCluster> StartAsync(string settings = "")
    {
        var binaries =
            PostgresBinaries.Folder ?? throw new InvalidOperationException("No PostgreSQL server (initdb, postgres) on this machine.");

        // Not the test's own temporary folder: a path to a Unix socket may have 107 characters at most.
        var folder = $"/tmp/guideline-bot-pg-{Guid.NewGuid():N}";
        await RunAsync("mkdir", "-m", "700", folder);
        await RunAsync(
            Path.Combine(binaries, "initdb"),
            "-D",
            $"{folder}/data",
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync"
        );
        await File.AppendAllTextAsync($"{folder}/data/postgresql.conf", $"{Settings}\nunix_socket_directories = '{folder}'\n{settings}\n");

        var cluster = new PostgresCluster(folder, Start("sh", "-c", Script, "sh", binaries, folder));
        await cluster.WaitUntilReadyAsync();
        return cluster;
    }

    private async Task WaitUntilReadyAsync()
    {
        var waited = Stopwatch.StartNew();
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        while (true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return;
            }
            catch (NpgsqlException) when (!shell.HasExited && waited.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Start(command);
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)}: {await errors}");
    }

    private static Process Start(params string[] command)
    {
        // initdb and postgres refuse to run as root.
        string[] all = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. command] : command;
        return Process.Start(
            new ProcessStartInfo(all[0], all[1..])
            {
                WorkingDirectory = "/",
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
    }
}

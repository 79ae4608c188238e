using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using GuidelineBot.Tests.Browser;
using MimeKit;

namespace GuidelineBot.Tests.Delivery;

/// <summary>How the server behaves from now on.</summary>
public enum SmtpMode
{
    /// <summary>Takes every mail but those to gone@ (550).</summary>
    Accept,

    /// <summary>Refuses every recipient for now (451).</summary>
    Busy,

    /// <summary>Takes the connection and does not greet.</summary>
    Mute,

    /// <summary>Takes the mail whole and does not answer.</summary>
    Silent,

    /// <summary>Refuses the mail itself, for good (554).</summary>
    Reject,

    /// <summary>Closes the connection in the middle of the mail.</summary>
    Drop,

    /// <summary>Takes the mail whole, and its process is killed before it can answer.</summary>
    Die,

    /// <summary>Takes the mail and hangs up without waiting for the goodbye.</summary>
    Rude,
}

/// <param name="Secure">Whether it came encrypted.</param>
/// <param name="User">Who signed in.</param>
internal sealed record ReceivedMail(string From, string[] To, bool Secure, string? User, MimeMessage Message);

/// <summary>A mail server of its own process (npm's smtp-server, run by Node.js); it ends with the test, however that ends.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private static readonly string Folder = NodeFolder.Of("Delivery", "Smtp");

    private readonly ConcurrentQueue<ReceivedMail> mails = [];
    private readonly JsonObject settings;
    private Channel<string> events = null!;
    private Process process = null!;
    private SmtpMode mode;

    private SmtpServer(JsonObject settings) => this.settings = settings;

    public int Port => settings["port"]!.GetValue<int>();

    /// <param name="settings">
    /// <c>cert</c> and <c>key</c> (PEM) for STARTTLS, without which it then takes no mail; <c>user</c> and <c>password</c>, likewise.
    /// </param>
    public static async Task<SmtpServer> StartAsync(JsonObject? settings = null)
    {
        await NodeFolder.InstallAsync(Folder);
        var server = new SmtpServer(settings ?? []);
        await server.RunAsync();
        return server;
    }

    /// <summary>Every mail that it has received whole until now.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> MailsAsync()
    {
        // Its answer comes after all that it said before.
        await BehaveAsync(mode);
        return [.. mails];
    }

    public async Task BehaveAsync(SmtpMode next)
    {
        mode = next;
        await process.StandardInput.WriteLineAsync(mode.ToString().ToLowerInvariant());
        await process.StandardInput.FlushAsync();
        await HappenedAsync("behaving");
    }

    /// <summary>Waits until this happens for the next time: <c>connected</c>, <c>mail</c>.</summary>
    public async Task HappenedAsync(string what)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await events.Reader.ReadAsync(late.Token) != what) { }
    }

    /// <summary>Nobody listens at the port any more.</summary>
    public async Task StopAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Runs it again at the same port, well-behaved.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        process.Dispose();
        await RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
    }

    private async Task RunAsync()
    {
        mode = SmtpMode.Accept;
        events = Channel.CreateUnbounded<string>();
        process = new Process { StartInfo = NodeFolder.Command(Folder, "node", "server.mjs", settings.ToJsonString()) };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        await HappenedAsync("listening");
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        var happened = JsonNode.Parse(line)!;
        if (happened["port"] is { } port)
            settings["port"] = port.GetValue<int>();
        if (happened["content"]?.GetValue<string>() is { } content)
        {
            using var stream = new MemoryStream(Convert.FromBase64String(content));
            mails.Enqueue(
                new ReceivedMail(
                    happened["from"]!.GetValue<string>(),
                    happened["to"].Deserialize<string[]>()!,
                    happened["secure"]!.GetValue<bool>(),
                    happened["user"]?.GetValue<string>(),
                    MimeMessage.Load(stream)
                )
            );
        }
        events.Writer.TryWrite(happened["event"]!.GetValue<string>());
    }
}

/// <summary>A test with the mail server that npm fetches.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmtpFactAttribute : FactAttribute
{
    public SmtpFactAttribute() => Skip = Machine.Without(("npm", Machine.Npx is not null));
}

/// <inheritdoc cref="SmtpFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmtpTheoryAttribute : TheoryAttribute
{
    public SmtpTheoryAttribute() => Skip = Machine.Without(("npm", Machine.Npx is not null));
}

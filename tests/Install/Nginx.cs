using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using GuidelineBot.Tests.Architecture;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Delivery;

namespace GuidelineBot.Tests.Install;

/// <summary><c>deploy/nginx.conf</c> in front of the bot, on ports and with a certificate of the test's.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    public const string Host = "bot.example.jp";

    private readonly int plain = BotProcess.FreePort();
    private readonly int secure = BotProcess.FreePort();
    private readonly string thumbprint;
    private readonly Process process;

    /// <param name="folder">For its files.</param>
    /// <param name="port">The bot's.</param>
    public Nginx(string folder, int port)
    {
        Directory.CreateDirectory(folder);
        var certificate = Certificate.ForLoopback();
        thumbprint = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(certificate.Pem).GetCertHashString();
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.Pem);
        File.WriteAllText(Path.Combine(folder, "key.pem"), certificate.Key);
        var site = File.ReadAllText(Path.Combine(Sources.Root, "deploy", "nginx.conf"))
            .Replace("listen 80;", $"listen 127.0.0.1:{plain};", StringComparison.Ordinal)
            .Replace("listen 443 ", $"listen 127.0.0.1:{secure} ", StringComparison.Ordinal)
            .Replace("    listen [::]:80;\n", "", StringComparison.Ordinal)
            .Replace("    listen [::]:443 ssl http2;\n", "", StringComparison.Ordinal)
            .Replace("/etc/ssl/certs/bot.example.jp.pem", Path.Combine(folder, "cert.pem"), StringComparison.Ordinal)
            .Replace("/etc/ssl/private/bot.example.jp.key", Path.Combine(folder, "key.pem"), StringComparison.Ordinal)
            .Replace("http://127.0.0.1:3978", $"http://127.0.0.1:{port}", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "site.conf"), site);
        File.WriteAllText(
            Path.Combine(folder, "nginx.conf"),
            $$"""
            daemon off;
            user root;
            pid {{folder}}/nginx.pid;
            error_log stderr;
            events { }
            http {
                access_log off;
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                include {{folder}}/site.conf;
            }
            """
        );
        Checked = InstalledBot.Run("nginx", "-t", "-c", Path.Combine(folder, "nginx.conf"));
        process = Process.Start(
            new ProcessStartInfo("nginx", ["-c", Path.Combine(folder, "nginx.conf")]) { RedirectStandardError = true }
        )!;
        process.BeginErrorReadLine();
    }

    /// <summary>What <c>nginx -t</c> said of the site.</summary>
    public string Checked { get; }

    /// <summary>A caller from outside, who knows the host by its name.</summary>
    /// <param name="isSecure">Whether over TLS.</param>
    public HttpClient Client(bool isSecure = true)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                // nginx is there a moment after it was started.
                for (var tries = 0; ; tries++)
                    try
                    {
                        await socket.ConnectAsync("127.0.0.1", isSecure ? secure : plain, cancellationToken);
                        return new NetworkStream(socket, ownsSocket: true);
                    }
                    catch (SocketException) when (tries < 100)
                    {
                        await Task.Delay(50, cancellationToken);
                    }
            },
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == thumbprint,
            },
        };
        return new HttpClient(handler) { BaseAddress = new Uri($"{(isSecure ? "https" : "http")}://{Host}") };
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            InstalledBot.Run("kill", "-QUIT", $"{process.Id}");
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }
}

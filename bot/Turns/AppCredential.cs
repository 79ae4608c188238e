using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Turns;

/// <summary>By what the bot proves to Entra that it is the registered one: a managed identity, a certificate or a secret.</summary>
internal sealed class AppCredential(IOptions<ChannelOptions> channel)
{
    private readonly Lazy<X509Certificate2?> certificate = new(() => Read(channel.Value));

    public bool IsManaged => channel.Value.MicrosoftAppType == "UserAssignedMSI";

    /// <summary>Read once: a new one is in use from the next start.</summary>
    public X509Certificate2? Certificate => certificate.Value;

    /// <summary>There is nothing to sign in with.</summary>
    public bool IsMissing => !IsManaged && Certificate is null && channel.Value.MicrosoftAppPassword.Length == 0;

    /// <summary>The last day on which it counts; null where it has none, or nobody has said when a secret ends.</summary>
    public DateOnly? LastDay =>
        Certificate is { } held ? DateOnly.FromDateTime(held.NotAfter)
        : !IsManaged && IsDay(channel.Value.MicrosoftAppPasswordEnds, out var day) ? day
        : null;

    public static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <returns>Null where none is set.</returns>
    /// <exception cref="CryptographicException">It cannot be read, or is without its private key.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static X509Certificate2? Read(ChannelOptions options)
    {
        if (options.MicrosoftAppCertificate.Length == 0)
            return null;
        var file = options.MicrosoftAppCertificate;
        var password = options.MicrosoftAppCertificatePassword;
        var read =
            Path.GetExtension(file).ToUpperInvariant() is ".PFX" or ".P12" ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
            : password.Length > 0 ? X509Certificate2.CreateFromEncryptedPemFile(file, password)
            : X509Certificate2.CreateFromPemFile(file);
        return read.GetRSAPrivateKey() is not null
            ? read
            : throw new CryptographicException("The certificate has no RSA private key with it.");
    }
}

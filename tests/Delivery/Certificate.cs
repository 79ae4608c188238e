using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.Delivery;

/// <summary>A certificate that vouches for itself, in PEM.</summary>
internal sealed record Certificate(string Pem, string Key)
{
    public static Certificate ForLoopback()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return new Certificate(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>As the bot signs in with: RSA, certificate and key in one PEM file.</summary>
    /// <returns>The file.</returns>
    public static string ForTheBot(DateTimeOffset lastDay)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest(
            "CN=guideline-bot",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(lastDay.AddYears(-1), lastDay);
        var file = Path.Combine(TestFolder.New(), "bot.pem");
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }

    public JsonObject ToSettings() => new() { ["cert"] = Pem, ["key"] = Key };
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

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

    public JsonObject ToSettings() => new() { ["cert"] = Pem, ["key"] = Key };
}

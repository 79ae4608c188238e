using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GuidelineBot.Packaging;

/// <summary>The zip file that installs the bot in Teams: manifest, texts in English, icons. They are files beside this one.</summary>
internal static partial class AppPackage
{
    private const string ManifestFile = "manifest.json";

    /// <summary>As they are; the manifest alone has places to be filled.</summary>
    private static readonly string[] Others = ["en.json", "color.png", "outline.png"];

    /// <summary>A host name with at least one dot, without scheme, port and path.</summary>
    public static bool IsDomain(string text) => text.Length <= 253 && Domain().IsMatch(text);

    /// <summary>1.2.3, as Teams wants it to see an update.</summary>
    public static bool IsVersion(string text) => Version().IsMatch(text);

    /// <param name="appId">The application id of the Azure Bot.</param>
    /// <param name="domain">Under which Teams reaches the bot.</param>
    public static byte[] Write(Guid appId, string domain, string version)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ManifestFile, Encoding.UTF8.GetBytes(Manifest(appId, domain, version)));
            foreach (var other in Others)
                Add(zip, other, Read(other));
        }
        return file.ToArray();
    }

    private static string Manifest(Guid appId, string domain, string version) =>
        new Dictionary<string, string>
        {
            ["appId"] = appId.ToString(),
            ["domain"] = domain,
            ["version"] = version,
        }.Aggregate(
            Encoding.UTF8.GetString(Read(ManifestFile)),
            (text, fact) => text.Replace($"{{{{{fact.Key}}}}}", JsonEncodedText.Encode(fact.Value).ToString(), StringComparison.Ordinal)
        );

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        // The same input makes the same file.
        entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Read(string name)
    {
        using var resource =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"Packaging/{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }

    [GeneratedRegex(@"^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$", RegexOptions.IgnoreCase)]
    private static partial Regex Domain();

    [GeneratedRegex(@"^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$")]
    private static partial Regex Version();
}

using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Packaging;

/// <summary>The zip file that installs the bot in Teams: manifest, texts in English, icons. They are files beside this one.</summary>
internal static partial class AppPackage
{
    /// <summary>With places to be filled.</summary>
    private static readonly string[] Texts = ["manifest.json", "en.json"];

    private static readonly string[] Icons = ["color.png", "outline.png"];

    /// <summary>A host name with at least one dot, without scheme, port and path.</summary>
    public static bool IsDomain(string text) => text.Length <= 253 && Domain().IsMatch(text);

    /// <summary>1.2.3, as Teams wants it to see an update.</summary>
    public static bool IsVersion(string text) => Version().IsMatch(text);

    /// <param name="appId">The application id of the Azure Bot.</param>
    /// <param name="domain">Under which Teams reaches the bot.</param>
    /// <param name="offices">Whose names the texts mention.</param>
    public static byte[] Write(Guid appId, string domain, string version, Offices offices)
    {
        var facts = new Dictionary<string, string>
        {
            ["appId"] = appId.ToString(),
            ["domain"] = domain,
            ["version"] = version,
            ["city"] = offices.City.Name,
            ["cityInEnglish"] = offices.City.English,
            ["office"] = offices.PublicRelations.Name,
            ["networkAdministrator"] = offices.NetworkAdministrator.Name,
        };
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var text in Texts)
                Add(zip, text, Encoding.UTF8.GetBytes(Filled(Encoding.UTF8.GetString(Read(text)), facts)));
            foreach (var icon in Icons)
                Add(zip, icon, Read(icon));
        }
        return file.ToArray();
    }

    private static string Filled(string json, Dictionary<string, string> facts) =>
        facts.Aggregate(
            json,
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

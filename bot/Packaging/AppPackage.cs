using System.Buffers.Binary;
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

    private const string OurColour = "#1F4E79";

    /// <summary>With the length of their sides in pixels, as Teams wants them.</summary>
    private static readonly (string Name, int Side)[] Icons = [("color.png", 192), ("outline.png", 32)];

    /// <summary>A host name with at least one dot, without scheme, port and path.</summary>
    public static bool IsDomain(string text) => text.Length <= 253 && Domain().IsMatch(text);

    /// <summary>1.2.3, as Teams wants it to see an update.</summary>
    public static bool IsVersion(string text) => Version().IsMatch(text);

    /// <param name="appId">The application id of the Azure Bot.</param>
    /// <param name="domain">Under which Teams reaches the bot.</param>
    /// <param name="offices">Whose names the texts mention.</param>
    /// <param name="knowledge">The folder whose <c>icons</c> take the place of ours; null for none.</param>
    /// <exception cref="InvalidDataException">An icon of the folder is none that Teams takes.</exception>
    public static byte[] Write(Guid appId, string domain, string version, Offices offices, string? knowledge = null)
    {
        var facts = new Dictionary<string, string>
        {
            ["appId"] = appId.ToString(),
            ["domain"] = domain,
            ["version"] = version,
            ["accentColor"] = offices.City.Colour ?? OurColour,
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
            foreach (var (icon, side) in Icons)
                Add(zip, icon, OwnIcon(knowledge, icon, side) ?? Read(icon));
        }
        return file.ToArray();
    }

    private static byte[]? OwnIcon(string? knowledge, string name, int side)
    {
        var file = Path.Combine(knowledge ?? "", "icons", name);
        if (knowledge is null || !File.Exists(file))
            return null;
        var content = File.ReadAllBytes(file);
        return SizeOf(content) == (side, side)
            ? content
            : throw new InvalidDataException($"{file} は {side}×{side} の PNG ではありません。");
    }

    /// <summary>From the header of a PNG; null for anything else.</summary>
    private static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> png) =>
        png.Length >= 24 && png[1..4].SequenceEqual("PNG"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]))
            : null;

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

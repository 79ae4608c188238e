// Writes THIRD-PARTY-NOTICES.md from the list of parts (CycloneDX), and fails for a licence that is not allowed:
//   dotnet run deploy/notices.cs -- sbom.cdx.json deploy/licences.json
// "read" in licences.json says what somebody read in a package that does not name its licence by a known id.
using System.Text;
using System.Text.Json.Nodes;

var (sbom, rules) = (JsonNode.Parse(File.ReadAllText(args[0]))!, JsonNode.Parse(File.ReadAllText(args[1]))!);
var allowed = rules["allowed"]!.AsObject().ToDictionary(rule => rule.Key, rule => rule.Value!.ToString());
var read = rules["read"]!.AsArray().ToDictionary(rule => rule!["package"]!.ToString(), rule => rule!);
var faults = new List<string>();

var parts = sbom["components"]!
    .AsArray()
    .Select(part => (Name: part!["name"]!.ToString(), Version: part["version"]!.ToString(), Licences: LicencesOf(part)))
    .OrderBy(part => part.Name, StringComparer.OrdinalIgnoreCase)
    .ThenBy(part => part.Version, StringComparer.Ordinal)
    .ToList();
if (parts.Count == 0)
    faults.Add("no packages were given.");
foreach (var part in parts)
    if (part.Licences.Length == 0)
        faults.Add($"{part.Name} {part.Version} names no licence; read it, and say under \"read\" what it is.");
    else if (!part.Licences.All(allowed.ContainsKey))
        faults.Add($"{part.Name} {part.Version} is under {string.Join(" and ", part.Licences)}, which is not allowed.");
faults.AddRange(read.Keys.Except(parts.Select(part => part.Name)).Select(name => $"{name} is not used; take it from \"read\"."));
if (faults.Count > 0)
{
    faults.ForEach(fault => Console.Error.WriteLine($"notices: {fault}"));
    return 1;
}

Console.OutputEncoding = new UTF8Encoding(false);
Console.Out.NewLine = "\n";
Console.WriteLine("# Third-party notices");
Console.WriteLine();
Console.WriteLine(
    "GuidelineBot contains, or is built with, these packages, each under its own licence. Written by `deploy/notices.cs`; do not edit."
);
Console.WriteLine();
Console.WriteLine("| package | version | licence |");
Console.WriteLine("|---|---|---|");
foreach (var part in parts)
    Console.WriteLine(
        $"| {part.Name} | {part.Version} | {string.Join(" and ", part.Licences.Select(licence => $"[{licence}]({allowed[licence]})"))} |"
    );
return 0;

string[] LicencesOf(JsonNode part) =>
    read.TryGetValue(part["name"]!.ToString(), out var rule)
        ? [rule["licence"]!.ToString()]
        :
        [
            .. (part["licenses"]?.AsArray() ?? []).Select(licence =>
                (licence!["license"]?["id"] ?? licence["license"]?["name"] ?? licence["expression"])?.ToString() ?? "?"
            ),
        ];

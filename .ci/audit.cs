// Compares packages with the list of advisories beside this file; .ci/audit runs it.
//   dotnet list … package --include-transitive --format json | dotnet run .ci/audit.cs -- .ci/advisories.json
// Ends with 1 for a package with a known hole, and for a list that is too old to be believed.
using System.Globalization;
using System.Text.Json.Nodes;

const int Oldest = 90;
const string Renewal =
    "Look the packages up at https://github.com/advisories?query=ecosystem%3Anuget, edit .ci/advisories.json and set its date (docs/operations.md).";

var list = JsonNode.Parse(File.ReadAllText(args[0]))!;
var age = DateTime.UtcNow.Date - DateTime.ParseExact(list["date"]!.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
if (age.TotalDays is > Oldest or < -1)
{
    Console.Error.WriteLine($"audit: the list of advisories is of {list["date"]}; it may be {Oldest} days old. {Renewal}");
    return 1;
}

var packages = JsonNode.Parse(Console.In.ReadToEnd())!["projects"]!
    .AsArray()
    .SelectMany(project => project!["frameworks"]?.AsArray() ?? [])
    .SelectMany(framework => ((string[])["topLevelPackages", "transitivePackages"]).SelectMany(kind => framework![kind]?.AsArray() ?? []))
    .Select(package => (Name: package!["id"]!.ToString(), Version: package["resolvedVersion"]!.ToString()))
    .ToHashSet();
if (packages.Count == 0)
{
    Console.Error.WriteLine("audit: no packages were given.");
    return 1;
}

var holes = (
    from advisory in list["advisories"]!.AsArray()
    from package in packages
    where package.Name.Equals(advisory!["package"]!.ToString(), StringComparison.OrdinalIgnoreCase)
    where IsBefore(package.Version, advisory["below"]!.ToString())
    where advisory["from"] is not { } first || !IsBefore(package.Version, first.ToString())
    select $"audit: {package.Name} {package.Version} has {advisory["id"]}, which is mended in {advisory["below"]}."
).ToList();
holes.ForEach(Console.Error.WriteLine);
if (holes.Count > 0)
    return 1;
Console.WriteLine(
    $"audit: none of {packages.Count} packages is on the list of {list["date"]} ({list["advisories"]!.AsArray().Count} advisories)."
);
return 0;

// As NuGet orders them, as far as it matters here: number by number, and a version with a label before the same one without.
static bool IsBefore(string one, string other)
{
    var (left, right) = (one.Split('+')[0].Split('-', 2), other.Split('+')[0].Split('-', 2));
    var (numbers, others) = (Numbers(left[0]), Numbers(right[0]));
    for (var place = 0; place < Math.Max(numbers.Length, others.Length); place++)
        if (numbers.ElementAtOrDefault(place) != others.ElementAtOrDefault(place))
            return numbers.ElementAtOrDefault(place) < others.ElementAtOrDefault(place);
    return left.Length > right.Length || (left.Length == 2 && right.Length == 2 && string.CompareOrdinal(left[1], right[1]) < 0);
}

static int[] Numbers(string version) => [.. version.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];

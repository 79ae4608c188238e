using System.Text.RegularExpressions;

namespace GuidelineBot.Tests.Architecture;

/// <summary>Keeps the worked example of <c>docs/add-a-feature.md</c> true.</summary>
public sealed partial class AddAFeatureTests
{
    private const string Slice = "bot/Stocktakes/";

    private static readonly string[] Listed =
    [
        .. Row().Matches(File.ReadAllText(Path.Combine(Sources.Root, "docs/add-a-feature.md"))).Select(row => row.Groups["file"].Value),
    ];

    [Fact]
    public void Every_file_of_the_example_exists() =>
        Assert.All(Listed, file => Assert.True(File.Exists(Path.Combine(Sources.Root, file)), file));

    [Fact]
    public void Every_file_that_knows_of_the_example_is_listed()
    {
        var all = Sources.All.Concat(Sources.Of("tests")).Where(file => !file.IsGenerated).ToList();
        var own = all.Where(file => file.Name.StartsWith(Slice, StringComparison.Ordinal)).ToList();
        var types = own.SelectMany(file => Declared().Matches(file.Text)).Select(type => type.Groups["name"].Value);
        var cards = Listed.Where(file => file.StartsWith("cards/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);
        var names = new Regex($@"\bGuidelineBot\.Stocktakes\b|\bAddStocktakes\b|\b(?:{string.Join('|', types.Concat(cards))})\b");

        Assert.NotEmpty(own);
        var unlisted = all.Where(file => file.Name.StartsWith(Slice, StringComparison.Ordinal) || names.IsMatch(file.Text))
            .Select(file => file.Name)
            .Except(Listed)
            .Where(file => file != "tests/Architecture/AddAFeatureTests.cs")
            .ToList();
        Assert.Empty(unlisted);
    }

    [Fact]
    public void Outside_its_folder_cards_and_tests_a_feature_touches_three_files() =>
        Assert.InRange(
            Listed.Count(file =>
                !file.StartsWith(Slice, StringComparison.Ordinal)
                && !file.StartsWith("cards/", StringComparison.Ordinal)
                && !file.StartsWith("tests/", StringComparison.Ordinal)
            ),
            1,
            3
        );

    [Fact]
    public void A_feature_with_a_table_fits_into_twelve_files() =>
        Assert.InRange(Listed.Count(file => file.StartsWith(Slice, StringComparison.Ordinal)), 1, 12);

    [GeneratedRegex(@"^\| `(?<file>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(?:public|internal) (?:static |sealed |partial )*(?:class|record|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();
}

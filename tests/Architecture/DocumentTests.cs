using System.Text.RegularExpressions;

namespace GuidelineBot.Tests.Architecture;

public sealed partial class DocumentTests
{
    private static readonly string[] All =
    [
        .. Directory.GetFiles(Sources.Root, "*.md"),
        .. Directory.GetFiles(Path.Combine(Sources.Root, "docs"), "*.md"),
        Path.Combine(Sources.Root, "polyfills/README.md"),
    ];

    [Fact]
    public void The_README_is_read_in_a_few_minutes() =>
        Assert.InRange(new FileInfo(Path.Combine(Sources.Root, "README.md")).Length, 1, 8 * 1024);

    [Fact]
    public void Every_link_within_the_repository_leads_somewhere()
    {
        var links = All.SelectMany(file =>
                Link().Matches(File.ReadAllText(file)).Select(link => (File: file, Target: link.Groups["target"].Value))
            )
            .ToList();

        Assert.NotEmpty(links);
        Assert.All(
            links,
            link =>
                Assert.True(
                    Path.Exists(Path.Combine(Path.GetDirectoryName(link.File)!, link.Target)),
                    $"{Path.GetRelativePath(Sources.Root, link.File)}: {link.Target}"
                )
        );
    }

    [Fact]
    public void Every_document_is_linked_to()
    {
        var linked = All.SelectMany(file =>
                Link()
                    .Matches(File.ReadAllText(file))
                    .Select(link => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, link.Groups["target"].Value)))
            )
            .ToHashSet();

        Assert.Empty(Directory.GetFiles(Path.Combine(Sources.Root, "docs"), "*.md").Except(linked));
    }

    [GeneratedRegex(@"\]\((?!https?:|#)(?<target>[^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}

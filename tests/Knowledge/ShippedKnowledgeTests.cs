using GuidelineBot.Knowledge;
using GuidelineBot.Tests.Architecture;

namespace GuidelineBot.Tests.Knowledge;

/// <summary>What travels with the program is the knowledge as it stands in the repository, whole and without an error.</summary>
public sealed class ShippedKnowledgeTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "knowledge");

    [Fact]
    public void It_has_no_errors() => Assert.DoesNotContain(KnowledgeBase.Load(Shipped).Findings, finding => finding.IsError);

    [Fact]
    public void Every_text_and_picture_is_where_it_was() => Assert.Equal(Names(Path.Combine(Sources.Root, "knowledge")), Names(Shipped));

    private static IEnumerable<string> Names(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".md" or ".txt" or ".png" or ".jpg")
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}

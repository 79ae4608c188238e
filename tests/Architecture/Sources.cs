using System.Runtime.CompilerServices;

namespace GuidelineBot.Tests.Architecture;

/// <summary>The source files of this repository.</summary>
internal static class Sources
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "../.."));

    /// <summary>The C# files of one project, without what its build leaves behind.</summary>
    public static IEnumerable<SourceFile> Of(string project) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, project), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(name =>
                !name.Contains("/bin/", StringComparison.Ordinal)
                && !name.Contains("/obj/", StringComparison.Ordinal)
                && !name.Contains("/node_modules/", StringComparison.Ordinal)
            )
            .Select(name => new SourceFile(name, File.ReadAllText(Path.Combine(Root, name))));

    /// <summary>Those of the product.</summary>
    public static IEnumerable<SourceFile> All => ((string[])["bot", "knowledge", "cards"]).SelectMany(Of);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

/// <param name="Name">From the repository's root, with forward slashes.</param>
internal sealed record SourceFile(string Name, string Text)
{
    /// <summary>Written by the database tools.</summary>
    public bool IsGenerated => Name.StartsWith("bot/Storage/Migrations/", StringComparison.Ordinal);
}

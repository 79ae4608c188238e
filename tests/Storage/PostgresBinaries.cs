namespace GuidelineBot.Tests.Storage;

/// <summary>Where this machine keeps a PostgreSQL server, if it has one.</summary>
internal static class PostgresBinaries
{
    private const string SkipNothing = "GUIDELINEBOT_SKIP_NOTHING";

    public static string? Folder { get; } =
        Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

    /// <summary>Why tests on PostgreSQL are skipped; null when they run, or when <c>GUIDELINEBOT_SKIP_NOTHING=true</c> has them fail instead.</summary>
    public static string? Missing =>
        Folder is not null || Environment.GetEnvironmentVariable(SkipNothing) == "true"
            ? null
            : $"No PostgreSQL server (initdb, postgres) under /usr/lib/postgresql/*/bin or in PATH; {SkipNothing}=true makes this a failure.";

    private static IEnumerable<string> Candidates()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        var packaged = versions.OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"));
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return packaged.Concat(path);
    }

    private static int Version(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;
}

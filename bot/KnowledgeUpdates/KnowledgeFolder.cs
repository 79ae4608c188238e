using System.CommandLine;

namespace GuidelineBot.KnowledgeUpdates;

/// <summary>
/// Where the knowledge lies: <c>Knowledge:Path</c>, else <c>knowledge</c> where the bot is started or beside it, else the copy beside the
/// program.
/// </summary>
internal static class KnowledgeFolder
{
    public static Option<string?> Option() => new("--knowledge") { Description = "知識フォルダー（省略時は設定 Knowledge:Path）" };

    /// <exception cref="DirectoryNotFoundException">The folder named does not exist.</exception>
    public static string Of(string? named, IConfiguration? configuration = null, string? contentRoot = null)
    {
        var root = contentRoot ?? Directory.GetCurrentDirectory();
        configuration ??= new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(root, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        if ((named ?? configuration["Knowledge:Path"]) is { Length: > 0 } path)
            return Directory.Exists(Path.Combine(root, path))
                ? Path.GetFullPath(path, root)
                : throw new DirectoryNotFoundException(
                    $"知識フォルダー {path} がありません。設定 Knowledge:Path か --knowledge で正しい場所を指定してください。"
                );

        // The second is a checkout, where the bot starts in bot/: an edited text counts at once.
        return
            new[] { Path.Combine(root, "knowledge"), Path.Combine(root, "..", "knowledge") }.FirstOrDefault(folder =>
                Directory.Exists(Path.Combine(folder, "guidelines"))
            )
                is { } found
            ? Path.GetFullPath(found)
            : Path.Combine(AppContext.BaseDirectory, "knowledge");
    }
}

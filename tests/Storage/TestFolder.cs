namespace GuidelineBot.Tests.Storage;

/// <summary>Folders for files of one test run, removed when it ends.</summary>
internal static class TestFolder
{
    private static readonly string Run = CreateRun();

    public static string New() => Directory.CreateDirectory(Path.Combine(Run, Path.GetRandomFileName())).FullName;

    private static string CreateRun()
    {
        var run = Directory.CreateTempSubdirectory("guideline-bot-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(run, recursive: true);
        return run;
    }
}

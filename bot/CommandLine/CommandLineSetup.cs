using System.CommandLine;
using System.Text;

namespace GuidelineBot.CommandLine;

/// <summary>
/// The commands beside the bot itself: <c>understand</c>, <c>converse</c>, <c>evaluate</c>, <c>knowledge</c> (check, calibrate, train, clauses, diff, export),
/// <c>accounts import</c>, <c>accounts export</c>, <c>package</c>, <c>new-city</c>, <c>forget</c>, <c>backup</c>, <c>restore</c>. Standard output carries
/// the result alone.
/// </summary>
internal static class CommandLineSetup
{
    /// <summary>Wrong use: an unknown option, a missing or unreadable file, a damaged line.</summary>
    public const int WrongUse = 2;

    /// <summary>Whether the arguments name a command; otherwise they are settings for the bot (<c>--urls …</c>).</summary>
    public static bool IsCommand(string[] args) =>
        Command(args) is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    public static async Task<int> RunAsync(string[] args)
    {
        args = Command(args);
        // Windows consoles default to another code page; the formats are UTF-8 everywhere.
        Console.InputEncoding = Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        var root = new RootCommand(
            "市のソーシャルメディアの運用に関するガイドラインの案内ボット。コマンドを付けずに起動すると、ボットが動きます。"
        )
        {
            UnderstandCommand.Create(),
            ConverseCommand.Create(),
            EvaluateCommand.Create(),
            KnowledgeCommand.Create(),
            AccountsCommand.Create(),
            PackageCommand.Create(),
            NewCityCommand.Create(),
        };
        foreach (var command in StorageCommands.Create())
            root.Add(command);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
            return await FailAsync(
                $"コマンドかオプションを読み取れません（{parsed.Errors[0].Message}）。使い方は --help でご覧いただけます。"
            );
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return await FailAsync(fault.Message);
        }
    }

    /// <summary>dotnet run puts the environment in front (see the project file); to a command it means nothing.</summary>
    private static string[] Command(string[] args) => args is ["--environment", _, .. var rest] ? rest : args;

    private static async Task<int> FailAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence.ReplaceLineEndings(" "));
        return WrongUse;
    }
}

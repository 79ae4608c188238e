using System.Diagnostics;
using System.Text;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.CommandLine;

/// <summary>One run of the built program, as a person starts it.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Wrong use is told in one line on standard error.</summary>
    public string Refusal
    {
        get
        {
            Assert.Equal(2, ExitCode);
            return Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
    }

    public static Task<CommandRun> StartAsync(params string[] arguments) => StartAsync("", arguments);

    /// <param name="folder">Where it is started; a new one where none is named.</param>
    public static async Task<CommandRun> StartAsync(string input, string[] arguments, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GuidelineBot.dll"), .. arguments])
        {
            WorkingDirectory = folder ?? TestFolder.New(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output, await error);
    }
}

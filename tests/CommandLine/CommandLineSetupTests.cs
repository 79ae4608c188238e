using GuidelineBot.CommandLine;

namespace GuidelineBot.Tests.CommandLine;

[Slow]
public sealed class CommandLineSetupTests
{
    [Theory]
    [InlineData("", "understand", "evaluate", "knowledge")]
    [InlineData("understand", "--knowledge")]
    [InlineData("knowledge", "check")]
    [InlineData("knowledge check", "--knowledge")]
    public async Task Help_is_given_for_every_command(string command, params string[] mentioned)
    {
        var run = await CommandRun.StartAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(mentioned, word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no-such-command")]
    [InlineData("knowledge")]
    [InlineData("knowledge mend")]
    [InlineData("understand --no-such-option")]
    public async Task A_wrong_command_is_refused(string command) =>
        Assert.Contains("--help", (await CommandRun.StartAsync(command.Split(' '))).Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData("--urls http://127.0.0.1:0", false)]
    [InlineData("", false)]
    [InlineData("understand", true)]
    [InlineData("--help", true)]
    public void Settings_for_the_bot_are_no_command(string arguments, bool isCommand) =>
        Assert.Equal(isCommand, CommandLineSetup.IsCommand(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}

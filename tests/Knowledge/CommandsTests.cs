using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Tests.Knowledge;

public sealed class CommandsTests
{
    private readonly Commands commands = new([
        new Example("ヘルプ", ["command:help"], "commands.md", 3),
        new Example("質問一覧", ["command:questions"], "commands.md", 4),
        new Example("ヘルプ", ["command:other"], "commands.md", 5),
    ]);

    [Theory]
    [InlineData("ヘルプ", "command:help")]
    [InlineData(" ﾍﾙﾌﾟ！", "command:help")]
    [InlineData("「ヘルプ」", "command:help")]
    [InlineData("質問一覧。", "command:questions")]
    public void A_command_is_known_however_it_is_typed(string message, string route) =>
        Assert.Equal(new Route(route), commands.Find(message));

    [Theory]
    [InlineData("ヘルプの見方を変えたい")]
    [InlineData("質問一覧はどこ？")]
    [InlineData("")]
    [InlineData("！？")]
    public void A_command_must_be_the_whole_message(string message) => Assert.Null(commands.Find(message));
}

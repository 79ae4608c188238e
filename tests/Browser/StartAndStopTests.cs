using System.Net;
using System.Text.RegularExpressions;

namespace GuidelineBot.Tests.Browser;

/// <summary>What a developer meets at the console: the Playground beside the bot, or how to get it.</summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed partial class StartAndStopTests
{
    [Fact]
    public async Task Without_npx_the_bot_says_what_to_install_and_keeps_running()
    {
        var nothing = Directory.CreateTempSubdirectory("no-programs-");
        try
        {
            await using var bot = BotProcess.Start(path: nothing.FullName);
            await bot.WrittenAsync(InstallNode(), TimeSpan.FromSeconds(60));
            await bot.WrittenAsync(KnowledgeInForce(), TimeSpan.FromSeconds(60));

            using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };
            using var health = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        }
        finally
        {
            nothing.Delete();
        }
    }

    [PlaygroundFact]
    public async Task Ctrl_C_ends_the_bot_and_the_Playground()
    {
        await using var bot = BotProcess.Start();
        var address = await bot.PlaygroundAsync();
        var children = Descendants($"{bot.Id}");
        Assert.NotEmpty(children);

        Assert.Equal(0, await bot.InterruptAsync());

        Assert.DoesNotContain(children, Runs);
        using var http = new HttpClient { BaseAddress = address };
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("/", UriKind.Relative)));
    }

    private static List<string> Descendants(string process)
    {
        var children = Directory
            .GetDirectories("/proc")
            .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]) && Stat(folder) is [_, var parent, ..] && parent == process)
            .Select(folder => Path.GetFileName(folder))
            .ToList();
        return [.. children, .. children.SelectMany(Descendants)];
    }

    /// <summary>A process that has ended may keep its number until somebody asks what became of it.</summary>
    private static bool Runs(string process) => Stat($"/proc/{process}") is [not ("Z" or "X"), ..];

    /// <summary>State, parent and so on: what follows the process's name, which stands in brackets and may hold anything.</summary>
    private static string[]? Stat(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return null; // ended meanwhile
        }
    }

    [GeneratedRegex("npx が見つからない.*Node\\.js.*ボットはこのまま動きます")]
    private static partial Regex InstallNode();

    [GeneratedRegex("In force: 岡山市")]
    private static partial Regex KnowledgeInForce();
}

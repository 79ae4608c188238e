using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GuidelineBot.Tests.Architecture;
using GuidelineBot.Tests.CommandLine;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests;

/// <summary>The version stands in one place, and everything shows that one.</summary>
[Slow]
public sealed class VersionTests
{
    private static readonly string Version = XDocument
        .Load(Path.Combine(Sources.Root, "Directory.Build.props"))
        .Descendants("Version")
        .Single()
        .Value;

    [Fact]
    public async Task The_command_line_tells_it()
    {
        var run = await CommandRun.StartAsync("--version");

        Assert.Equal((0, Version), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public async Task The_status_page_shows_it()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Contains($"版：{Version}", await bot.Http.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Teams_app_bears_its_numbers_where_no_other_is_given()
    {
        var folder = TestFolder.New();

        await CommandRun.StartAsync(
            "",
            ["package", "--app-id", "12345678-1234-4234-8234-123456789012", "--domain", "bot.example.jp", "--out", "app.zip"],
            folder
        );

        using var zip = ZipFile.OpenRead(Path.Combine(folder, "app.zip"));
        using var manifest = zip.GetEntry("manifest.json")!.Open();
        Assert.Equal(Version.Split('-')[0], JsonNode.Parse(manifest)!["version"]!.ToString());
    }

    [Fact]
    public void The_list_of_changes_begins_with_it() =>
        Assert.Equal(
            Version,
            File.ReadLines(Path.Combine(Sources.Root, "CHANGELOG.md"))
                .First(line => line.StartsWith("## ", StringComparison.Ordinal))[3..]
                .Split(' ')[0]
        );
}

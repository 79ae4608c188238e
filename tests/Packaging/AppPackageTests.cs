using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using GuidelineBot.Knowledge;
using GuidelineBot.Packaging;
using GuidelineBot.Tests.CommandLine;
using GuidelineBot.Tests.Delivery;
using GuidelineBot.Tests.Knowledge;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.Packaging;

[Slow]
public sealed class AppPackageTests
{
    private static readonly Guid App = Guid.Parse("12345678-1234-4234-8234-123456789012");

    [SmtpFact]
    public async Task The_package_is_what_the_published_schemas_demand()
    {
        var folder = TestFolder.New();
        using (
            var zip = new ZipArchive(
                new MemoryStream(AppPackage.Write(App, "bot.example.jp", "1.2.3", KnowledgeBase.Load(KnowledgeCopy.Ours).Offices))
            )
        )
            await zip.ExtractToDirectoryAsync(folder);
        var schema = NodeFolder.Of("Packaging", "Schema");
        await NodeFolder.InstallAsync(schema);

        using var node = Process.Start(NodeFolder.Command(schema, "node", "validate.mjs", folder))!;
        Assert.Equal("", await node.StandardOutput.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
    }

    [Fact]
    public void It_holds_the_registration_and_icons_of_the_right_size()
    {
        using var zip = new ZipArchive(
            new MemoryStream(AppPackage.Write(App, "bot.example.jp", "1.2.3", KnowledgeBase.Load(KnowledgeCopy.Ours).Offices))
        );

        Assert.Equal(["manifest.json", "en.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        var manifest = JsonNode.Parse(zip.GetEntry("manifest.json")!.Open())!;
        Assert.Equal((App.ToString(), "1.2.3"), (manifest["bots"]![0]!["botId"]!.ToString(), manifest["version"]!.ToString()));
        Assert.Equal("bot.example.jp", manifest["validDomains"]![0]!.ToString());
        Assert.DoesNotContain("{{", manifest.ToString(), StringComparison.Ordinal);
        Assert.Equal((192, 192), SizeOf(zip.GetEntry("color.png")!));
        Assert.Equal((32, 32), SizeOf(zip.GetEntry("outline.png")!));
    }

    [Fact]
    public void Every_command_of_the_lists_is_one_that_the_bot_knows()
    {
        using var zip = new ZipArchive(
            new MemoryStream(AppPackage.Write(App, "bot.example.jp", "1.0.0", KnowledgeBase.Load(KnowledgeCopy.Ours).Offices))
        );
        var knowledge = KnowledgeBase.Load(KnowledgeCopy.Ours);

        var commands = JsonNode.Parse(zip.GetEntry("manifest.json")!.Open())!["bots"]![0]!["commandLists"]!
            .AsArray()
            .SelectMany(list => list!["commands"]!.AsArray())
            .ToList();

        Assert.NotEmpty(commands);
        Assert.All(
            commands,
            command =>
                Assert.Matches(
                    "^(command:|draft-check$)",
                    knowledge.Understand(command!["title"]!.ToString(), new DateOnly(2026, 11, 24)).Route.Name
                )
        );
        Assert.All(commands, command => Assert.InRange(command!["title"]!.ToString().Length, 1, 32));
        Assert.All(commands, command => Assert.InRange(command!["description"]!.ToString().Length, 1, 128));
    }

    [Theory]
    [InlineData("--app-id は GUID", "--app-id", "xyz", "--domain", "bot.example.jp")]
    [InlineData(
        "--domain は bot.example.jp のように",
        "--app-id",
        "12345678-1234-4234-8234-123456789012",
        "--domain",
        "https://bot.example.jp"
    )]
    [InlineData(
        "--version は 1.0.0 のように",
        "--app-id",
        "12345678-1234-4234-8234-123456789012",
        "--domain",
        "bot.example.jp",
        "--version",
        "1"
    )]
    [InlineData("--domain", "--app-id", "12345678-1234-4234-8234-123456789012")]
    public async Task A_wrong_argument_gets_one_clear_line(string sentence, params string[] arguments)
    {
        var run = await CommandRun.StartAsync(["package", .. arguments]);

        Assert.Empty(run.Output);
        Assert.Contains(sentence, run.Refusal, StringComparison.Ordinal);
    }

    /// <summary>From the header of a PNG.</summary>
    private static (int Width, int Height) SizeOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var head = new byte[24];
        stream.ReadExactly(head);
        Assert.Equal("PNG"u8, head.AsSpan(1, 3));
        return (
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)),
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20))
        );
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GuidelineBot.Tests.Architecture;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.Install;

/// <summary>The files of <c>deploy/</c> that can only be run elsewhere fit together and to the product.</summary>
[Slow]
public sealed partial class DeployFilesTests
{
    private static readonly string Deploy = Path.Combine(Sources.Root, "deploy");

    [Fact]
    public async Task Every_package_is_under_a_licence_that_is_allowed_and_stands_in_the_notices()
    {
        var folder = TestFolder.New();

        await RunAsync("sh", Path.Combine(Deploy, "sbom.sh"), folder);
        var sbom = Path.Combine(folder, "sbom.cdx.json");
        var notices = await RunAsync(
            Machine.Dotnet,
            "run",
            Path.Combine(Deploy, "notices.cs"),
            "--",
            sbom,
            Path.Combine(Deploy, "licences.json")
        );

        Assert.Equal(notices, await File.ReadAllTextAsync(Path.Combine(Sources.Root, "THIRD-PARTY-NOTICES.md")));
        var parts = JsonNode.Parse(await File.ReadAllTextAsync(sbom))!;
        Assert.Equal("CycloneDX", parts["bomFormat"]!.ToString());
        Assert.Equal(ProductVersion.Full, parts["metadata"]!["component"]!["version"]!.ToString());
        Assert.All(
            (string[])["Lucene.Net", "MailKit", "Microsoft.Bot.Builder", "Npgsql"],
            name => Assert.Contains(parts["components"]!.AsArray(), part => part!["name"]!.ToString() == name)
        );
    }

    [Theory]
    [InlineData(
        """{ "name": "Evil", "version": "1.0", "licenses": [ { "license": { "id": "AGPL-3.0-only" } } ] }""",
        "Evil 1.0 is under AGPL"
    )]
    [InlineData("""{ "name": "Mute", "version": "1.0" }""", "Mute 1.0 names no licence")]
    public async Task A_licence_that_nobody_has_allowed_fails(string part, string told)
    {
        var folder = TestFolder.New();
        var (sbom, rules) = (Path.Combine(folder, "sbom.json"), Path.Combine(folder, "rules.json"));
        await File.WriteAllTextAsync(sbom, $$"""{ "components": [ {{part}} ] }""");
        await File.WriteAllTextAsync(rules, """{ "allowed": { "MIT": "https://spdx.org/licenses/MIT.html" }, "read": [] }""");

        var fault = await Assert.ThrowsAnyAsync<Exception>(() =>
            RunAsync(Machine.Dotnet, "run", Path.Combine(Deploy, "notices.cs"), "--", sbom, rules)
        );

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bicep_registers_what_the_bot_asks_for_and_the_toolkit_names_only_what_is_there()
    {
        var bicep = File.ReadAllText(Path.Combine(Deploy, "azure.bicep"));
        Assert.Contains("/api/messages'", bicep, StringComparison.Ordinal);
        Assert.Contains("channelName: 'MsTeamsChannel'", bicep, StringComparison.Ordinal);
        var types = Regex.Matches(bicep, "'(UserAssignedMSI|SingleTenant|MultiTenant)'").Select(match => match.Groups[1].Value);
        Assert.Equal(["SingleTenant", "UserAssignedMSI"], types.Distinct().Order(StringComparer.Ordinal));

        var parameters = JsonNode.Parse(File.ReadAllText(Path.Combine(Deploy, "azure.parameters.json")))!["parameters"]!.AsObject();
        Assert.NotEmpty(parameters);
        Assert.All(parameters, given => Assert.Matches($"(?m)^param {given.Key} ", bicep));

        var toolkit = File.ReadAllText(Path.Combine(Deploy, "m365agents.yml"));
        Assert.Equal(
            ["azure.bicep", "azure.parameters.json"],
            Regex
                .Matches(toolkit, @"(?:path|parameters): \./(\S+)")
                .Select(match => match.Groups[1].Value)
                .Where(file => File.Exists(Path.Combine(Deploy, file)))
        );
        var known = File.ReadAllLines(Path.Combine(Deploy, "env", ".env.city"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('=')[0])
            .Concat(Regex.Matches(bicep, "(?m)^output (\\w+) ").Select(match => match.Groups[1].Value))
            .ToList();
        Assert.All(
            Placeholder().Matches(toolkit + parameters.ToJsonString()).Select(match => match.Groups[1].Value),
            name => Assert.Contains(name, known)
        );
    }

    [Fact]
    public void The_image_keeps_what_is_to_outlive_it_in_one_folder()
    {
        var project = XDocument.Load(Path.Combine(Sources.Root, "bot", "GuidelineBot.csproj"));
        string Of(string name) => project.Descendants(name).Single().Value;
        var environment = project
            .Descendants("ContainerEnvironmentVariable")
            .ToDictionary(variable => variable.Attribute("Include")!.Value, variable => variable.Attribute("Value")!.Value);

        Assert.Equal(("guideline-bot", "$(Version)"), (Of("ContainerRepository"), Of("ContainerImageTag")));
        Assert.StartsWith("mcr.microsoft.com/dotnet/aspnet:10.", Of("ContainerBaseImage"), StringComparison.Ordinal);
        Assert.Equal("8080", project.Descendants("ContainerPort").Single().Attribute("Include")!.Value);
        Assert.Equal(["ConnectionStrings__Sqlite", "Mail__Pickup"], environment.Keys.Order(StringComparer.Ordinal));
        Assert.All(environment.Values, value => Assert.Contains("/data/", value, StringComparison.Ordinal));
        var settings = File.ReadAllText(Path.Combine(Sources.Root, "appsettings.sample.json"));
        Assert.All(
            environment.Keys.SelectMany(name => name.Split("__")),
            part => Assert.Contains($"\"{part}\"", settings, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_scripts_are_sound()
    {
        foreach (var script in Directory.GetFiles(Deploy, "*.sh"))
            Assert.Equal("", await RunAsync("sh", "-n", script));
        var windows = await File.ReadAllTextAsync(Path.Combine(Deploy, "windows-service.ps1"));
        Assert.Contains("backup --folder", windows, StringComparison.Ordinal);
        // The name under which the program knows itself as a service.
        Assert.Contains("'GuidelineBot'", windows, StringComparison.Ordinal);
        Assert.Contains(
            "ServiceName = \"GuidelineBot\"",
            await File.ReadAllTextAsync(Path.Combine(Sources.Root, "bot", "Program.cs")),
            StringComparison.Ordinal
        );
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Sources.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error + await output);
        return await output;
    }

    [GeneratedRegex(@"\$\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.Architecture;

/// <summary>The audit of the packages sees what it is there to see.</summary>
[Slow]
public sealed class AuditTests
{
    private static readonly string Folder = Path.Combine(Sources.Root, ".ci");

    private static readonly string Today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("Newtonsoft.Json", "13.0.4", null)]
    [InlineData("Newtonsoft.Json", "12.0.3", "GHSA-5crp-9r3c-p9vr")]
    [InlineData("newtonsoft.json", "13.0.1-beta1", "GHSA-5crp-9r3c-p9vr")]
    [InlineData("MimeKit", "4.15.0", "GHSA-g7hc-96xr-gvvx")]
    [InlineData("Microsoft.Extensions.Caching.Memory", "6.0.0", null)]
    [InlineData("Microsoft.Extensions.Caching.Memory", "8.0.0", "GHSA-qj66-m88j-hmgj")]
    public async Task A_package_with_a_known_hole_fails_it(string package, string version, string? id)
    {
        var list = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "advisories.json")))!;
        list["date"] = Today;

        var (code, said) = await RunAsync(list, package, version);

        Assert.Equal(id is null ? 0 : 1, code);
        Assert.Contains(id ?? "none of 1 packages", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-91)]
    [InlineData(30)]
    public async Task A_list_that_is_too_old_or_of_the_future_fails_it_and_says_how_to_renew_it(int days)
    {
        var date = DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var list = new JsonObject { ["date"] = date, ["advisories"] = new JsonArray() };

        var (code, said) = await RunAsync(list, "Newtonsoft.Json", "13.0.4");

        Assert.Equal(1, code);
        Assert.Contains("edit .ci/advisories.json and set its date", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_says_where_it_is_from_and_each_entry_what_it_is_about()
    {
        var list = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "advisories.json")))!;

        Assert.NotEqual("", list["source"]!.ToString());
        Assert.All(
            list["advisories"]!.AsArray(),
            advisory =>
            {
                Assert.Matches("^GHSA(-[23456789cfghjmpqrvwx]{4}){3}$", advisory!["id"]!.ToString());
                Assert.Matches(@"^\d+(\.\d+)+$", advisory["below"]!.ToString());
            }
        );
    }

    private static async Task<(int Code, string Said)> RunAsync(JsonNode list, string package, string version)
    {
        var file = Path.Combine(TestFolder.New(), "advisories.json");
        await File.WriteAllTextAsync(file, list.ToJsonString());
        var start = new ProcessStartInfo("dotnet", ["run", Path.Combine(Folder, "audit.cs"), "--", file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var packages = JsonSerializer.Serialize(new { id = package, resolvedVersion = version });
        await process.StandardInput.WriteAsync($$"""{"projects":[{"frameworks":[{"transitivePackages":[{{packages}}]}]}]}""");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}

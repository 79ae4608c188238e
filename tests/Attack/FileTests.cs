using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Packaging;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.Attack;

/// <summary>Files: their names lead nowhere, and they tell of nobody but those they are about.</summary>
public sealed partial class FileTests
{
    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..\\..\\CON")]
    [InlineData("a\r\nSet-Cookie: evil=1\r\n\r\n<script>")]
    [InlineData("花だより\"; filename=evil.exe; x=\"")]
    [InlineData("\u202exod.exe")]
    public async Task A_name_that_somebody_typed_is_only_a_name(string typed)
    {
        await using var bot = await BotHost.StartAsync();
        var started = await bot.PressAsync(
            IncidentStartCard.StartVerb,
            new JsonObject
            {
                ["checklist"] = "flaming",
                ["accountName"] = typed,
                ["seen"] = "批判が集まっている",
            }
        );
        var incident = started.Card().Button("次の手順")["data"]!["incident"]!.GetValue<string>();
        var card = (await bot.PressAsync(IncidentCloseCard.PapersVerb, IncidentBot.Of(incident))).Card();

        foreach (
            var link in card.Actions()
                .Where(action => action["type"]?.ToString() == "Action.OpenUrl")
                .Select(action => action["url"]!.ToString())
        )
        {
            using var file = await bot.Http.GetAsync(new Uri(link));
            file.EnsureSuccessStatusCode();
            Assert.DoesNotContain("Set-Cookie", file.Headers.Select(header => header.Key));
            var name = NameOf(file.Content.Headers.ContentDisposition!);
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal(name, Path.GetFileName(name));
            Assert.DoesNotContain(name, letter => char.IsControl(letter) || "\\/:*?\"<>|\u202e".Contains(letter, StringComparison.Ordinal));
            Assert.True(name.EndsWith(".docx", StringComparison.Ordinal) || name.EndsWith(".md", StringComparison.Ordinal), name);
            if (name.EndsWith(".docx", StringComparison.Ordinal))
                AssertNobodyIn(await file.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public void The_app_package_tells_nothing_of_who_made_it()
    {
        var zip = AppPackage.Write(
            Guid.Parse("11111111-1111-4111-8111-111111111111"),
            "bot.example.jp",
            "1.0.0",
            KnowledgeBase.Load(KnowledgeCopy.Ours).Offices
        );
        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Equal("", archive.Comment);
        Assert.All(archive.Entries, entry => Assert.Equal((entry.Name, ""), (entry.FullName, entry.Comment)));
        Assert.DoesNotMatch(Machine(), Encoding.Latin1.GetString(zip));
    }

    /// <summary>Who wrote it, on which machine, from which template: a document tells, unless nobody put it there.</summary>
    private static void AssertNobodyIn(byte[] document)
    {
        using var archive = new ZipArchive(new MemoryStream(document));
        Assert.Equal("", archive.Comment);
        foreach (var entry in archive.Entries)
        {
            Assert.Equal("", entry.Comment);
            Assert.DoesNotContain("..", entry.FullName, StringComparison.Ordinal);
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd();
            Assert.DoesNotMatch(Machine(), text);
            Assert.DoesNotMatch(Author(), text);
        }
    }

    private static string NameOf(ContentDispositionHeaderValue given) => given.FileNameStar ?? given.FileName!.Trim('"');

    [GeneratedRegex("/(?:home|root|work|tmp|Users)/|[A-Z]:\\\\Users")]
    private static partial Regex Machine();

    [GeneratedRegex("<(?:dc:creator|cp:lastModifiedBy|Company|Manager|Template)>[^<]")]
    private static partial Regex Author();
}

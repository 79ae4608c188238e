using GuidelineBot.Tests.Cards;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Browser;

/// <summary>Every sample card, drawn as Teams draws it: in three themes, as wide as a desk and a phone leave it.</summary>
[Slow]
public sealed class CardGalleryTests
{
    /// <summary>What the sheets below artifacts/cards are cut to, in pixels; the page itself is as wide as all cards need.</summary>
    private const int SheetWidth = 1420;
    private const int SheetHeight = 1500;

    private static readonly string Folder = NodeFolder.Of("Browser", "Gallery");

    [BrowserTheory]
    [InlineData("light", 460)]
    [InlineData("light", 268)]
    [InlineData("dark", 460)]
    [InlineData("dark", 268)]
    [InlineData("contrast", 460)]
    [InlineData("contrast", 268)]
    public async Task No_card_is_cut_or_hard_to_read_and_all_of_it_is_reached_by_keyboard(string theme, int width)
    {
        await NodeFolder.InstallAsync(Folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Machine.Chromium, Args = Machine.ChromiumArguments }
        );
        var page = await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = SheetWidth, Height = SheetHeight },
            }
        );
        foreach (var script in new[] { Module("adaptivecards", "adaptivecards.js"), Module("markdown-it", "markdown-it.js"), "gallery.js" })
            await page.AddScriptTagAsync(new() { Path = Path.Combine(Folder, script) });
        var cards = new JObject(
            SampleCards
                .All.OrderBy(sample => sample.Key, StringComparer.Ordinal)
                .Select(sample => new JProperty(sample.Key, JToken.Parse(sample.Value().ToJson())))
        );

        var faults = await page.EvaluateAsync<string[]>(
            "([cards, theme, width]) => gallery(JSON.parse(cards), theme, width)",
            new object[] { cards.ToString(), theme, width }
        );

        await ShootAsync(page, $"{theme}-{width}");
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        var whole = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        await page.SetViewportSizeAsync(whole, SheetHeight);
        for (var (left, sheet) = (0, 1); left < whole; left += SheetWidth, sheet++)
            await page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(Machine.Repository, "artifacts", "cards", $"{name}-{sheet:00}.png"),
                    Clip = new()
                    {
                        X = left,
                        Y = 0,
                        Width = Math.Min(SheetWidth, whole - left),
                        Height = SheetHeight,
                    },
                }
            );
    }

    private static string Module(string package, string file) => Path.Combine("node_modules", package, "dist", file);
}

using Microsoft.Playwright;

namespace GuidelineBot.Tests.Browser;

/// <summary>What an operator sees at the bot's own address, in a real browser.</summary>
[Collection(BotProcess.OneAtATime)]
[Slow]
public sealed class StatusPageTests
{
    [BrowserFact]
    public async Task An_operator_sees_what_to_do_next_and_gets_to_the_privacy_page()
    {
        await using var bot = BotProcess.Start(settings: new() { ["Playground__Enabled"] = "false" });
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Machine.Chromium, Args = ["--no-sandbox", "--disable-gpu"] }
        );
        var page = await browser.NewPageAsync(new() { Locale = "ja-JP" });

        await page.GotoAsync((await bot.AddressAsync()).ToString());

        await Assertions
            .Expect(page.GetByText("Azure Bot を登録し、MicrosoftAppId、MicrosoftAppPassword、MicrosoftAppTenantId を設定してください。"))
            .ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("広報広聴課のチャットかチャネルで「ここに届ける」と入力してください。")).ToBeVisibleAsync();
        foreach (var (name, width) in new[] { ("wide", 1200), ("narrow", 420) })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.True(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"The {name} page has to be scrolled sideways."
            );
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(Machine.Repository, "artifacts", "screenshots", $"70-status-{name}.png"), FullPage = true }
            );
        }
        await page.GetByRole(AriaRole.Link, new() { Name = "保存するものと期間" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "保存するものと期間" }).First).ToBeVisibleAsync();
    }
}

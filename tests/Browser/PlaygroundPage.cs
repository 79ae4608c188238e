using Microsoft.Playwright;

namespace GuidelineBot.Tests.Browser;

/// <summary>The Playground's page, read and used as a person does: by what stands on it.</summary>
/// <remarks>Its class names are generated and its ids random, so only names, roles and the classes of the card renderer are relied on.</remarks>
public sealed class PlaygroundPage : IAsyncDisposable
{
    private const int MostWait = 30_000; // in milliseconds; a machine may be busy with other tests

    private static readonly (int Width, int Height) Desk = (1400, 1000);

    /// <summary>What a tablet and a phone leave for a card, and what stands beside it on the page.</summary>
    private static readonly int[] Narrow = [268, 460];
    private const int Beside = 110;

    /// <summary>Higher than any card, so that nothing of it is scrolled away.</summary>
    private const int Tall = 2400;

    /// <summary>More often no card is drawn anew under a picture.</summary>
    private const int Drawings = 10;

    // The Playground keeps its chat and its cards as wide as a desk's screen; Teams on a telephone does not.
    private const string AsNarrowAsTheScreen = """
        document.querySelectorAll('div').forEach(box => { if (getComputedStyle(box).minWidth === '600px') box.style.minWidth = '0'; });
        document.querySelectorAll('.ac-adaptiveCard').forEach(card => card.parentElement.parentElement.style.maxWidth = `${innerWidth - 110}px`);
        [...document.querySelectorAll('.ac-adaptiveCard')].at(-1).scrollIntoView({ block: 'nearest' });
        """;

    private const int MostTabs = 60;

    // As a screen reader would say it: without the star of what is required.
    private const string NameOfFocus = """
        () => {
            const at = document.activeElement;
            const label = [...(at.labels ?? [])].map(label => label.innerText).join('');
            const named = (at.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.innerText ?? '').join('');
            return (at.getAttribute('aria-label') || label || named || at.innerText || at.tagName).replace(/[*\s]+$/, '').trim();
        }
        """;

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;

    private PlaygroundPage(IPlaywright playwright, IBrowser browser, IPage page) =>
        (this.playwright, this.browser, this.page) = (playwright, browser, page);

    public static async Task<PlaygroundPage> OpenAsync(Uri address)
    {
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = Machine.Chromium, Args = Machine.ChromiumArguments }
            );
            var page = await browser.NewPageAsync(
                new()
                {
                    Locale = "ja-JP",
                    ViewportSize = new() { Width = Desk.Width, Height = Desk.Height },
                }
            );
            page.SetDefaultTimeout(MostWait);
            await page.GotoAsync(address.ToString());
            return new PlaygroundPage(playwright, browser, page);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>The newest card that holds all of these texts, once there is one.</summary>
    public async Task<ILocator> CardAsync(params string[] texts)
    {
        var cards = Holding(texts);
        await Assertions.Expect(cards.Last).ToBeVisibleAsync(new() { Timeout = MostWait });
        return cards.Last;
    }

    /// <returns>How many cards hold all of these texts now.</returns>
    public Task<int> CountAsync(params string[] texts) => Holding(texts).CountAsync();

    private ILocator Holding(string[] texts) =>
        texts.Aggregate(page.Locator(".ac-adaptiveCard"), (cards, text) => cards.Filter(new() { HasText = text }));

    /// <summary>Goes to another conversation, by its name on the left.</summary>
    public async Task GoToAsync(string conversation)
    {
        await page.GetByRole(AriaRole.Treeitem, new() { Name = conversation }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-lexical-editor=true]").First).ToBeVisibleAsync(new() { Timeout = MostWait });
    }

    /// <param name="mention">Whom to name first: in a group chat the bot hears nothing else.</param>
    public async Task SayAsync(string text, string? mention = null)
    {
        await page.Locator("[data-lexical-editor=true]").First.ClickAsync();
        if (mention is not null)
        {
            await page.Keyboard.TypeAsync("@");
            await page.GetByRole(AriaRole.Listbox, new() { Name = "Typeahead menu" })
                .GetByRole(AriaRole.Menuitem, new() { Name = mention })
                .ClickAsync();
            await page.Keyboard.TypeAsync(" ");
        }
        await page.Keyboard.InsertTextAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Message", Exact = true }).ClickAsync();
        // From the box into the conversation.
        await Assertions
            .Expect(page.Locator("[data-lexical-editor=true]").First)
            .Not.ToContainTextAsync(text, new() { Timeout = MostWait });
        await Assertions.Expect(page.GetByText(text).Filter(new() { Visible = true }).Last).ToBeVisibleAsync(new() { Timeout = MostWait });
    }

    /// <summary>Searches from the compose box; the result is put into the message that is being written.</summary>
    /// <param name="result">The title of the one to take.</param>
    /// <param name="step">Where the results are kept as a picture.</param>
    public async Task InsertFoundAsync(string words, string result, string step)
    {
        await ExtensionAsync("Search Command");
        await page.GetByPlaceholder("Enter a search term").FillAsync(words);
        var hit = page.GetByRole(AriaRole.Heading, new() { Name = result, Exact = true });
        await Assertions.Expect(hit).ToBeVisibleAsync(new() { Timeout = MostWait });
        await ShootAsync(step);
        await hit.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Message", Exact = true }).ClickAsync();
    }

    /// <summary>Opens the window of the message extension's action.</summary>
    /// <param name="besideMessage">From the menu of the newest message; otherwise from the compose box.</param>
    /// <returns>The card in the window.</returns>
    public async Task<ILocator> ActAsync(string command, bool besideMessage = false)
    {
        if (besideMessage)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Show more information" }).Last.ClickAsync();
            await page.GetByRole(AriaRole.Menuitem, new() { Name = "Action Command" }).ClickAsync();
        }
        else
        {
            await ExtensionAsync("Action Command");
        }
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Command ID" }).FillAsync(command);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }).ClickAsync();
        return await CardAsync("投稿チェック");
    }

    /// <summary>Closes the window of the message extension.</summary>
    public async Task CloseWindowAsync()
    {
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your Message Extension App")).ToBeHiddenAsync();
    }

    private async Task ExtensionAsync(string kind)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Trigger Message Extension App" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = kind }).ClickAsync();
    }

    /// <summary>Presses a button, or a row that can be pressed, by its title.</summary>
    public static Task PressAsync(ILocator card, string title) =>
        card.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).First.ClickAsync();

    /// <summary>Goes on by the tabulator until what has the focus is called so, as somebody without a mouse does.</summary>
    /// <param name="back">Upwards.</param>
    public async Task TabToAsync(string name, bool back = false)
    {
        var passed = new List<string>();
        while (passed.Count < MostTabs)
        {
            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            passed.Add(await page.EvaluateAsync<string>(NameOfFocus));
            if (passed[^1] == name)
                return;
        }
        Assert.Fail($"「{name}」 is not reached by keyboard, only {string.Join("、", passed)}.");
    }

    public Task KeyAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Into what has the focus.</summary>
    public Task TypeAsync(string text) => page.Keyboard.InsertTextAsync(text);

    /// <summary>One of several choices that are all to be seen.</summary>
    public static Task ChooseAsync(ILocator card, string label, string choice) =>
        card.GetByRole(AriaRole.Radiogroup, new() { Name = label }).GetByRole(AriaRole.Radio, new() { Name = choice }).CheckAsync();

    public static Task TickAsync(ILocator card, string title) => card.GetByRole(AriaRole.Checkbox, new() { Name = title }).CheckAsync();

    public static Task FillAsync(ILocator card, string label, string text) => Field(card, label).FillAsync(text);

    /// <summary>A form that has just come may be drawn again, empty, under quicker hands than people have: what is gone is filled in again.</summary>
    public static async Task FillAllAsync(ILocator card, params (string Label, string Text)[] fields)
    {
        for (var left = 5; left > 0; left--)
        {
            var isAllThere = true;
            foreach (var (label, text) in fields)
                if (await Field(card, label).InputValueAsync() != text)
                {
                    isAllThere = false;
                    await FillAsync(card, label, text);
                }
            if (isAllThere)
                return;
        }
        Assert.Fail("The form loses what is filled in.");
    }

    /// <summary>A card that is drawn anew meanwhile is another element: then the new one is taken.</summary>
    private static async Task ShootLastAsync(ILocator cards, string path)
    {
        for (var left = Drawings; ; left--)
        {
            try
            {
                await cards.Last.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
                return;
            }
            catch (PlaywrightException gone) when (left > 0 && gone.Message.Contains("not attached", StringComparison.Ordinal)) { }
        }
    }

    private static ILocator Field(ILocator card, string label) => card.GetByLabel(label).And(card.Locator("input, textarea"));

    /// <summary>Keeps the page as it is now, and its newest card at the widths of a tablet and a phone, under artifacts/screenshots.</summary>
    /// <remarks>The page forgets what was typed into a card when its width changes, some time after it changes.</remarks>
    /// <param name="texts">What the card holds that is looked at; none for the newest.</param>
    public async Task ShootAsync(string step, params string[] texts)
    {
        foreach (var width in Narrow)
        {
            await page.SetViewportSizeAsync(width + Beside, Tall);
            await page.EvaluateAsync(AsNarrowAsTheScreen);
            await ShootLastAsync(Holding(texts), Picture($"{step}-{width}"));
        }
        await page.SetViewportSizeAsync(Desk.Width, Desk.Height);
        await page.EvaluateAsync(AsNarrowAsTheScreen);
        await page.ScreenshotAsync(new() { Path = Picture($"{step}-wide"), Animations = ScreenshotAnimations.Disabled });
        await page.EvaluateAsync(
            "() => new Promise(drawn => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(drawn)), 300))"
        );
    }

    private static string Picture(string name) => Path.Combine(Machine.Repository, "artifacts", "screenshots", $"{name}.png");

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

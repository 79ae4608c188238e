using System.Text;
using System.Text.Json.Nodes;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Notices;
using GuidelineBot.Stocktakes;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Delivery;
using GuidelineBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Stocktakes;

/// <summary>棚卸し: each account once a year, until it is answered; the office sees what lies idle.</summary>
public sealed class StocktakeTests : IAsyncLifetime
{
    private const string Office = "19:koho@thread.v2";

    /// <summary>The Friday before the first of June.</summary>
    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 5, 29, 10, 0, 0, TimeSpan.FromHours(9)));
    private BotHost bot = null!;

    public async Task InitializeAsync()
    {
        bot = await BotHost.StartAsync(services: services =>
        {
            BotHost.WithoutJobs(services);
            services.AddSingleton<TimeProvider>(clock);
        });
        await bot.SayAsync("ここに届ける", conversation: Office);
        await bot.SayAsync("ヘルプ", "sato", "a:sato");
        await using var database = Open();
        database.Accounts.Add(New("花1", "29:user-sato"));
        database.Accounts.Add(New("花2", "29:user-sato"));
        database.Accounts.Add(New("海", null));
        database.Accounts.Add(New("終わり", "29:user-sato", ended: new(2026, 3, 31)));
        database.Accounts.Add(New("これから", "29:user-sato", started: new(2026, 9, 1)));
        await database.SaveChangesAsync();
    }

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task Each_running_account_is_asked_about_once_a_year_where_its_operator_is()
    {
        await LookAsync();
        Assert.Empty(In("a:sato", "アカウントの棚卸し"));

        await OnAsync(6, 1);
        Assert.Equal(["X 花1", "X 花2"], In("a:sato", "アカウントの棚卸し（令和8年度）").Select(Title).Order());
        Assert.Equal(["X 海"], In(Office, "アカウントの棚卸し").Select(Title));
        await OnAsync(7, 1);
        Assert.Equal(2, In("a:sato", "アカウントの棚卸し").Count);

        clock.SetUtcNow(new DateTimeOffset(2027, 6, 1, 10, 0, 0, TimeSpan.FromHours(9)));
        await LookAsync();
        await using var database = Open();
        Assert.Equal(
            [3, 4],
            await database.Stocktakes.GroupBy(one => one.FiscalYear).OrderBy(year => year.Key).Select(year => year.Count()).ToListAsync()
        );
    }

    [Fact]
    public async Task It_is_answered_on_its_card_and_put_right_there()
    {
        await OnAsync(6, 1);
        var asked = await FirstAsync("花1");

        var open = await AnswerAsync(asked, ("login", ""), ("password", "岡本"));
        Assert.Contains("ログインできるかどうかを選んでください。", open.Words(), StringComparison.Ordinal);
        var late = await AnswerAsync(asked, ("login", "yes"), ("password", "岡本"), ("lastPost", "2026-06-02"));
        Assert.Contains("今日より後", late.Words(), StringComparison.Ordinal);
        var done = await AnswerAsync(asked, ("login", "yes"), ("password", "岡本、藤原"), ("lastPost", "2026-05-20"), ("deputy", "藤原"));
        Assert.Contains("状態　確認済み", done.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("終了届を始める", done.Actions().Select(action => action["title"]!.ToString()));

        var form = (await bot.PressAsync(StocktakeCard.OpenVerb, Of(asked, ("isForm", true)), "sato", "a:sato")).Card();
        Assert.Equal("岡本、藤原", form.Input("password")["value"]!.ToString());
        var idle = await AnswerAsync(asked, ("login", "yes"), ("password", "岡本"), ("lastPost", "2025-05-20"));
        Assert.Contains("状態　休眠", idle.Words(), StringComparison.Ordinal);

        var end = await bot.AnswerAsync(bot.Press(idle.Button("終了届を始める"), "sato", conversation: "a:sato"));
        await using var database = Open();
        var draft = await database.NoticeDrafts.SingleAsync();
        Assert.Equal(("X", "花1", "観光課"), (draft.Fields["service"], draft.Fields["accountName"], draft.Fields["section"]));
        Assert.NotNull(end);
    }

    [Fact]
    public async Task Nobody_else_answers_or_reads_it()
    {
        await OnAsync(6, 1);
        var asked = await FirstAsync("花1");

        var answer = await bot.PressAsync(StocktakeCard.SaveVerb, Of(asked, ("login", "no"), ("password", "x")), "tanaka", "a:tanaka");
        Assert.Contains("見つかりません", answer["value"]!.ToString(), StringComparison.Ordinal);
        var list = (await bot.SayAsync("棚卸し", "tanaka", "a:tanaka")).Card().Words();
        Assert.Contains("確認をお願いしているアカウントはありません。", list, StringComparison.Ordinal);
        await using var database = Open();
        Assert.All(await database.Stocktakes.ToListAsync(), one => Assert.Null(one.AnsweredAt));
    }

    [Fact]
    public async Task The_office_sees_what_is_open_idle_and_locked_and_has_it_as_a_file()
    {
        await OnAsync(6, 1);
        await AnswerAsync(await FirstAsync("花1"), ("login", "no"), ("password", "なし"), ("lastPost", "2026-05-01"));
        await AnswerAsync(await FirstAsync("花2"), ("login", "yes"), ("password", "岡本"));

        var list = (await bot.SayAsync("棚卸し", "yamada", "a:yamada")).Card();
        Assert.Contains("3件のうち、未確認 1件、休眠 1件、ログイン不可 1件", list.Words(), StringComparison.Ordinal);
        var locked = (await bot.AnswerAsync(bot.Press(list.Button("ログイン不可"), conversation: "a:yamada")))["value"]!.Words();
        Assert.Contains("X 花1", locked, StringComparison.Ordinal);
        Assert.DoesNotContain("花2", locked, StringComparison.Ordinal);

        var file = await bot
            .Services.GetServices<GuidelineBot.Downloads.IDownloads>()
            .Single(one => one.Source == "stocktakes")
            .WriteAsync("csv", default);
        var lines = Encoding.UTF8.GetString(file!.Content).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.Contains(
            lines,
            line => line.Contains("花1", StringComparison.Ordinal) && line.Contains("ログイン不可", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_nobody_answers_is_reminded_of_once_a_week_until_it_is()
    {
        await OnAsync(6, 1);
        foreach (var day in Enumerable.Range(2, 18))
            await OnAsync(6, day);
        // Five working days later, on Monday the 8th, and on the following one.
        Assert.Equal(2, In("a:sato", "棚卸しの確認が済んでいないアカウントが2件あります").Count);
        Assert.Equal(2, In(Office, "棚卸しの確認が済んでいないアカウントが1件あります").Count);

        await AnswerAsync(await FirstAsync("花1"), ("login", "yes"), ("password", "岡本"), ("lastPost", "2026-06-01"));
        await AnswerAsync(await FirstAsync("花2"), ("login", "yes"), ("password", "岡本"), ("lastPost", "2026-06-01"));
        await OnAsync(6, 22);
        Assert.Equal(2, In("a:sato", "棚卸しの確認が済んでいないアカウント").Count);
        Assert.Equal(3, In(Office, "棚卸しの確認が済んでいないアカウント").Count);
    }

    private static Account New(string name, string? operatorId, DateOnly? started = null, DateOnly? ended = null) =>
        new()
        {
            Service = "X",
            Name = name,
            Url = $"https://x.com/{Guid.NewGuid():N}",
            UrlKey = $"x.com/{Guid.NewGuid():N}",
            Section = "観光課",
            OperatorId = operatorId,
            StartedOn = started,
            EndedOn = ended,
        };

    private async Task OnAsync(int month, int day)
    {
        clock.SetUtcNow(new DateTimeOffset(2026, month, day, 10, 0, 0, TimeSpan.FromHours(9)));
        await LookAsync();
    }

    private async Task LookAsync()
    {
        await ActivatorUtilities.CreateInstance<StocktakeClock>(bot.Services).LookAsync(default);
        await bot.Services.DrainAsync();
    }

    private async Task<Guid> FirstAsync(string name)
    {
        await using var database = Open();
        var account = await database.Accounts.SingleAsync(one => one.Name == name);
        return (await database.Stocktakes.SingleAsync(one => one.AccountId == account.Id)).Id;
    }

    private async Task<JsonNode> AnswerAsync(Guid asked, params (string Name, JsonNode? Value)[] answers) =>
        (await bot.PressAsync(StocktakeCard.SaveVerb, Of(asked, answers), "sato", "a:sato")).Card();

    private static JsonObject Of(Guid asked, params (string Name, JsonNode? Value)[] more) =>
        new([
            KeyValuePair.Create<string, JsonNode?>("stocktake", asked.ToString()),
            .. more.Select(one => KeyValuePair.Create(one.Name, one.Value)),
        ]);

    private static string Title(JsonNode card) => card.Words().Split('\n').First(line => line.StartsWith("X ", StringComparison.Ordinal));

    private List<JsonNode> In(string conversation, string words) =>
        [
            .. bot
                .Teams.Calls.Where(call =>
                    call.Conversation == conversation && call.Method == "POST" && call.Body?["attachments"] is JsonArray
                )
                .Select(call => call.Body!.Card())
                .Where(card => card.Words().Contains(words, StringComparison.Ordinal)),
        ];

    private Database Open() => bot.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContext();
}

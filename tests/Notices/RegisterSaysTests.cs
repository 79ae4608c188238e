using System.Text.Json.Nodes;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Notices;

/// <summary>Where a change notice says something else than the register, whoever files it and whoever decides read so.</summary>
public sealed class RegisterSaysTests : IAsyncLifetime
{
    private const string Url = "https://x.com/okayama_hana";

    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.FromHours(9)));
    private BotHost bot = null!;

    public async Task InitializeAsync()
    {
        bot = await BotHost.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        await using var database = Open();
        database.Accounts.Add(
            new Account
            {
                Service = "X",
                Name = "おかやま花だより",
                Url = Url,
                UrlKey = AccountKey.Of(Url),
                Section = "観光課",
                Operator = "岡本健、藤原みのり",
                StartedOn = new(2026, 12, 1),
                EndedOn = new(2027, 3, 31),
            }
        );
        await database.SaveChangesAsync();
    }

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Theory]
    [InlineData("岡本健", "2026-12-01", null)]
    [InlineData("藤原", "2027-03-31", null)]
    [InlineData("岡本健", "2026-11-30", "変更日（令和8年11月30日）が、台帳の利用開始日（令和8年12月1日）より前です")]
    [InlineData("岡本健", "2027-04-01", "台帳では令和9年3月31日に終了しています")]
    [InlineData(
        "水島直樹",
        "2026-12-01",
        "「水島直樹」さんは、台帳では令和8年12月1日の利用担当者ではありません（台帳：岡本健、藤原みのり）"
    )]
    [InlineData("岡本健、水島直樹", "2026-12-01", "「水島直樹」さんは、台帳では")]
    public async Task A_change_that_the_register_contradicts_is_said_to_both_sides(string oldPerson, string day, string? remark)
    {
        await bot.SayAsync("ヘルプ", "sato", "a:sato");
        var turn = Filed.By("sato", "a:sato");
        var fields = new Dictionary<string, string>
        {
            ["service"] = "X",
            ["accountName"] = "おかやま花だより",
            ["url"] = Url,
            ["section"] = "観光課",
            ["oldPerson"] = oldPerson,
            ["newPerson"] = "三宅由紀子",
            ["changeDate"] = day,
        };
        var draft = await bot.Services.GetRequiredService<NoticeDrafts>().CreateAsync(turn, NoticeKind.Change, fields, null, default);
        var desk = bot.Services.GetRequiredService<NoticeDesk>();

        var said = (await desk.CheckAsync(draft, default)).Remarks;
        var notice = (await desk.SubmitAsync(turn, draft.Id, draft.Version, default)).Notice!;
        var asked = new JsonObject
        {
            ["notice"] = notice.Id.ToString(),
            ["version"] = notice.Version,
            ["step"] = "accepted",
        };

        var decides = (await bot.PressAsync(NoticeCard.ReasonVerb, asked, "yamada", "a:yamada-own")).Card().Words();

        Assert.Contains("この届出を受理しますか？", decides, StringComparison.Ordinal);
        if (remark is null)
            Assert.Empty(said);
        else
            Assert.Contains(remark, Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal(remark is not null, decides.Contains(remark ?? "台帳では", StringComparison.Ordinal));
    }

    private Database Open() => bot.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContext();
}

using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Contacts;
using GuidelineBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuidelineBot.Tests.Contacts;

/// <summary>The 緊急連絡網, as 広報広聴課 keeps it.</summary>
public sealed class ContactsTests : IAsyncLifetime
{
    private const string Office = "a:office";

    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(9)));

    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync(services: BotHost.WithoutJobs(clock));

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task Entries_are_added_put_right_confirmed_and_removed_and_only_by_the_office()
    {
        Assert.Contains(
            "まだ登録がありません。",
            (await bot.SayAsync("緊急連絡網", "yamada", Office)).Card().Words(),
            StringComparison.Ordinal
        );
        Assert.Contains("だけが", (await bot.SayAsync("緊急連絡網", "sato", "a:sato")).ToJsonString(Readable), StringComparison.Ordinal);

        var saved = await SaveAsync(Entry("観光課", "赤磐 一", rank: 2, phone: "０８６-０００-００００"));
        Assert.Contains("ボットからは知らせられません。", saved.Words(), StringComparison.Ordinal);
        Assert.Contains("086-000-0000", saved.Words(), StringComparison.Ordinal);
        var both = await SaveAsync(Entry("観光課", "井原 二", rank: 1));
        Assert.True(
            both.Words().IndexOf("井原 二", StringComparison.Ordinal) < both.Words().IndexOf("赤磐 一", StringComparison.Ordinal),
            both.Words()
        );

        var form = (await bot.PressAsync(both, "直す", person: "yamada")).Card();
        Assert.Equal("井原 二", form.Input("name")["value"]!.ToString());
        var known = Entry("観光課", "井原 二郎", rank: 1);
        known["contact"] = form.Button("保存")["data"]!["contact"]!.ToString();
        Assert.Contains("井原 二郎", (await SaveAsync(known)).Words(), StringComparison.Ordinal);
        await bot.PressAsync(ContactsCard.RemoveVerb, new JsonObject { ["contact"] = known["contact"]!.ToString() }, "yamada", Office);

        var left = (await bot.SayAsync("緊急連絡網", "yamada", Office)).Card().Words();
        Assert.Contains("1人", left, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "当番", "赤磐 一", "", "「所属」を")]
    [InlineData("観光課", "", "赤磐 一", "", "「立場」を")]
    [InlineData("観光課", "当番", " ", "", "「氏名」を")]
    [InlineData("観光課", "当番", "赤磐 一", "<script>", "電話番号は")]
    public async Task What_is_missing_is_said_and_what_was_entered_stays(string section, string role, string name, string phone, string why)
    {
        var entry = Entry(section, name, phone: phone);
        entry["role"] = role;

        var again = await SaveAsync(entry);

        Assert.Contains(why, again.Words(), StringComparison.Ordinal);
        Assert.Equal(section, again.Input("section")["value"]!.ToString());
        await using var database = bot.Open();
        Assert.False(await database.EmergencyContacts.AnyAsync());
    }

    [Fact]
    public async Task Somebody_whose_name_is_only_a_part_of_anothers_is_not_taken_for_them()
    {
        await bot.SayAsync("ヘルプ", "satoshi", "a:satoshi");
        await bot.SayAsync("ヘルプ", "tanaka", "a:tanaka");

        await SaveAsync(Entry("観光課", "sato"));
        await SaveAsync(Entry("観光課", "ＴＡＮＡＫＡ", rank: 2));

        await using var database = bot.Open();
        Assert.Equal(
            [("sato", ""), ("tanaka", "29:user-tanaka")],
            (await database.EmergencyContacts.OrderBy(contact => contact.Rank).ToListAsync()).Select(contact =>
                (contact.PersonName, contact.PersonId)
            )
        );
    }

    [Fact]
    public async Task In_each_quarter_the_office_is_asked_once_a_week_until_it_has_confirmed()
    {
        await bot.SayAsync("ここに届ける", "yamada", Office);
        await SaveAsync(Entry("観光課", "赤磐 一"));
        await LookAsync();
        Assert.Equal(0, await AskedAsync());

        // A new quarter; the first working day is the 4th of January.
        clock.Advance(new DateTimeOffset(2027, 1, 1, 9, 0, 0, TimeSpan.FromHours(9)) - clock.GetUtcNow());
        await LookAsync();
        Assert.Equal(0, await AskedAsync());
        clock.Advance(TimeSpan.FromDays(3));
        await LookAsync();
        await LookAsync();
        clock.Advance(TimeSpan.FromDays(1));
        await LookAsync();
        Assert.Equal(1, await AskedAsync());
        clock.Advance(TimeSpan.FromDays(7));
        await LookAsync();
        Assert.Equal(2, await AskedAsync());

        var section = (await bot.PressAsync(ContactsCard.OpenVerb, new JsonObject { ["section"] = "観光課" }, "yamada", Office)).Card();
        Assert.Contains("今期の確認がまだです", section.Words(), StringComparison.Ordinal);
        var confirmed = (await bot.PressAsync(section, "このとおりで確認した", person: "yamada")).Card();
        Assert.Contains("確認を記録しました。", confirmed.Words(), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromDays(7));
        await LookAsync();
        Assert.Equal(2, await AskedAsync());
    }

    private async Task<JsonNode> SaveAsync(JsonObject entry) =>
        (await bot.PressAsync(ContactsCard.SaveVerb, entry, "yamada", Office)).Card();

    private static JsonObject Entry(string section, string name, int rank = 1, string phone = "") =>
        new()
        {
            ["section"] = section,
            ["role"] = "当番",
            ["name"] = name,
            ["phone"] = phone,
            ["rank"] = $"{rank}",
        };

    private Task LookAsync() => bot.Services.GetRequiredService<ContactReminders>().LookAsync(default);

    private async Task<int> AskedAsync()
    {
        await using var database = bot.Open();
        return await database.Outbox.CountAsync(message => message.Topic == ContactReminders.Topic);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

using System.Text.Json.Nodes;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GuidelineBot.Tests.Notices;

/// <summary>From a sentence to a decided notice, through the host.</summary>
public sealed class FilingTests : IAsyncLifetime
{
    private const string Sentence = "来月1日から観光課でTikTok始めます、担当は岡本健";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(9)));
    private BotHost bot = null!;

    public async Task InitializeAsync()
    {
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("JST", TimeSpan.FromHours(9), "JST", "JST"));
        bot = await BotHost.StartAsync(
            settings: new()
            {
                ["Recipients:PublicRelations:0"] = "koho@example.jp",
                ["Recipients:NetworkAdministrator:0"] = "network@example.jp",
            },
            services: services => services.AddSingleton<TimeProvider>(clock)
        );
    }

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task A_notice_goes_from_one_sentence_to_its_acceptance()
    {
        var submitted = await SubmitAsync("sato");
        Assert.Contains("令和8年度 開始 第1号", submitted.Words(), StringComparison.Ordinal);

        var list = (await bot.SayAsync("届出一覧")).Card();
        Assert.Contains("第1号", list.Words(), StringComparison.Ordinal);
        var review = await OpenAsync(list);
        Assert.Equal(["受理する", "差し戻す", "質問する", "書類（Word）", "一覧へ戻る"], review.Presses());
        Assert.Contains("令和8年12月1日", review.Words(), StringComparison.Ordinal);

        var asked = (await bot.PressAsync(review, "受理する"))["value"]!;
        Assert.Contains("この届出を受理しますか？", asked.Words(), StringComparison.Ordinal);
        var accepted = (await bot.PressAsync(asked, "受理する"))["value"]!;
        Assert.Contains("状態　受理", accepted.Words(), StringComparison.Ordinal);
        Assert.Equal(["取り消す（10分以内）", "一覧に掲載しました", "書類（Word）", "一覧へ戻る"], accepted.Presses());
        Assert.Equal(NoticeStatus.Accepted, (await NoticeAsync()).Status);
    }

    [Fact]
    public async Task What_is_to_be_sent_is_stored_with_the_notice()
    {
        await SubmitAsync("sato");

        await using var database = Open();
        var outbox = await database
            .Outbox.OrderBy(message => message.Recipient)
            .Select(message => new
            {
                message.Recipient,
                message.Topic,
                message.Channel,
            })
            .ToListAsync();
        Assert.Equal(
            [
                new
                {
                    Recipient = "koho@example.jp",
                    Topic = "notice.filed",
                    Channel = OutboxChannel.Mail,
                },
                new
                {
                    Recipient = "network@example.jp",
                    Topic = "notice.copied",
                    Channel = OutboxChannel.Mail,
                },
            ],
            outbox
        );
    }

    [Fact]
    public async Task A_returned_notice_is_put_right_under_its_number()
    {
        await SubmitAsync("sato");
        var review = await OpenAsync((await bot.SayAsync("届出一覧")).Card());
        var reason = (await bot.PressAsync(review, "差し戻す"))["value"]!;
        var unexplained = (await bot.PressAsync(reason, "差し戻す", new JsonObject { ["reason"] = " " }))["value"]!;
        Assert.Contains("差戻しの理由を", unexplained.Words(), StringComparison.Ordinal);
        await bot.PressAsync(reason, "差し戻す", new JsonObject { ["reason"] = "目的を具体的に書いてください" });

        var mine = await OpenAsync((await bot.SayAsync("届出状況", "sato")).Card(), "sato");
        Assert.Contains("目的を具体的に書いてください", mine.Words(), StringComparison.Ordinal);
        var form = (await bot.PressAsync(mine, "直して出し直す", person: "sato"))["value"]!;
        var confirm = await bot.FillAsync(form, "sato", new() { ["f_purpose"] = "市内の名所を若い世代に知らせるため" });
        var again = (await bot.PressAsync(confirm, "提出する", person: "sato"))["value"]!;

        Assert.Contains("令和8年度 開始 第1号", again.Words(), StringComparison.Ordinal);
        var notice = await NoticeAsync();
        Assert.Equal((NoticeStatus.Submitted, "市内の名所を若い世代に知らせるため"), (notice.Status, notice.Fields["purpose"]));
        Assert.Equal(
            [NoticeStep.Submitted, NoticeStep.Returned, NoticeStep.Resubmitted],
            notice.Events.OrderBy(happened => happened.At).Select(happened => happened.Step)
        );
    }

    [Fact]
    public async Task Nothing_entered_is_lost_on_the_way_back_and_forth()
    {
        var form = (await bot.SayAsync(Sentence, "sato")).Card();
        var second = (
            await bot.PressAsync(
                form,
                "次へ",
                new JsonObject
                {
                    ["f_accountName"] = "おかやま桃",
                    ["f_url"] = "tiktok",
                    ["f_startDate"] = "2026-12-01",
                },
                "sato"
            )
        )["value"]!;
        Assert.Contains("「tiktok」はURLとして読み取れません", second.Words(), StringComparison.Ordinal);
        Assert.Equal("tiktok", second.Input("f_url")["value"]!.ToString());

        var closed = (
            await bot.PressAsync(second, "一時保存", new JsonObject { ["f_url"] = "https://www.tiktok.com/@okayama_momo" }, "sato")
        )["value"]!;
        Assert.Contains("下書き", closed.Words(), StringComparison.Ordinal);
        var drafts = (await bot.SayAsync("下書き", "sato", "a:another-chat")).Card();
        var resumed = (await bot.PressAsync(drafts, "再開", person: "sato"))["value"]!;
        Assert.Equal(
            ("おかやま桃", "https://www.tiktok.com/@okayama_momo"),
            (resumed.Input("f_accountName")["value"]!.ToString(), resumed.Input("f_url")["value"]!.ToString())
        );
    }

    [Fact]
    public async Task Others_neither_see_nor_decide()
    {
        await SubmitAsync("sato");
        var review = await OpenAsync((await bot.SayAsync("届出一覧")).Card());

        Assert.Contains("だけがご覧いただけます", (await bot.SayAsync("届出一覧", "suzuki"))["text"]!.ToString(), StringComparison.Ordinal);
        var forged = await bot.PressAsync(review, "受理する", person: "suzuki");
        Assert.Contains("その届出は見つかりません", forged["value"]!.ToString(), StringComparison.Ordinal);
        var own = await bot.PressAsync(review, "受理する", person: "sato");
        Assert.Contains("ご自分の届出は、ご自分では決められません。", own["value"]!.Words(), StringComparison.Ordinal);
        Assert.Equal(NoticeStatus.Submitted, (await NoticeAsync()).Status);
    }

    [Fact]
    public async Task A_late_notice_needs_a_reason_and_says_so()
    {
        var form = (await bot.SayAsync("開始届を出したい。11月1日に始めたインスタ、観光課、担当は岡本健", "sato")).Card();
        var confirm = await bot.FillAsync(
            form,
            "sato",
            new() { ["f_startDate"] = "2026-11-01", ["f_url"] = "https://www.instagram.com/okayama_momo" }
        );
        Assert.Contains("届出が利用開始のあとになった理由", confirm.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("提出する", confirm.Titles());

        var again = (await bot.PressAsync(confirm, "直す", person: "sato"))["value"]!;
        confirm = await bot.FillAsync(again, "sato", new() { ["f_lateReason"] = "届出が必要なことを知らなかったため" });
        Assert.Contains(
            "事後届出",
            ((await bot.PressAsync(confirm, "提出する", person: "sato"))["value"]!).Words(),
            StringComparison.Ordinal
        );
        Assert.True((await NoticeAsync()).IsLate);
    }

    [Fact]
    public async Task Fifty_people_at_once_get_fifty_numbers_in_a_row()
    {
        var confirms = new List<(string Person, JsonNode Card)>();
        foreach (var place in Enumerable.Range(1, 50))
            confirms.Add(
                (
                    $"person{place}",
                    await bot.FillAsync(
                        (await bot.SayAsync("終了届を出したい", $"person{place}", $"a:chat{place}")).Card(),
                        $"person{place}",
                        new()
                        {
                            ["f_service"] = "X",
                            ["f_url"] = $"https://x.com/okayama_{place}",
                            ["f_accountName"] = $"アカウント{place}",
                            ["f_section"] = "観光課",
                            ["f_person"] = "岡本健",
                            ["f_endDate"] = "2027-03-31",
                        }
                    )
                )
            );

        await Task.WhenAll(confirms.Select(one => bot.PressAsync(one.Card, "提出する", person: one.Person)));

        await using var database = Open();
        Assert.Equal(
            Enumerable.Range(1, 50),
            await database.Notices.OrderBy(notice => notice.Number).Select(notice => notice.Number).ToListAsync()
        );
    }

    private async Task<JsonNode> SubmitAsync(string person)
    {
        var form = (await bot.SayAsync(Sentence, person)).Card();
        Assert.Equal(
            ("TikTok", "2026-12-01", "観光課", "岡本健"),
            (
                form.Input("f_service")["value"]!.ToString(),
                form.Input("f_startDate")["value"]!.ToString(),
                form.Input("f_section")["value"]!.ToString(),
                form.Input("f_person")["value"]!.ToString()
            )
        );
        var confirm = await bot.FillAsync(form, person, []);
        return (await bot.PressAsync(confirm, "提出する", person: person))["value"]!;
    }

    private async Task<JsonNode> OpenAsync(JsonNode list, string person = "yamada")
    {
        var open = list.Actions().First(press => press["verb"]?.ToString() == "notice.show");
        using var response = await bot.PostAsync(bot.Press(open, person));
        return (await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<JsonNode>(response.Content))!["value"]!;
    }

    private async Task<Notice> NoticeAsync()
    {
        await using var database = Open();
        return await database.Notices.Include(notice => notice.Events).SingleAsync();
    }

    private Database Open() => bot.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContext();
}

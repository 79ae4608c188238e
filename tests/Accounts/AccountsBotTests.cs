using System.Text.Json.Nodes;
using GuidelineBot.Accounts;
using GuidelineBot.Tests.Asking;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Accounts;

/// <summary>The register in the chat; each test keeps to accounts of its own.</summary>
public sealed class AccountsBotTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Fact]
    public async Task Everyone_finds_an_account_by_words_about_it()
    {
        await AddAsync("探す課", "岡山市さがし", service: "Instagram");
        var list = (await bot.SayAsync("台帳", "sato")).Card();

        var found = (
            await bot.PressAsync(list, "探す", new JsonObject { ["search"] = "ｲﾝｽﾀ 探す課", ["state"] = "running" }, "sato")
        ).Card();
        Assert.Contains("Instagram　岡山市さがし", found.Words(), StringComparison.Ordinal);
        Assert.Contains("運用中のアカウントは1件です。", found.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("CSV・HTMLの書き出し", found.Titles());

        var none = (await bot.PressAsync(list, "探す", new JsonObject { ["search"] = "探す課", ["state"] = "ended" }, "sato")).Card();
        Assert.Contains("条件に合うアカウントはありません。", none.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_turns_its_pages_and_comes_back_where_it_was()
    {
        for (var number = 10; number < 20; number++)
            await AddAsync("頁課", $"頁{number}");
        var first = (await bot.PressAsync((await bot.SayAsync("台帳")).Card(), "探す", new JsonObject { ["search"] = "頁課" })).Card();
        var second = (await bot.PressAsync(first, "次へ（2/2）")).Card();
        Assert.Contains("頁18", second.Words(), StringComparison.Ordinal);

        var detail = (await bot.PressAsync(second, "詳細")).Card();
        var back = (await bot.PressAsync(detail, "台帳に戻る")).Card();

        Assert.Equal(second.Words(), back.Words());
        Assert.Equal("頁課", back.Input("search")["value"]!.ToString());
    }

    [Fact]
    public async Task A_plain_member_of_staff_sees_an_account_and_changes_nothing()
    {
        var id = await AddAsync("見る課", "岡山市みる");
        var detail = await OpenAsync(id, "sato");

        Assert.Contains("所属　見る課", detail.Words(), StringComparison.Ordinal);
        Assert.Equal(["アカウントを開く", "台帳に戻る"], detail.Titles());
        foreach (
            var (verb, data) in new[]
            {
                ("accounts.edit", new JsonObject { ["account"] = id }),
                (
                    "accounts.save",
                    new JsonObject
                    {
                        ["account"] = id,
                        ["version"] = 0,
                        ["manager"] = "侵入者",
                    }
                ),
                ("accounts.list", new JsonObject { ["account"] = id, ["listed"] = true }),
                ("accounts.export", []),
            }
        )
            Assert.Equal(
                "この操作は、広報広聴課の担当者とこのボットの管理者だけが行えます。",
                (await ForgedAsync(verb, data, "sato"))["value"]!.ToString()
            );
        var account = await ReadAsync(id);
        Assert.Equal(("", false, 0), (account.Manager, account.IsListed, account.Version));
    }

    [Fact]
    public async Task A_reviewer_marks_an_account_as_listed_and_as_taken_off()
    {
        var id = await AddAsync("掲載課", "岡山市のせる");

        var listed = (await bot.PressAsync(await OpenAsync(id), "一覧に掲載した")).Card();
        Assert.Contains("一覧に掲載したことを記録しました。", listed.Words(), StringComparison.Ordinal);
        Assert.Contains("「岡山市のソーシャルメディア一覧」に掲載（yamada）", listed.Words(), StringComparison.Ordinal);
        Assert.True((await ReadAsync(id)).IsListed);

        Assert.Contains(
            "一覧から外したことを記録しました。",
            (await bot.PressAsync(listed, "一覧から外した")).Card().Words(),
            StringComparison.Ordinal
        );
        Assert.False((await ReadAsync(id)).IsListed);
    }

    [Fact]
    public async Task A_reviewer_corrects_an_account()
    {
        var form = (await bot.PressAsync(await OpenAsync(await AddAsync("直す課", "岡山市なおす")), "編集")).Card();

        var saved = (
            await bot.PressAsync(
                form,
                "保存",
                new JsonObject
                {
                    ["manager"] = " 岡本 健 ",
                    ["operator"] = "",
                    ["policyUrl"] = "https://www.city.okayama.jp/p",
                }
            )
        ).Card();

        Assert.Contains("保存しました。", saved.Words(), StringComparison.Ordinal);
        Assert.Contains("アカウント管理者　岡本 健", saved.Words(), StringComparison.Ordinal);
        Assert.Contains("運用ポリシー", saved.Titles());
    }

    [Fact]
    public async Task What_cannot_be_saved_is_said_and_what_was_entered_stays()
    {
        var id = await AddAsync("検査課", "岡山市けんさ");
        var form = (await bot.PressAsync(await OpenAsync(id), "編集")).Card();

        var refused = (
            await bot.PressAsync(
                form,
                "保存",
                new JsonObject
                {
                    ["manager"] = new string('あ', 101),
                    ["operator"] = "山田\n花子",
                    ["policyUrl"] = "javascript:alert(1)",
                    ["termsUrl"] = "www.city.okayama.jp",
                }
            )
        ).Card();

        var words = refused.Words();
        Assert.Contains("アカウント管理者が101文字あります。100文字以内に短くしてください。", words, StringComparison.Ordinal);
        Assert.Contains("利用担当者に使えない文字があります。", words, StringComparison.Ordinal);
        Assert.Contains("運用ポリシーのURLは https:// から始まるURLでお書きください。", words, StringComparison.Ordinal);
        Assert.Contains("利用規約のURLは https:// から始まるURLでお書きください。", words, StringComparison.Ordinal);
        Assert.Equal("www.city.okayama.jp", refused.Input("termsUrl")["value"]!.ToString());
        Assert.Equal(0, (await ReadAsync(id)).Version);
    }

    [Fact]
    public async Task A_change_made_meanwhile_is_shown_and_not_overwritten_unseen()
    {
        var id = await AddAsync("競合課", "岡山市きょうごう");
        var mine = (await bot.PressAsync(await OpenAsync(id), "編集")).Card();
        await bot.PressAsync(mine, "保存", new JsonObject { ["manager"] = "先の人" });

        var told = (await bot.PressAsync(mine, "保存", new JsonObject { ["manager"] = "後の人" })).Card();

        Assert.Contains("ほかの方が先に保存しました。", told.Words(), StringComparison.Ordinal);
        Assert.Contains("アカウント管理者　先の人", told.Words(), StringComparison.Ordinal);
        Assert.Equal("後の人", told.Input("manager")["value"]!.ToString());
        Assert.Equal("先の人", (await ReadAsync(id)).Manager);
        await bot.PressAsync(told, "保存", new JsonObject { ["manager"] = "後の人" });
        Assert.Equal("後の人", (await ReadAsync(id)).Manager);
    }

    [Theory]
    [InlineData("accounts.open", """{"account":"00000000-0000-0000-0000-000000000000"}""")]
    [InlineData("accounts.edit", """{"account":"00000000-0000-0000-0000-000000000000"}""")]
    [InlineData("accounts.save", """{"account":"00000000-0000-0000-0000-000000000000","version":0}""")]
    [InlineData("accounts.list", """{"account":"00000000-0000-0000-0000-000000000000","listed":true}""")]
    public async Task An_account_that_is_not_there_gets_a_sentence(string verb, string data) =>
        Assert.Equal(
            "このアカウントは台帳にありません。「台帳」と入力すると、今の台帳をご覧いただけます。",
            (await ForgedAsync(verb, (JsonObject)JsonNode.Parse(data)!))["value"]!.ToString()
        );

    [Theory]
    [InlineData("accounts.open", """{"account":"x"}""")]
    [InlineData("accounts.save", """{"account":"00000000-0000-0000-0000-000000000000"}""")]
    [InlineData("accounts.list", """{"listed":true}""")]
    [InlineData("duty.done", "{}")]
    public async Task A_damaged_payload_is_said_to_be_unreadable(string verb, string data) =>
        Assert.Equal(400, (await ForgedAsync(verb, (JsonObject)JsonNode.Parse(data)!))["statusCode"]!.GetValue<int>());

    [Theory]
    [InlineData("""{"number":2147483647}""")]
    [InlineData("""{"number":-5,"show":"nonsense"}""")]
    public async Task A_page_that_does_not_exist_shows_the_nearest(string data) =>
        Assert.Contains(
            "アカウント台帳",
            (await ForgedAsync("accounts.page", (JsonObject)JsonNode.Parse(data)!)).Card().Words(),
            StringComparison.Ordinal
        );

    private async Task<JsonNode> OpenAsync(Guid id, string person = "yamada") =>
        (await ForgedAsync("accounts.open", new JsonObject { ["account"] = id }, person)).Card();

    private async Task<JsonNode> ForgedAsync(string verb, JsonObject data, string person = "yamada")
    {
        using var response = await bot.PostAsync(bot.Press(AskingBot.Forged(verb, data), person));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private async Task<Guid> AddAsync(string section, string name, string service = "X")
    {
        await using var database = asking.Open();
        var account = new Account
        {
            Service = service,
            Name = name,
            Url = $"https://x.com/{section}",
            UrlKey = $"x.com/{section}",
            Section = section,
        };
        database.Accounts.Add(account);
        await database.SaveChangesAsync();
        return account.Id;
    }

    private async Task<Account> ReadAsync(Guid id)
    {
        await using var database = asking.Open();
        return await database.Accounts.AsNoTracking().SingleAsync(account => account.Id == id);
    }
}

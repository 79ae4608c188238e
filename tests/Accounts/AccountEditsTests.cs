using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.Accounts;

public sealed class AccountEditsTests
{
    private static readonly AccountEditCard.Values Values = new("岡本 健", "佐藤 一", "https://www.city.okayama.jp/new", "");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_is_stored_with_a_sentence_about_it(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        var account = await bench.OpenAsync();

        Assert.True(await bench.Edits.SaveAsync("", account.Id, account.Version, Values, new("29:koho", "広報"), default));

        var saved = await bench.ReadAsync(account.Id);
        Assert.Equal(
            ("佐藤 一", null, "https://www.city.okayama.jp/new", "", account.Version + 1),
            (saved.Operator, saved.OperatorId, saved.PolicyUrl, saved.TermsUrl, saved.Version)
        );
        var opened = "利用開始の届出により登録（令和8年度 第1号）";
        Assert.Equivalent(
            new[]
            {
                "運用ポリシーのURLを「https://www.city.okayama.jp/policy」から「https://www.city.okayama.jp/new」に変更（広報広聴課による修正）",
                "利用規約のURL「https://www.city.okayama.jp/terms」を削除（広報広聴課による修正）",
                "利用担当者を「山田 花子」から「佐藤 一」に変更（広報広聴課による修正）",
            },
            saved.Events.Select(RegisterBench.Said).Where(sentence => sentence != opened),
            strict: true
        );
        Assert.Null(Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword)).PersonId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_save_at_once_the_second_one_is_told(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        var account = await bench.OpenAsync();

        var saved = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(number =>
                    Task.Run(() =>
                        bench.Edits.SaveAsync(
                            "",
                            account.Id,
                            account.Version,
                            Values with
                            {
                                Manager = $"管理者{number}",
                            },
                            new("29:koho", "広報"),
                            default
                        )
                    )
                )
        );

        Assert.Single(saved, true);
        Assert.Single((await bench.ReadAsync(account.Id)).Events, happened => happened.Facts.GetValueOrDefault("field") == "manager");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Listed_by_several_at_once_it_is_listed_once(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        var account = await bench.OpenAsync();

        var news = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => bench.Edits.MarkListedAsync("", account.Id, true, new("29:koho", "広報"), default)))
        );

        Assert.Single(news, true);
        var listed = await bench.ReadAsync(account.Id);
        Assert.True(listed.IsListed);
        Assert.Single(listed.Events, happened => RegisterBench.Said(happened) == "「岡山市のソーシャルメディア一覧」に掲載");
        Assert.Null(await bench.Edits.MarkListedAsync("", Guid.NewGuid(), true, new("29:koho", "広報"), default));
    }

    [Fact]
    public async Task Taken_off_by_hand_nobody_is_reminded_of_it()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        var account = await bench.OpenAsync();
        await bench.EndAsync(new() { ["url"] = RegisterBench.Url, ["endDate"] = "2026-03-31" });

        Assert.False(await bench.Edits.MarkListedAsync("", account.Id, false, new("29:koho", "広報"), default));

        Assert.NotNull(Assert.Single(await bench.DutiesAsync(DutyKind.TakeOffList)).DoneAt);
    }
}

using GuidelineBot.Accounts;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Accounts;

public sealed class AccountRegisterTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_start_notice_enters_the_account_and_plans_the_password(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        var account = await bench.ReadAsync((await bench.OpenAsync()).Id);

        Assert.Equal(
            ("X", "岡山市観光課", RegisterBench.Url, "x.com/okayama_kanko", "観光課"),
            (account.Service, account.Name, account.Url, account.UrlKey, account.Section)
        );
        Assert.Equal(
            ("岡本 健", "山田 花子", "yamada", "観光情報の発信"),
            (account.Manager, account.Operator, account.OperatorId, account.Purpose)
        );
        Assert.Equal(("https://www.city.okayama.jp/policy", "https://www.city.okayama.jp/terms"), (account.PolicyUrl, account.TermsUrl));
        Assert.Equal((new DateOnly(2026, 4, 10), null, false), (account.StartedOn, account.EndedOn, account.IsListed));
        var happened = Assert.Single(account.Events);
        Assert.Equal(("利用開始の届出により登録（令和8年度 第1号）", "広報"), (RegisterBench.Said(happened), happened.ByName));
        Assert.NotNull(happened.NoticeId);
        var duty = Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword));
        Assert.Equal(("yamada", new DateTimeOffset(2026, 9, 28, 9, 0, 0, TimeSpan.Zero), null), (duty.PersonId, duty.DueAt, duty.DoneAt));
    }

    [Fact]
    public async Task Without_a_number_of_days_nobody_is_reminded_of_passwords()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite, passwordDays: 0);
        await bench.OpenAsync();

        Assert.Empty(await bench.DutiesAsync(DutyKind.ChangePassword));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_start_notice_for_a_running_account_brings_it_up_to_date(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        var first = await bench.OpenAsync();
        var again = await bench.OpenAsync(
            new(RegisterBench.StartFields)
            {
                ["url"] = "http://www.twitter.com/Okayama_Kanko/?s=1",
                ["section"] = "観光振興課",
                ["purpose"] = "",
            }
        );

        Assert.Equal(first.Id, again.Id);
        var account = await bench.ReadAsync(first.Id);
        Assert.Equal(("観光振興課", "観光情報の発信", 2), (account.Section, account.Purpose, account.Events.Count));
        Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_account_that_ended_and_starts_again_is_a_new_one(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        var first = await bench.OpenAsync();
        await bench.EndAsync(new() { ["url"] = RegisterBench.Url, ["endDate"] = "2026-03-31" });

        var again = await bench.OpenAsync();

        Assert.NotEqual(first.Id, again.Id);
        await using var database = bench.Storage.Open();
        Assert.Equal(again.Id, (await bench.Register.FindAsync(database, RegisterBench.Url, null, null, default))!.Id);
        Assert.Equal(
            [again.Id],
            (await bench.Register.SimilarAsync(database, RegisterBench.Url, null, null, default)).Select(similar => similar.Id)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_counts_from_its_day_and_then_the_password_is_due(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        var id = (await bench.OpenAsync()).Id;
        await bench.ChangeAsync(
            new()
            {
                ["url"] = "x.com/okayama_kanko",
                ["oldPerson"] = "山田",
                ["newPerson"] = "鈴木 次郎",
                ["changeDate"] = "2026-05-01",
            }
        );

        var account = await bench.ReadAsync(id);
        Assert.Equal(("山田 花子", "yamada"), (account.Operator, account.OperatorId));
        Assert.Equal("yamada", Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword)).PersonId);
        Assert.Contains(
            account.Events,
            happened =>
                RegisterBench.Said(happened) == "利用担当者を「山田 花子」から「鈴木 次郎」に変更（令和8年度 第2号、変更日 令和8年5月1日）"
        );

        await bench.BeginAsync(new(2026, 4, 30));
        Assert.Equal("山田 花子", (await bench.ReadAsync(id)).Operator);
        await bench.BeginAsync(new(2026, 5, 1));

        account = await bench.ReadAsync(id);
        Assert.Equal(("鈴木 次郎", "suzuki"), (account.Operator, account.OperatorId));
        var duty = Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword));
        Assert.Equal(("suzuki", new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.Zero)), (duty.PersonId, duty.DueAt));
    }

    [Fact]
    public async Task A_change_of_one_of_two_operators_leaves_the_other_and_whom_the_bot_reminds()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        var id = (await bench.OpenAsync(new(RegisterBench.StartFields) { ["person"] = "山田 花子、藤原 みのり" })).Id;

        await bench.ChangeAsync(
            new()
            {
                ["url"] = RegisterBench.Url,
                ["oldPerson"] = "藤原みのり",
                ["newPerson"] = "鈴木 次郎",
                ["changeDate"] = "2026-04-01",
            },
            "fujiwara",
            "藤原 みのり"
        );

        var account = await bench.ReadAsync(id);
        Assert.Equal(("山田 花子、鈴木 次郎", "yamada"), (account.Operator, account.OperatorId));
        Assert.Contains(
            account.Events,
            happened => RegisterBench.Said(happened).Contains("「藤原 みのり」から「鈴木 次郎」", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Whom_the_bot_knows_by_that_name_is_reminded_whoever_filed_it()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        var id = (await bench.OpenAsync()).Id;
        await bench.KnowAsync("a:fujiwara", "fujiwara", name: "藤原　みのり");

        await bench.ChangeAsync(
            new()
            {
                ["url"] = RegisterBench.Url,
                ["oldPerson"] = "山田 花子",
                ["newPerson"] = "藤原 みのり",
                ["changeDate"] = "2026-04-01",
            },
            "kacho",
            "観光課長"
        );

        Assert.Equal("fujiwara", (await bench.ReadAsync(id)).OperatorId);
    }

    [Fact]
    public async Task A_correction_by_hand_counts_from_today_and_papers_for_later_days_still_count_then()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        var id = (await bench.OpenAsync()).Id;
        await bench.ChangeAsync(
            new()
            {
                ["url"] = RegisterBench.Url,
                ["oldPerson"] = "山田 花子",
                ["newPerson"] = "鈴木 次郎",
                ["changeDate"] = "2026-05-01",
            }
        );
        var account = await bench.ReadAsync(id);
        var values = new GuidelineBot.Cards.AccountEditCard.Values(
            "新しい課長",
            "山田 花子、三宅 由紀子",
            account.PolicyUrl,
            account.TermsUrl
        );

        Assert.True(await bench.Edits.SaveAsync("", id, account.Version, values, new("29:koho", "広報"), default));
        Assert.Equal("山田 花子、三宅 由紀子", (await bench.ReadAsync(id)).Operator);
        await bench.BeginAsync(new(2026, 5, 1));

        account = await bench.ReadAsync(id);
        Assert.Equal(("鈴木 次郎、三宅 由紀子", "新しい課長"), (account.Operator, account.Manager));
    }

    [Fact]
    public async Task Whoever_hands_the_account_over_is_not_reminded_any_more()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        var id = (await bench.OpenAsync()).Id;
        await bench.ChangeAsync(new() { ["url"] = RegisterBench.Url, ["newPerson"] = "鈴木 次郎" }, "yamada", "山田花子");

        Assert.Null((await bench.ReadAsync(id)).OperatorId);
        Assert.Null(Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword)).PersonId);
    }

    [Theory]
    [InlineData("https://x.com/other", "X", "岡山市観光課")]
    [InlineData("", "ツイッター", "@岡山市 観光課")]
    public async Task Where_the_address_does_not_help_service_and_name_do(string url, string service, string name)
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        var id = (await bench.OpenAsync()).Id;

        await using var database = bench.Storage.Open();
        Assert.Equal(id, (await bench.Register.FindAsync(database, url, service, name, default))?.Id);
        Assert.Null(await bench.Register.FindAsync(database, url, "Instagram", name, default));
        Assert.Null(await bench.Register.FindAsync(database, "", "", "", default));
    }

    [Fact]
    public async Task Of_two_running_accounts_with_one_name_only_the_address_tells_which_is_meant()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        await bench.OpenAsync();
        var second = await bench.OpenAsync(new(RegisterBench.StartFields) { ["url"] = "https://x.com/second" });

        await using var database = bench.Storage.Open();
        Assert.Null(await bench.Register.FindAsync(database, "", "X", "岡山市観光課", default));
        Assert.Equal(second.Id, (await bench.Register.FindAsync(database, "https://x.com/second", "X", "岡山市観光課", default))!.Id);
        Assert.Equal(2, (await bench.Register.SimilarAsync(database, "", "X", "岡山市観光課", default)).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_end_notice_ends_the_account_and_asks_for_what_is_left_to_do(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        var id = (await bench.OpenAsync()).Id;
        await bench.EndAsync(
            new()
            {
                ["service"] = "X",
                ["accountName"] = "岡山市観光課",
                ["endDate"] = "2026-03-31",
            }
        );

        var account = await bench.ReadAsync(id);
        Assert.Equal(new DateOnly(2026, 3, 31), account.EndedOn);
        Assert.Contains(
            account.Events,
            happened => RegisterBench.Said(happened) == "利用終了の届出により令和8年3月31日で終了（令和8年度 第2号）"
        );
        Assert.NotNull(Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword)).DoneAt);
        var now = bench.Storage.Clock.GetUtcNow();
        var unblock = Assert.Single(await bench.DutiesAsync(DutyKind.EndUnblocking));
        Assert.Equal(("yamada", now), (unblock.PersonId, unblock.DueAt));
        var list = Assert.Single(await bench.DutiesAsync(DutyKind.TakeOffList));
        Assert.Equal((null, now), (list.PersonId, list.DueAt));
    }

    [Fact]
    public async Task An_account_runs_until_its_last_day_and_nobody_is_reminded_before()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        var account = await bench.OpenAsync();
        await bench.EndAsync(new() { ["url"] = RegisterBench.Url, ["endDate"] = "2026-05-31" });

        Assert.True(bench.Finder.IsRunning(await bench.ReadAsync(account.Id)));
        Assert.Equal(
            new DateTimeOffset(2026, 5, 31, 9, 0, 0, TimeSpan.Zero),
            Assert.Single(await bench.DutiesAsync(DutyKind.EndUnblocking)).DueAt
        );
        bench.Storage.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.False(bench.Finder.IsRunning(await bench.ReadAsync(account.Id)));
    }

    [Fact]
    public async Task A_notice_about_an_unknown_account_enters_it()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        var changed = await bench.ChangeAsync(
            new()
            {
                ["service"] = "インスタ",
                ["accountName"] = "岡山市の公園",
                ["section"] = "庭園都市推進課",
                ["oldPerson"] = "佐藤",
                ["newPerson"] = "鈴木 次郎",
            }
        );
        var ended = await bench.EndAsync(
            new()
            {
                ["url"] = "https://www.youtube.com/@okayama",
                ["accountName"] = "岡山市動画",
                ["endDate"] = "2026-03-31",
            }
        );

        var account = await bench.ReadAsync(changed.Id);
        Assert.Equal(
            ("Instagram", "岡山市の公園", "庭園都市推進課", "鈴木 次郎", ""),
            (account.Service, account.Name, account.Section, account.Operator, account.UrlKey)
        );
        Assert.Equal("利用担当者を「佐藤」から「鈴木 次郎」に変更（令和8年度 第1号）", RegisterBench.Said(Assert.Single(account.Events)));
        Assert.Equal("YouTube", (await bench.ReadAsync(ended.Id)).Service);
    }

    [Fact]
    public async Task A_notice_that_ends_the_unblocking_ends_its_reminder()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        await bench.OpenAsync();
        await bench.EndAsync(new() { ["url"] = RegisterBench.Url, ["endDate"] = "2026-03-31" });
        await bench.AcceptAsync(
            NoticeKind.UnblockEnd,
            new() { ["url"] = RegisterBench.Url },
            async (database, notice) => (await bench.Register.UnblockEndedAsync(database, notice, default))!
        );

        Assert.NotNull(Assert.Single(await bench.DutiesAsync(DutyKind.EndUnblocking)).DoneAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_caller_does_not_save_never_was(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            bench.AcceptAsync(
                NoticeKind.Start,
                RegisterBench.StartFields,
                async (database, notice) =>
                {
                    await bench.Register.OpenAsync(database, notice, default);
                    throw new InvalidOperationException();
                }
            )
        );

        await using var after = bench.Storage.Open();
        Assert.Equal(
            (0, 0, 0),
            (await after.Accounts.CountAsync(), await after.AccountEvents.CountAsync(), await after.Duties.CountAsync())
        );
    }
}

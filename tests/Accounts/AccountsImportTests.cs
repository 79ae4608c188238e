using System.Text;
using GuidelineBot.Accounts;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Accounts;

public sealed class AccountsImportTests
{
    private const string Header = "サービス,アカウント名,URL,所属,利用担当者,目的,利用終了日";

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_new_changed_and_unchanged_is_told_apart_and_stored(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        var id = (await bench.OpenAsync()).Id;

        var plan = await ApplyAsync(
            bench,
            "X,岡山市観光課,http://twitter.com/OKAYAMA_KANKO/,観光振興課,鈴木,,",
            "YouTube,岡山市動画,https://www.youtube.com/@okayama,広報広聴課,,動画,"
        );
        Assert.Equal([(false, true), (true, false)], plan.Rows.Select(row => (row.IsNew, row.IsChange)));
        Assert.Equal(["URL", "所属", "利用担当者"], plan.Rows[0].Changes.Select(change => change.Column.Header));

        var changed = await bench.ReadAsync(id);
        Assert.Equal(
            ("観光振興課", "鈴木", null, "観光情報の発信"),
            (changed.Section, changed.Operator, changed.OperatorId, changed.Purpose)
        );
        Assert.Contains(changed.Events, happened => RegisterBench.Said(happened) == "CSVから変更（URL、所属、利用担当者）");
        Assert.Null(Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword)).PersonId);

        var again = await ApplyAsync(
            bench,
            "X,岡山市観光課,http://twitter.com/OKAYAMA_KANKO/,観光振興課,鈴木,,",
            "YouTube,岡山市動画,https://www.youtube.com/@okayama,広報広聴課,,動画,"
        );
        Assert.All(again.Rows, row => Assert.Empty(row.Changes));
        await using var database = bench.Storage.Open();
        var added = await database.Accounts.Include(account => account.Events).SingleAsync(account => account.Service == "YouTube");
        Assert.Equal(("youtube.com/@okayama", "CSVから登録"), (added.UrlKey, RegisterBench.Said(Assert.Single(added.Events))));
    }

    [Fact]
    public async Task An_account_that_moved_to_another_address_is_known_by_service_name_and_section()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        var id = (await bench.OpenAsync()).Id;

        var plan = await ApplyAsync(
            bench,
            "X,岡山市観光課,https://x.com/new_name,観光課,,,",
            "X,岡山市観光課,https://x.com/third,観光課,,,",
            "X,岡山市観光課,https://x.com/fourth,別の課,,,"
        );

        Assert.Equal([false, true, true], plan.Rows.Select(row => row.IsNew));
        Assert.Equal("x.com/new_name", (await bench.ReadAsync(id)).UrlKey);
    }

    [Fact]
    public async Task An_account_named_by_its_address_is_not_taken_for_another_of_its_name()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        await bench.OpenAsync();

        var plan = await PlanAsync(bench, "X,岡山市観光課,https://x.com/second,観光課,,,", $"X,岡山市観光課,{RegisterBench.Url},観光課,,,");

        Assert.Equal([true, false], plan.Rows.Select(row => row.IsNew));
    }

    [Fact]
    public async Task One_account_in_two_lines_is_a_fault()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);

        var plan = await PlanAsync(bench, "X,a,https://x.com/a,観光課,,,", "X,b,https://www.twitter.com/A,観光課,,,");

        Assert.Equal(new ImportFault(3, "2行目と同じURLです。1つのアカウントは1行にしてください。"), Assert.Single(plan.Faults));
    }

    [Fact]
    public async Task Of_an_account_that_has_ended_no_password_is_asked_for()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        var id = (await bench.OpenAsync()).Id;

        await ApplyAsync(bench, $"X,岡山市観光課,{RegisterBench.Url},観光課,,,令和8年3月31日");

        Assert.False(bench.Finder.IsRunning(await bench.ReadAsync(id)));
        Assert.NotNull(Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword)).DoneAt);
    }

    private static async Task<ImportPlan> ApplyAsync(RegisterBench bench, params string[] lines)
    {
        await using var database = bench.Storage.Open();
        var plan = await PlanAsync(bench, database, lines);
        await AccountsImport.ApplyAsync(database, plan, bench.Storage.Clock, default);
        await database.SaveChangesAsync();
        return plan;
    }

    private static async Task<ImportPlan> PlanAsync(RegisterBench bench, params string[] lines)
    {
        await using var database = bench.Storage.Open();
        return await PlanAsync(bench, database, lines);
    }

    private static async Task<ImportPlan> PlanAsync(RegisterBench bench, Database database, string[] lines)
    {
        var (rows, faults) = await AccountsFile.ReadAsync(
            Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(Header))),
            new AccountValues(RegisterBench.Knowledge.Current.Services, bench.Finder.Today)
        );
        Assert.Empty(faults);
        return ImportPlan.Of(rows, await database.Accounts.ToListAsync(), bench.Finder.Today);
    }
}

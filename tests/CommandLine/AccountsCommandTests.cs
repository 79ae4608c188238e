using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.CommandLine;

[Slow]
public sealed class AccountsCommandTests
{
    private const string Header = "サービス,アカウント名,URL,所属,利用開始日,利用終了日\r\n";
    private const string Good =
        Header
        + "X,岡山市観光,https://x.com/okayama_kanko,観光課,平成26年4月1日,\r\nX,岡山市終了,https://x.com/okayama_end,観光課,,令和5年3月31日\r\n";

    private readonly string folder = TestFolder.New();

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_is_previewed_then_imported_and_comes_out_again(Server server)
    {
        var (key, connection) = await TestStorage.NewDatabaseAsync(server);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            $$$"""{"ConnectionStrings":{"{{{key.Split(':')[1]}}}":"{{{connection.Replace("\\", "\\\\", StringComparison.Ordinal)}}}"}}"""
        );
        await WriteAsync(Good);

        var preview = await RunAsync("accounts", "import", "in.csv");
        Assert.Equal((0, ""), (preview.ExitCode, preview.Error));
        Assert.Equal(
            [
                "新規 2行目: X「岡山市観光」",
                "新規 3行目: X「岡山市終了」",
                "新規 2 件、変更 0 件、変更なし 0 件、誤り 0 件",
                "まだ取り込んでいません。取り込むには --apply を付けてください。",
            ],
            preview.Lines
        );
        var applied = await RunAsync("accounts", "import", "in.csv", "--apply");
        Assert.StartsWith("取り込みました（データベース ", applied.Lines[^1], StringComparison.Ordinal);

        await WriteAsync(Good.Replace("観光課,平成", "観光振興課,平成", StringComparison.Ordinal));
        var changed = await RunAsync("accounts", "import", "in.csv");
        Assert.Equal(
            ["変更 2行目: X「岡山市観光」 所属: 観光課 → 観光振興課", "新規 0 件、変更 1 件、変更なし 1 件、誤り 0 件"],
            changed.Lines[..2]
        );

        var export = await RunAsync("accounts", "export", "--csv", "out.csv", "--html", "out.html");
        Assert.Equal((0, ""), (export.ExitCode, export.Error));
        var csv = await File.ReadAllBytesAsync(Path.Combine(folder, "out.csv"));
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.Contains(
            "\r\nX,岡山市観光,https://x.com/okayama_kanko,観光課,,,,,,2014-04-01,,未掲載\r\n",
            System.Text.Encoding.UTF8.GetString(csv),
            StringComparison.Ordinal
        );
        var html = await File.ReadAllTextAsync(Path.Combine(folder, "out.html"));
        Assert.Contains("<a href=\"https://x.com/okayama_kanko\" rel=\"noopener\">岡山市観光</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("岡山市終了", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_any_fault_nothing_is_imported()
    {
        await WriteAsync(Good + "X,岡山市誤り,ここ,観光課,,\r\n");

        var run = await RunAsync("accounts", "import", "in.csv", "--apply");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("誤り 4行目: 「URL」の「ここ」はURLとして読み取れません。https:// から始まるURLにしてください。", run.Lines);
        Assert.Equal("誤りがあるため、何も取り込んでいません。直してからもう一度お試しください。", run.Lines[^1]);
        var export = await RunAsync("accounts", "export", "--csv", "out.csv");
        Assert.StartsWith("0 件を ", export.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named() =>
        Assert.Equal("ファイル no.csv がありません。", (await RunAsync("accounts", "import", "no.csv")).Refusal);

    [Fact]
    public async Task An_export_without_a_file_is_refused() =>
        Assert.Contains(
            "--csv か --html で書き出すファイルを指定してください。",
            (await RunAsync("accounts", "export")).Refusal,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_database_that_cannot_be_used_is_told_in_one_line()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            """{"ConnectionStrings":{"Postgres":"Host=/nowhere;Username=x;Database=x"}}"""
        );
        await WriteAsync(Good);

        Assert.StartsWith(
            "データベースを使えません（",
            (await RunAsync("accounts", "import", "in.csv", "--apply")).Refusal,
            StringComparison.Ordinal
        );
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(Path.Combine(folder, "in.csv"), text);

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.StartAsync("", arguments, folder);
}

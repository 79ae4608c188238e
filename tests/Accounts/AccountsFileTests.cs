using System.Text;
using GuidelineBot.Accounts;

namespace GuidelineBot.Tests.Accounts;

public sealed class AccountsFileTests
{
    private const string Header = "サービス,アカウント名,URL,所属";
    private const string Row = "X,岡山市観光,https://x.com/okayama_kanko,観光課";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 bom", "shift_jis", "utf-16"];

    [Theory, MemberData(nameof(Encodings))]
    public async Task The_encoding_is_found_out(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 bom" => new UTF8Encoding(true),
            "utf-16" => new UnicodeEncoding(false, true),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(932)!,
        };
        var (rows, faults) = await AccountsFile.ReadAsync(
            [.. encoding.Preamble, .. encoding.GetBytes($"{Header}\r\nX,岡山市①髙島,https://x.com/a,﨑山課\r\n")],
            Values()
        );

        Assert.Empty(faults);
        Assert.Equal(("岡山市①髙島", "﨑山課"), (rows.Single().Values[AccountColumn.Name], rows.Single().Values[AccountColumn.Section]));
    }

    [Fact]
    public async Task What_is_no_text_is_refused()
    {
        var (rows, faults) = await AccountsFile.ReadAsync([0x81, 0x20, 0xFD, 0xFE, 0x80], Values());

        Assert.Empty(rows);
        Assert.Equal("文字コードを読み取れません。UTF-8 か Shift_JIS の CSV として保存し直してください。", Assert.Single(faults).Sentence);
    }

    [Fact]
    public async Task Columns_come_in_any_order_and_every_value_is_read()
    {
        var (rows, faults) = await ReadAsync(
            "利用終了日,利用開始日,ＵＲＬ,所属,アカウント管理者名,利用担当者,目的,運用ポリシーURL,利用規約URL,アカウント名,一覧掲載,サービス",
            "R8.3.31,令和元年5月1日（水）,instagram.com/okayama,観光課,岡本 健,山田,\"観光,防災\",https://www.city.okayama.jp/p,,'@okayama,○,インスタ"
        );

        Assert.Empty(faults);
        Assert.Equal(
            [
                "サービス=Instagram",
                "アカウント名=@okayama",
                "URL=https://instagram.com/okayama",
                "所属=観光課",
                "アカウント管理者=岡本 健",
                "利用担当者=山田",
                "目的=観光,防災",
                "運用ポリシーURL=https://www.city.okayama.jp/p",
                "利用開始日=2019-05-01",
                "利用終了日=2026-03-31",
                "一覧掲載=掲載",
            ],
            AccountColumn.All.Where(rows.Single().Values.ContainsKey).Select(column => $"{column.Header}={rows.Single().Values[column]}")
        );
    }

    [Theory]
    [InlineData("令和5年4月1日", "2023-04-01")]
    [InlineData("平成26年4月1日", "2014-04-01")]
    [InlineData("H26.4.1", "2014-04-01")]
    [InlineData("2023/4/1", "2023-04-01")]
    [InlineData("２０２３－０４－０１", "2023-04-01")]
    [InlineData("45017", "2023-04-01")]
    [InlineData("41183", "2012-10-01")]
    [InlineData("20230401", "2023-04-01")]
    [InlineData("2023-04-01 00:00:00", "2023-04-01")]
    [InlineData("2023/4/1 0:00", "2023-04-01")]
    [InlineData("2023-04-01T09:30:00", "2023-04-01")]
    [InlineData("R5.4.1", "2023-04-01")]
    [InlineData("r5/4/1", "2023-04-01")]
    [InlineData("平成24.10.1", "2012-10-01")]
    [InlineData("令和元.5.1", "2019-05-01")]
    [InlineData("令和 5 年 4 月 1 日", "2023-04-01")]
    [InlineData("4月1日 2023", "2023-04-01")]
    [InlineData("4月1日、2023年", "2023-04-01")]
    [InlineData("1-Apr-2023", "2023-04-01")]
    [InlineData("\"April 1, 2023\"", "2023-04-01")]
    [InlineData("令和5年4月1日（土曜日）", "2023-04-01")]
    [InlineData("令和5年4月1日 土曜日", "2023-04-01")]
    [InlineData("令和5年4月1日～", "2023-04-01")]
    [InlineData("令和5年4月1日から", "2023-04-01")]
    [InlineData("2023.4.1", "2023-04-01")]
    public async Task Dates_are_read_as_offices_write_them(string written, string iso)
    {
        var (rows, faults) = await ReadAsync($"{Header},利用開始日", $"{Row},{written}");

        Assert.Empty(faults);
        Assert.Equal(iso, rows.Single().Values[AccountColumn.Started]);
    }

    [Theory]
    [InlineData("来月1日")]
    [InlineData("4月1日")]
    [InlineData("令和5年4月")]
    [InlineData("令和5年度")]
    [InlineData("令和5年2月30日")]
    [InlineData("2023-02-30 0:00")]
    [InlineData("1/4/23")]
    [InlineData("120")]
    [InlineData("20231301")]
    [InlineData("4月1日 23")]
    [InlineData("不明")]
    public async Task What_is_no_certain_day_is_a_fault(string written)
    {
        var (_, faults) = await ReadAsync($"{Header},利用開始日", $"{Row},{written}");

        Assert.Equal(
            new ImportFault(
                2,
                $"「利用開始日」の「{written}」は日付として読み取れません。令和5年4月1日 または 2023-04-01 の形にしてください。"
            ),
            Assert.Single(faults)
        );
    }

    [Theory]
    [InlineData("X,,https://x.com/a,観光課", "「アカウント名」が空です。必ずお書きください。")]
    [InlineData(
        "マイスペ,a,https://x.com/a,観光課",
        "サービス「マイスペ」は登録されていません。表記を確かめるか、知識フォルダーの services.txt に追加してください。"
    )]
    [InlineData(
        "X,a,javascript:alert(1),観光課",
        "「URL」の「javascript:alert(1)」はURLとして読み取れません。https:// から始まるURLにしてください。"
    )]
    [InlineData(
        "X,a,https://x.com/,観光課",
        "「URL」の「https://x.com/」はサービスのトップページです。アカウントのページのURLにしてください。"
    )]
    [InlineData("X,a,https://www.instagram.com/a,観光課", "URLはInstagramのものですが、「サービス」はXです。どちらかを直してください。")]
    [InlineData("X,\"a\nb\",https://x.com/a,観光課", "「アカウント名」に使えない文字（改行など）があります。1行の文字にしてください。")]
    [InlineData("X,a\0b,https://x.com/a,観光課", "「アカウント名」に使えない文字（改行など）があります。1行の文字にしてください。")]
    [InlineData("X,a,https://x.com/a", "列が3個あります。1行目と同じ4個にしてください（コンマを含む文字は \" で囲みます）。")]
    [InlineData("X,a,https://x.com/a,観光課,余分", "列が5個あります。1行目と同じ4個にしてください（コンマを含む文字は \" で囲みます）。")]
    public async Task A_faulty_row_is_named_by_its_line(string row, string sentence)
    {
        var (rows, faults) = await ReadAsync(Header, Row, "", ",,,", row, "X,岡山市広報,https://x.com/okayama,広報広聴課");

        Assert.Equal(new ImportFault(5, sentence), Assert.Single(faults));
        Assert.Equal(["岡山市観光", "岡山市広報"], rows.Select(read => read.Values[AccountColumn.Name]));
        Assert.Equal(row.Contains('\n', StringComparison.Ordinal) ? 7 : 6, rows[1].Line);
    }

    [Fact]
    public async Task An_end_before_the_start_is_a_fault()
    {
        var (_, faults) = await ReadAsync($"{Header},利用開始日,利用終了日", $"{Row},2023-04-01,2023-03-31");

        Assert.Equal("「利用終了日」が「利用開始日」より前です。", Assert.Single(faults).Sentence);
    }

    [Fact]
    public async Task A_quotation_that_never_ends_is_a_fault_where_it_begins()
    {
        var (_, faults) = await ReadAsync(Header, Row, "X,\"岡山市,https://x.com/b,観光課", Row);

        Assert.Equal(new ImportFault(3, "引用符（\"）が閉じられていません。この行から先は読み取れません。"), Assert.Single(faults));
    }

    [Theory]
    [InlineData("サービス,アカウント名,所属", "列「URL」がありません。必ず必要な列です。")]
    [InlineData("サービス,アカウント名,所属,URL,URL", "列「URL」が2つあります。1つにしてください。")]
    [InlineData(
        "サービス,アカウント名,所属,URL,電話",
        "列名「電話」は使えません。使えるのは サービス、アカウント名、URL、所属、アカウント管理者、利用担当者、目的、運用ポリシーURL、利用規約URL、利用開始日、利用終了日、一覧掲載 です。"
    )]
    public async Task Columns_that_do_not_fit_are_a_fault_of_the_first_line(string header, string sentence)
    {
        var (rows, faults) = await ReadAsync(header, Row);

        Assert.Equal(new ImportFault(1, sentence), Assert.Single(faults));
        Assert.Empty(rows);
    }

    [Theory]
    [InlineData("X（旧Twitter）", "https://x.com/a", "X")]
    [InlineData("X(旧:Twitter)", "https://x.com/a", "X")]
    [InlineData("Ｘ／旧Twitter", "https://x.com/a", "X")]
    [InlineData("ツイッター（Twitter）", "https://twitter.com/a", "X")]
    [InlineData("X（広報用）", "https://x.com/a", "X")]
    [InlineData("公式X", "https://x.com/a", "X")]
    [InlineData("Facebookページ", "https://www.facebook.com/a", "Facebook")]
    [InlineData("フェイスブック（Facebook）", "https://www.facebook.com/a", "Facebook")]
    [InlineData("ｲﾝｽﾀｸﾞﾗﾑ", "https://www.instagram.com/a", "Instagram")]
    [InlineData("Instagram公式アカウント", "https://www.instagram.com/a", "Instagram")]
    [InlineData("LINE@", "https://lin.ee/a", "LINE")]
    [InlineData("LINE（ライン）", "https://lin.ee/a", "LINE")]
    [InlineData("YouTube チャンネル", "https://www.youtube.com/@a", "YouTube")]
    [InlineData("ブログ", "https://ameblo.jp/a", "アメーバブログ")]
    public async Task Services_are_read_as_offices_write_them(string written, string url, string service)
    {
        var (rows, faults) = await ReadAsync(Header, $"{written},岡山市,{url},観光課");

        Assert.Empty(faults);
        Assert.Equal(service, rows.Single().Values[AccountColumn.Service]);
    }

    [Theory]
    [InlineData("X（Instagram）")]
    [InlineData("X・Instagram")]
    [InlineData("市民課（X）")]
    [InlineData("ブログ")]
    [InlineData("（）")]
    public async Task What_names_no_service_or_two_is_a_fault(string written)
    {
        var (_, faults) = await ReadAsync(Header, $"{written},岡山市,https://x.example.jp/a,観光課");

        Assert.StartsWith($"サービス「{written}」は登録されていません。", Assert.Single(faults).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X", "https://x.com/okayama（外部リンク）", "https://x.com/okayama")]
    [InlineData("X", "https://x.com/okayama (外部サイトへリンク)", "https://x.com/okayama")]
    [InlineData("X", "https://x.com/okayama【新しいウィンドウで開きます】", "https://x.com/okayama")]
    [InlineData("X", "https;//twitter.com/okayama_PR", "https://twitter.com/okayama_PR")]
    [InlineData("X", "ttps://x.com/okayama", "https://x.com/okayama")]
    [InlineData("X", "ｈｔｔｐｓ：／／ｘ．ｃｏｍ／ｏｋａｙａｍａ", "https://x.com/okayama")]
    [InlineData("X", "公式アカウント：https://x.com/okayama", "https://x.com/okayama")]
    [InlineData("X", "＠okayama", "https://x.com/okayama")]
    [InlineData("インスタ", "@okayama.city", "https://www.instagram.com/okayama.city")]
    [InlineData("YouTube", "@okayama", "https://www.youtube.com/@okayama")]
    public async Task Addresses_are_read_as_offices_write_them(string service, string written, string url)
    {
        var (rows, faults) = await ReadAsync(Header, $"{service},岡山市,{written},観光課");

        Assert.Empty(faults);
        Assert.Equal(url, rows.Single().Values[AccountColumn.Url]);
    }

    [Theory]
    [InlineData("Pinterest", "@okayama")]
    [InlineData("X", "@岡山")]
    public async Task A_handle_without_a_page_of_its_own_is_a_fault(string service, string written)
    {
        var (_, faults) = await ReadAsync(Header, $"{service},岡山市,{written},観光課");

        Assert.Contains("URLとして読み取れません", Assert.Single(faults).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_in_the_rows_of_NEC_are_read()
    {
        byte[] nec = [0xEE, 0xE0, 0xED, 0x95, 0xEE, 0xEF, 0xEE, 0xFA, 0xED, 0x40, 0xEE, 0xEC, 0x87, 0x40];
        var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

        var (rows, faults) = await AccountsFile.ReadAsync(
            [.. shiftJis.GetBytes($"{Header}\r\nX,"), .. nec, .. shiftJis.GetBytes("橋,https://x.com/a,観光課\r\n")],
            Values()
        );

        Assert.Empty(faults);
        Assert.Equal("髙﨑ⅰ￤纊黑①橋", rows.Single().Values[AccountColumn.Name]);
    }

    [Theory]
    [InlineData("\t", "utf-16")]
    [InlineData("\t", "utf-8")]
    [InlineData(";", "utf-8")]
    public async Task Columns_may_be_parted_by_tabs(string delimiter, string encoding)
    {
        var text = $"{Header}\r\n{Row}\r\n".Replace(",", delimiter, StringComparison.Ordinal);
        var encoded = Encoding.GetEncoding(encoding);

        var (rows, faults) = await AccountsFile.ReadAsync([.. encoded.Preamble, .. encoded.GetBytes(text)], Values());

        Assert.Empty(faults);
        Assert.Equal("岡山市観光", rows.Single().Values[AccountColumn.Name]);
    }

    [Theory]
    [InlineData($"{Header},,", $"{Row},,")]
    [InlineData($"{Header},,", Row)]
    [InlineData(Header, $"{Row},,")]
    [InlineData($",{Header}", $",{Row}")]
    [InlineData($"No.,{Header}", $"1,{Row}")]
    [InlineData("サービス（種別）,アカウント名※,URL（外部リンク）,所属", Row)]
    public async Task Columns_that_say_nothing_are_passed_over(string header, string row)
    {
        var (rows, faults) = await ReadAsync(header, row);

        Assert.Empty(faults);
        Assert.Equal(("X", "観光課"), (rows.Single().Values[AccountColumn.Service], rows.Single().Values[AccountColumn.Section]));
    }

    [Fact]
    public async Task Words_below_no_name_are_not_lost()
    {
        var (_, faults) = await ReadAsync($"{Header},", $"{Row},廃止予定");

        Assert.Equal(new ImportFault(2, "列名のない列に「廃止予定」とあります。列名を付けるか、消してください。"), Assert.Single(faults));
    }

    [Fact]
    public async Task A_title_may_stand_above_the_names_of_the_columns()
    {
        var (rows, faults) = await ReadAsync("岡山市公式アカウント一覧,,,", ",,,令和8年4月1日現在", "", Header, Row, "X,b,https://x.com/b");

        Assert.Equal(6, Assert.Single(faults).Line);
        Assert.Equal(5, rows.Single().Line);
    }

    [Fact]
    public async Task An_empty_file_is_a_fault() =>
        Assert.Equal(
            new ImportFault(1, "ファイルが空です。1行目に「サービス」「アカウント名」などの列名をお書きください。"),
            Assert.Single((await ReadAsync("", "\r\n")).Faults)
        );

    private static AccountValues Values() => new(RegisterBench.Knowledge.Current.Services, new DateOnly(2026, 4, 1));

    private static Task<(IReadOnlyList<AccountRow> Rows, IReadOnlyList<ImportFault> Faults)> ReadAsync(params string[] lines) =>
        AccountsFile.ReadAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), Values());
}

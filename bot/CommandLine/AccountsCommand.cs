using System.CommandLine;
using GuidelineBot.Accounts;
using GuidelineBot.Knowledge;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.CommandLine;

/// <summary><c>accounts import</c> and <c>accounts export</c>: the register from and into files, in the database that the bot's settings name.</summary>
internal static class AccountsCommand
{
    private const int LargestFile = 10_000_000;

    public static Command Create()
    {
        var knowledge = KnowledgeFolder.Option();
        var file = new Argument<FileInfo>("file")
        {
            Description =
                $"列名の行がある CSV（UTF-8、Shift_JIS、Excel の「Unicode テキスト」）。列: {string.Join("、", AccountColumn.All.Select(column => column.Header))}。順は問いません。",
        };
        var apply = new Option<bool>("--apply") { Description = "台帳に反映します。付けないときは、何が変わるかを示すだけです。" };
        var import = new Command(
            "import",
            "今あるアカウントを CSV から台帳に取り込みます。空欄は台帳の記載を変えません。誤りが1つでもあれば何も取り込まず、終了コードは 1 です。"
        )
        {
            file,
            apply,
            knowledge,
        };
        import.SetAction(
            (parsed, cancellationToken) =>
                StorageCommands.RunAsync(
                    (database, clock) =>
                        ImportAsync(
                            database,
                            clock,
                            KnowledgeFolder.Of(parsed.GetValue(knowledge)),
                            parsed.GetValue(file)!,
                            parsed.GetValue(apply),
                            cancellationToken
                        ),
                    cancellationToken
                )
        );

        var csv = new Option<FileInfo?>("--csv") { Description = "台帳のすべてのアカウントを書き出す CSV（Excel で開けます）。" };
        var html = new Option<FileInfo?>("--html") { Description = "ウェブサイトに載せるアカウントの一覧（運用中のアカウントだけ）。" };
        var export = new Command("export", "台帳をファイルに書き出します。") { csv, html, knowledge };
        export.Validators.Add(result =>
        {
            if (result.GetResult(csv) is null && result.GetResult(html) is null)
                result.AddError("--csv か --html で書き出すファイルを指定してください。");
        });
        export.SetAction(
            (parsed, cancellationToken) =>
                StorageCommands.RunAsync(
                    (database, clock) =>
                        ExportAsync(
                            database,
                            clock,
                            KnowledgeFolder.Of(parsed.GetValue(knowledge)),
                            parsed.GetValue(csv),
                            parsed.GetValue(html),
                            cancellationToken
                        ),
                    cancellationToken
                )
        );
        return new Command("accounts", "アカウントの台帳を扱います。") { import, export };
    }

    private static async Task<int> ImportAsync(
        Database database,
        TimeProvider clock,
        string knowledge,
        FileInfo file,
        bool apply,
        CancellationToken cancellationToken
    )
    {
        if (!file.Exists)
            throw new FileNotFoundException($"ファイル {file} がありません。");
        if (file.Length > LargestFile)
            throw new InvalidDataException($"ファイル {file} が大きすぎます（10MBまで）。");

        var today = Today(clock);
        var values = new AccountValues(KnowledgeBase.Load(knowledge).Services, today);
        var (rows, faults) = await AccountsFile.ReadAsync(await File.ReadAllBytesAsync(file.FullName, cancellationToken), values);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var plan = ImportPlan.Of(rows, await AccountsImport.KnownAsync(database, cancellationToken), today);
        faults = [.. faults.Concat(plan.Faults).OrderBy(fault => fault.Line)];

        foreach (var row in plan.Rows.Where(row => row.IsNew))
            Console.Out.WriteLine($"新規 {row.Row.Line}行目: {row.Title}");
        foreach (var row in plan.Rows.Where(row => row.IsChange))
            Console.Out.WriteLine($"変更 {row.Row.Line}行目: {row.Title} {string.Join("、", row.Changes.Select(Shown))}");
        foreach (var fault in faults)
            Console.Out.WriteLine($"誤り {fault.Line}行目: {fault.Sentence}");
        Console.Out.WriteLine(
            $"新規 {plan.Rows.Count(row => row.IsNew)} 件、変更 {plan.Rows.Count(row => row.IsChange)} 件、"
                + $"変更なし {plan.Rows.Count(row => !row.IsNew && !row.IsChange)} 件、誤り {faults.Count} 件"
        );

        if (faults.Count > 0)
        {
            Console.Out.WriteLine("誤りがあるため、何も取り込んでいません。直してからもう一度お試しください。");
            return 1;
        }
        if (!apply)
        {
            Console.Out.WriteLine("まだ取り込んでいません。取り込むには --apply を付けてください。");
            return 0;
        }
        await AccountsImport.ApplyAsync(database, plan, clock, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Console.Out.WriteLine($"取り込みました（{Where(database)}）。");
        return 0;
    }

    private static async Task<int> ExportAsync(
        Database database,
        TimeProvider clock,
        string knowledge,
        FileInfo? csv,
        FileInfo? html,
        CancellationToken cancellationToken
    )
    {
        var today = Today(clock);
        var accounts = await AccountsExport.AllAsync(database, cancellationToken);
        if (csv is not null)
        {
            await File.WriteAllBytesAsync(csv.FullName, AccountsExport.CsvOf(accounts), cancellationToken);
            Console.Out.WriteLine($"{accounts.Count} 件を {csv} に書き出しました（{Where(database)}）。");
        }
        if (html is not null)
        {
            await File.WriteAllTextAsync(
                html.FullName,
                AccountsExport.PageOf(accounts, KnowledgeBase.Load(knowledge), today),
                cancellationToken
            );
            Console.Out.WriteLine($"運用中のアカウントを {html} に書き出しました（{Where(database)}）。");
        }
        return 0;
    }

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>Which database that was: started in another folder, the bot has another one.</summary>
    private static string Where(Database database) => $"データベース {database.Database.GetDbConnection().DataSource}";

    private static string Shown(PlannedChange change) =>
        $"{change.Column.Header}: {(change.Before.Length == 0 ? "（空欄）" : change.Before)} → {change.After}".ReplaceLineEndings(" ");
}

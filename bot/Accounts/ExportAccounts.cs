using System.Text;
using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Accounts;

/// <summary>Links to the register as a file, for the office.</summary>
internal sealed class ExportAccounts(DownloadLinks links, LiveKnowledge knowledge) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        return DownloadLinks.Show(
            DownloadCard.Render(
                new DownloadCard.Model(
                    "台帳の書き出し",
                    "CSVはExcelで開けます。HTMLは、運用中のアカウントをウェブサイトの"
                        + $"「{knowledge.Current.Offices.AccountList}」（{knowledge.Current.LabelOf(Demand.KeepList)}）に載せるためのものです。",
                    [
                        new DownloadCard.Link(
                            "CSV",
                            await links.MakeAsync(turn.From, AccountsExport.Name, AccountsExport.Csv, cancellationToken)
                        ),
                        new DownloadCard.Link(
                            "一覧（HTML）",
                            await links.MakeAsync(turn.From, AccountsExport.Name, AccountsExport.Html, cancellationToken)
                        ),
                    ],
                    (int)DownloadLinks.GoodFor.TotalMinutes,
                    new Start("台帳へ戻る", AccountsCard.PageVerb, new AccountsCard.Place())
                )
            )
        );
    }
}

/// <summary>The register as a file.</summary>
internal sealed class AccountsExport(IDbContextFactory<Database> databases, LiveKnowledge knowledge, TimeProvider clock) : IDownloads
{
    public const string Name = "accounts";
    public const string Csv = "csv";
    public const string Html = "html";

    public string Source => Name;

    public async Task<Download?> WriteAsync(string about, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var accounts = await AllAsync(database, cancellationToken);
        return about switch
        {
            Csv => new Download($"台帳_{today:yyyyMMdd}.csv", "text/csv; charset=utf-8", CsvOf(accounts)),
            Html => new Download(
                $"{knowledge.Current.Offices.AccountList}_{today:yyyyMMdd}.html",
                "text/html; charset=utf-8",
                Encoding.UTF8.GetBytes(PageOf(accounts, knowledge.Current, today))
            ),
            _ => null,
        };
    }

    public static Task<List<Account>> AllAsync(Database database, CancellationToken cancellationToken) =>
        database
            .Accounts.AsNoTracking()
            .OrderBy(account => account.Service)
            .ThenBy(account => account.Section)
            .ThenBy(account => account.Name)
            .ThenBy(account => account.Id)
            .ToListAsync(cancellationToken);

    public static byte[] CsvOf(IReadOnlyList<Account> accounts) =>
        CsvFile.Write([
            AccountColumn.All.Select(column => column.Header),
            .. accounts.Select(account => AccountColumn.All.Select(column => column.Read(account))),
        ]);

    /// <summary>The running ones alone.</summary>
    public static string PageOf(IReadOnlyList<Account> accounts, KnowledgeBase knowledge, DateOnly today) =>
        AccountsPage.Render(
            knowledge.Offices.AccountList,
            [.. accounts.Where(account => !(account.StartedOn > today) && !(account.EndedOn < today))],
            [.. knowledge.Services.Services.Select(service => service.Name)],
            today
        );
}

using System.CommandLine;
using System.Data.Common;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.CommandLine;

/// <summary>
/// <c>forget</c>, <c>backup</c> (see <see cref="BackupCommand"/>) and <c>restore</c>: what
/// an operator does with the stored data, in the database that the bot's settings
/// name.
/// </summary>
internal static class StorageCommands
{
    public static IEnumerable<Command> Create()
    {
        var person = new Argument<string>("person") { Description = "お名前か、チャネルでの ID（29: で始まるもの）。" };
        var apply = new Option<bool>("--apply") { Description = "実際に消します。付けないときは、だれのことかを示すだけです。" };
        var forget = new Command(
            "forget",
            "お名前と ID を、保存したものから消します。届出や経過そのものは、だれのものか分からない形で残ります。"
        )
        {
            person,
            apply,
        };
        forget.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    (database, _) => ForgetAsync(database, parsed.GetValue(person)!, parsed.GetValue(apply), cancellationToken),
                    cancellationToken
                )
        );

        var input = new Argument<FileInfo>("file") { Description = "backup で書き出したファイル。" };
        var replace = new Option<bool>("--apply")
        {
            Description = "今のデータベースの中身と置き換えます。ボットは止めておいてください。前の中身は別のファイルに残ります。",
        };
        var restore = new Command("restore", "backup で書き出したファイルからデータベースを戻します。") { input, replace };
        restore.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    async (database, clock) =>
                    {
                        var file = parsed.GetValue(input)!;
                        if (!file.Exists)
                            throw new FileNotFoundException($"ファイル {file} がありません。");
                        if (!parsed.GetValue(replace))
                        {
                            await Backup.CheckAsync(database, file.FullName, cancellationToken);
                            Console.Out.WriteLine("まだ戻していません。ボットを止めてから --apply を付けると、今の中身と置き換えます。");
                            return 0;
                        }
                        var aside = await Backup.ReadAsync(database, file.FullName, clock.GetLocalNow(), cancellationToken);
                        await database.UpgradeAsync(cancellationToken);
                        Console.Out.WriteLine("戻しました。");
                        if (aside is not null)
                            Console.Out.WriteLine($"前の中身は {aside} に残してあります。要らなくなったら消してください。");
                        return 0;
                    },
                    cancellationToken,
                    // What is there may be damaged, or of a later version.
                    asItIs: true
                )
        );
        return [forget, BackupCommand.Create(), restore];
    }

    /// <summary>Opens the database as the bot itself would; nothing of the bot is started.</summary>
    /// <param name="asItIs">Leaves the tables of the state that they are of.</param>
    public static async Task<int> RunAsync(
        Func<Database, TimeProvider, Task<int>> work,
        CancellationToken cancellationToken,
        bool asItIs = false
    )
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddJsonFile("appsettings.Local.json", optional: true);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider, JapanClock>();
        builder.Services.AddStorage(builder.Configuration);
        await using var app = builder.Build();
        try
        {
            await using var database = await app
                .Services.GetRequiredService<IDbContextFactory<Database>>()
                .CreateDbContextAsync(cancellationToken);
            if (!asItIs)
                await database.UpgradeAsync(cancellationToken);
            return await work(database, app.Services.GetRequiredService<TimeProvider>());
        }
        catch (NewerDatabaseException newer)
        {
            throw new IOException(newer.Message, newer);
        }
        // EF wraps what the provider reports.
        catch (Exception fault) when ((fault as DbException ?? fault.InnerException as DbException) is { } reported)
        {
            throw new IOException($"データベースを使えません（{reported.Message}）。何も変更していません。", fault);
        }
    }

    private static async Task<int> ForgetAsync(Database database, string person, bool apply, CancellationToken cancellationToken)
    {
        var ids = person.Contains(':', StringComparison.Ordinal)
            ? [person]
            : await new Forgetting(database).FindAsync(person, cancellationToken);
        if (ids.Count == 0)
            throw new IOException($"「{person}」という名前は保存されていません。");
        if (ids.Count > 1)
        {
            Console.Out.WriteLine($"「{person}」は {ids.Count} 人います。どなたかを、次の ID で指定してください。");
            foreach (var id in ids)
                Console.Out.WriteLine(id);
            return 1;
        }
        if (!apply)
        {
            Console.Out.WriteLine($"{ids[0]} のお名前と ID を消します。元には戻せません。よろしければ --apply を付けてください。");
            return 0;
        }
        foreach (var (what, rows) in await new Forgetting(database).RunAsync(ids[0], cancellationToken))
            Console.Out.WriteLine($"{what} {rows} 件");
        await database.ScrubAsync(cancellationToken);
        Console.Out.WriteLine("消しました。");
        return 0;
    }
}

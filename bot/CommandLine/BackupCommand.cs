using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using GuidelineBot.Storage;

namespace GuidelineBot.CommandLine;

/// <summary>
/// <c>backup --out FILE</c> writes one file; <c>backup --folder FOLDER --keep N</c>, for a timer, one named by its time, and deletes those of
/// its own that are older than the last N. Each is read again as a restore would read it before anything is deleted.
/// </summary>
internal static partial class BackupCommand
{
    private const string Name = "guideline-bot-";
    private const string Extension = ".backup";
    private const int UsuallyKept = 30;

    public static Command Create()
    {
        var output = new Option<FileInfo?>("--out") { Description = "書き出すファイル。まだないもの。" };
        var folder = new Option<DirectoryInfo?>("--folder")
        {
            Description = "日時の名前のファイルを書き出すフォルダー。毎日の控えに使います。",
        };
        var keep = new Option<int>("--keep")
        {
            Description = "--folder に残す控えの数。これより古いものを消します。",
            DefaultValueFactory = _ => UsuallyKept,
        };
        var backup = new Command("backup", "データベースを、ボットを動かしたまま一つのファイルに書き出し、読み戻せることを確かめます。")
        {
            output,
            folder,
            keep,
        };
        backup.Validators.Add(result =>
        {
            if (result.GetResult(output) is null == result.GetResult(folder) is null)
                result.AddError("--out か --folder のどちらか一つを指定してください。");
            else if (result.GetResult(keep) is { Implicit: false } && result.GetValue(keep) < 1)
                result.AddError("--keep には 1 以上の数を指定してください。");
        });
        backup.SetAction(
            (parsed, cancellationToken) =>
                StorageCommands.RunAsync(
                    (database, clock) =>
                        parsed.GetValue(folder) is { } into
                            ? WriteAsync(database, clock, into, parsed.GetValue(keep), cancellationToken)
                            : WriteAsync(database, parsed.GetValue(output)!, cancellationToken),
                    cancellationToken
                )
        );
        return backup;
    }

    private static async Task<int> WriteAsync(Database database, FileInfo file, CancellationToken cancellationToken)
    {
        if (file.Exists)
            throw new IOException($"ファイル {file} はすでにあります。別の名前にしてください。");
        await Backup.WriteAsync(database, file.FullName, cancellationToken);
        await Backup.CheckAsync(database, file.FullName, cancellationToken);
        Console.Out.WriteLine($"{file} に書き出しました。");
        return 0;
    }

    private static async Task<int> WriteAsync(
        Database database,
        TimeProvider clock,
        DirectoryInfo folder,
        int keep,
        CancellationToken cancellationToken
    )
    {
        folder.Create();
        // In universal time, so that the order of the names is that of their times whatever the clock on the wall does.
        var time = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var file = new FileInfo(Path.Combine(folder.FullName, $"{Name}{time}{Extension}"));
        await WriteAsync(database, file, cancellationToken);
        foreach (
            var old in folder
                .EnumerateFiles($"{Name}*{Extension}")
                // What somebody else called so stays.
                .Where(written => Own().IsMatch(written.Name))
                .OrderByDescending(written => written.Name, StringComparer.Ordinal)
                .Skip(keep)
        )
        {
            old.Delete();
            Console.Out.WriteLine($"{old} を消しました。");
        }
        return 0;
    }

    [GeneratedRegex(@"^guideline-bot-[0-9]{8}T[0-9]{9}Z\.backup$")]
    private static partial Regex Own();
}

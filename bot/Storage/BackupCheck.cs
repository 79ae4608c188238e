using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Storage;

/// <summary>What a file must be before a database is replaced by it: whole, ours, and of a state that this program knows.</summary>
internal static partial class BackupCheck
{
    /// <summary>"GuBo", by which SQLite's own file tells whose it is.</summary>
    public const int SqliteMark = 0x4775426F;

    /// <summary>The comment on the table of migrations that PostgreSQL keeps for the same purpose.</summary>
    public const string PostgresMark = "GuidelineBot";

    /// <exception cref="IOException">It cannot take the place of the database; the message says why.</exception>
    /// <exception cref="SqliteException">It is no SQLite file.</exception>
    public static async Task SqliteAsync(string file, Database database, CancellationToken cancellationToken)
    {
        await using var source = OpenToRead(file);
        await source.OpenAsync(cancellationToken);
        if (await OneAsync(source, "PRAGMA integrity_check(1)", cancellationToken) is not "ok" and var damage)
            throw Refused(file, $"壊れています：{damage}");
        var isOurs =
            await OneAsync(source, "PRAGMA application_id", cancellationToken) == $"{SqliteMark}"
            && await OneAsync(source, "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsHistory'", cancellationToken) == "1";
        var applied = new List<string>();
        if (isOurs)
        {
            await using var command = source.CreateCommand();
            command.CommandText = """SELECT * FROM "__EFMigrationsHistory" """;
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            while (await row.ReadAsync(cancellationToken))
                applied.Add(row.GetString(0));
        }
        Judge(file, isOurs, applied, database);
    }

    /// <param name="dump">The dump as SQL, line by line; all of it is read.</param>
    /// <exception cref="IOException">It cannot take the place of the database; the message says why.</exception>
    public static async Task PostgresAsync(string file, IAsyncEnumerable<string> dump, Database database)
    {
        var (isOurs, isWithin) = (false, false);
        var applied = new List<string>();
        await foreach (var line in dump)
        {
            if (isWithin && line == @"\.")
                isWithin = false;
            else if (isWithin)
                applied.Add(line.Split('\t')[0]);
            else if (Migrations().IsMatch(line))
                isWithin = true;
            else if (Mark().IsMatch(line))
                isOurs = true;
        }
        Judge(file, isOurs, applied, database);
    }

    public static SqliteConnection OpenToRead(string file) =>
        new(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ConnectionString
        );

    private static void Judge(string file, bool isOurs, List<string> applied, Database database)
    {
        if (!isOurs || applied.Count == 0)
            throw Refused(file, "このボットが書き出したものではありません");
        if (applied.Except(database.Database.GetMigrations(), StringComparer.Ordinal).ToList() is { Count: > 0 } unknown)
            throw Refused(file, $"このプログラムの知らない版のものです：{string.Join("、", unknown)}");
    }

    private static IOException Refused(string file, string why) =>
        new($"ファイル {file} からは戻せません（{why}）。何も変更していません。");

    private static async Task<string?> OneAsync(SqliteConnection source, string question, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand();
        command.CommandText = question;
        return (await command.ExecuteScalarAsync(cancellationToken))?.ToString();
    }

    [GeneratedRegex("^COPY \\w+\\.\"__EFMigrationsHistory\" \\(\"?migration_?id", RegexOptions.IgnoreCase)]
    private static partial Regex Migrations();

    [GeneratedRegex($"^COMMENT ON TABLE \\w+\\.\"__EFMigrationsHistory\" IS '{PostgresMark}';$")]
    private static partial Regex Mark();
}

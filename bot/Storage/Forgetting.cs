using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GuidelineBot.Storage;

/// <summary>
/// Takes a person out of everything that is stored, column by column as the mappings say (<see cref="Whose"/>). What the city has to keep
/// stays, without the name and
/// with ids that lead to nobody; what was only the person's goes.
/// </summary>
internal sealed class Forgetting(Database database)
{
    public const string Nobody = "（削除済み）";

    /// <summary>A name that is shorter may be a part of other words, and stays in what people wrote.</summary>
    private const int ShortestInWords = 3;

    private readonly List<IProperty> texts = [.. Keeping.Texts(database.Model)];
    private readonly Dictionary<string, int> changed = [];

    /// <summary>Whose name this is: the channel's ids of the people who are stored under it.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string name, CancellationToken cancellationToken)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (table, id, beside) in Actors())
            ids.UnionWith(
                await SelectAsync($"SELECT DISTINCT {id} AS value FROM {table} WHERE {beside} = {{0}}", [name], cancellationToken)
            );
        ids.Remove("");
        return [.. ids];
    }

    /// <param name="person">The channel's id of the person.</param>
    /// <returns>How many rows of what were changed or deleted; all of it or, with an exception, nothing.</returns>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(string person, CancellationToken cancellationToken)
    {
        changed.Clear();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var ids = await IdsAsync(person, cancellationToken);
        var names = await NamesAsync(ids, cancellationToken);
        foreach (var id in ids)
        {
            var nobody = $"forgotten:{Guid.NewGuid():N}";
            await DeleteAsync(id, cancellationToken);
            await ReplaceAsync(id, nobody, cancellationToken);
            await TakeOutAsync(id, nobody, cancellationToken);
        }
        foreach (var name in names.SelectMany(Spellings).Distinct().Where(name => name.Length >= ShortestInWords))
            await TakeOutAsync(name, Nobody, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    /// <summary>Theirs, and those of their chats.</summary>
    private async Task<List<string>> IdsAsync(string person, CancellationToken cancellationToken)
    {
        var ids = new List<string> { person };
        foreach (var alias in texts.Where(column => Keeping.Of(column) == Whose.Alias))
        foreach (var owner in texts.Where(column => column.DeclaringType == alias.DeclaringType && Keeping.Of(column) == Whose.Owner))
            ids.AddRange(
                await SelectAsync(
                    $"SELECT {alias.GetColumnName()} AS value FROM {TableOf(alias)} WHERE {owner.GetColumnName()} = {{0}}",
                    [person],
                    cancellationToken
                )
            );
        return ids;
    }

    private async Task<List<string>> NamesAsync(List<string> ids, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (var (table, id, beside) in Actors())
            names.AddRange(
                await SelectAsync($"SELECT DISTINCT {beside} AS value FROM {table} WHERE {id} = {{0}}", [ids[0]], cancellationToken)
            );
        names.RemoveAll(name => name is "" or Nobody);
        return names;
    }

    private async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var column in texts)
        {
            var where = Keeping.Of(column) switch
            {
                Whose.Owner or Whose.Alias => $"{column.GetColumnName()} = {{0}}",
                Whose.OwnerInside => $"replace({column.GetColumnName()}, '/' || {{0}} || '/', '') <> {column.GetColumnName()}",
                _ => null,
            };
            if (where is not null)
                await ChangeAsync(column, $"DELETE FROM {TableOf(column)} WHERE {where}", [id], cancellationToken);
        }
    }

    /// <summary>What stands beside an id first, while that still tells whose it is.</summary>
    private async Task ReplaceAsync(string id, string nobody, CancellationToken cancellationToken)
    {
        foreach (var column in texts)
            if (Keeping.IdOf(column) is { } whose)
                await ChangeAsync(
                    column,
                    $"UPDATE {TableOf(column)} SET {column.GetColumnName()} = {{1}} WHERE {whose.GetColumnName()} = {{0}}",
                    [id, Keeping.Of(column) == Whose.Name ? Nobody : nobody],
                    cancellationToken
                );
        foreach (var column in texts.Where(column => Keeping.Of(column) == Whose.Id))
        {
            // Where nothing is said beside it, nobody is as good as an id that leads to nobody.
            var instead = column.IsNullable && !texts.Exists(beside => Keeping.IdOf(beside) == column) ? "NULL" : "{1}";
            await ChangeAsync(
                column,
                $"UPDATE {TableOf(column)} SET {column.GetColumnName()} = {instead} WHERE {column.GetColumnName()} = {{0}}",
                [id, nobody],
                cancellationToken
            );
        }
    }

    private async Task TakeOutAsync(string text, string instead, CancellationToken cancellationToken)
    {
        foreach (var column in texts.Where(column => Keeping.Of(column) is Whose.Words or Whose.Name))
        {
            var name = column.GetColumnName();
            await ChangeAsync(
                column,
                $"UPDATE {TableOf(column)} SET {name} = replace({name}, {{0}}, {{1}}) WHERE replace({name}, {{0}}, '') <> {name}",
                [text, instead],
                cancellationToken
            );
        }
    }

    private async Task ChangeAsync(IProperty column, string sql, object[] values, CancellationToken cancellationToken)
    {
        // The names of tables and columns are the mapping's, the rest are parameters. By hand, for some of the columns are keys, which EF
        // leaves alone.
        if (await database.Database.ExecuteSqlRawAsync(sql, values, cancellationToken) is > 0 and var rows)
        {
            var what = Keeping.Of((IEntityType)column.DeclaringType)!.What;
            changed[what] = changed.GetValueOrDefault(what) + rows;
        }
    }

    private async Task<List<string>> SelectAsync(string sql, object[] values, CancellationToken cancellationToken) =>
        [.. (await database.Database.SqlQueryRaw<string?>(sql, values).ToListAsync(cancellationToken)).OfType<string>()];

    private IEnumerable<(string Table, string Id, string Name)> Actors() =>
        from name in texts
        let id = Keeping.IdOf(name)
        where id is not null && Keeping.Of(name) == Whose.Name
        select (TableOf(name), id.GetColumnName(), name.GetColumnName());

    private static string TableOf(IProperty column) => ((IEntityType)column.DeclaringType).GetTableName()!;

    /// <summary>岡本 健 is also written 岡本健 and 岡本　健.</summary>
    private static IEnumerable<string> Spellings(string name)
    {
        string[] spaces = [" ", "　", ""];
        return spaces
            .Select(space => name.Replace("　", " ", StringComparison.Ordinal).Replace(" ", space, StringComparison.Ordinal))
            .Prepend(name)
            .OrderByDescending(spelling => spelling.Length);
    }
}

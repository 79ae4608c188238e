using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidelineBot.Storage;

/// <summary>Whom a stored text tells of, and so what becomes of it when that person is to be forgotten.</summary>
internal enum Whose
{
    /// <summary>Names of things, keys, states: it stays.</summary>
    Nobody,

    /// <summary>The id of the person whose row it is, or of their own chat: the row goes with them.</summary>
    Owner,

    /// <summary>Another id of the row's owner, such as that of their chat: whatever else has it is theirs, too.</summary>
    Alias,

    /// <summary>A key with the id between slashes: the row goes with the person.</summary>
    OwnerInside,

    /// <summary>The id of somebody who did something that is on record: an id that leads to nobody takes its place.</summary>
    Id,

    /// <summary>The name beside such an id.</summary>
    Name,

    /// <summary>What people wrote, or what was made of it: wherever the id or the name stands in it, it is taken out.</summary>
    Words,
}

/// <summary>
/// How every table says what of people is in it: whose, why, and how long. Forgetting, retention, /privacy and docs/what-we-store.md are
/// made from this.
/// </summary>
internal static class Keeping
{
    private const string WhoseText = "Keeping:Whose";
    private const string IdBeside = "Keeping:Id";
    private const string Rows = "Keeping:Rows";
    private const string Parent = "Keeping:Parent";

    /// <param name="what">What a row is, in words for the people whom it is about.</param>
    public static void Keeps<T>(this EntityTypeBuilder<T> table, string what, string why, Period howLong)
        where T : class => Annotate(table.Metadata, Rows, new Kept(what, why, howLong));

    /// <summary>The rows are part of another table's: for the same reason, and for as long.</summary>
    public static void KeepsWith<TParent>(this EntityTypeBuilder table)
        where TParent : class => Annotate(table.Metadata, Parent, typeof(TParent));

    /// <param name="of">The property with the id of the person who is meant, where this is the id of a chat in which they were.</param>
    public static PropertyBuilder<TText> Tells<TText>(this PropertyBuilder<TText> column, Whose whose, string? of = null)
    {
        Annotate(column.Metadata, WhoseText, whose);
        if (of is not null)
            Annotate(column.Metadata, IdBeside, of);
        return column;
    }

    /// <summary>The two columns of an <see cref="Actor"/>.</summary>
    public static void HasActor<T>(
        this EntityTypeBuilder<T> table,
        Expression<Func<T, string?>> id,
        Expression<Func<T, string?>> name,
        Whose whose = Whose.Id
    )
        where T : class
    {
        var beside = table.Property(id).HasMaxLength(512).Tells(whose).Metadata;
        Annotate(table.Property(name).HasMaxLength(512).Tells(Whose.Name).Metadata, IdBeside, beside.Name);
    }

    /// <returns>Null where the mapping does not say.</returns>
    public static Kept? Of(IReadOnlyEntityType table) =>
        table[Rows] as Kept ?? (table[Parent] is Type parent && table.Model.FindEntityType(parent) is { } other ? Of(other) : null);

    /// <returns>Null where the mapping does not say; enumerations and ids of clauses tell of nobody.</returns>
    public static Whose? Of(IReadOnlyProperty column) => column[WhoseText] as Whose? ?? (IsWritten(column.ClrType) ? null : Whose.Nobody);

    /// <summary>The columns that hold text, of all tables.</summary>
    public static IEnumerable<IProperty> Texts(IModel model) =>
        model
            .GetEntityTypes()
            .SelectMany(table => table.GetProperties())
            .Where(column => (column.FindTypeMapping()?.Converter?.ProviderClrType ?? column.ClrType) == typeof(string))
            .OrderBy(column => column.DeclaringType.Name, StringComparer.Ordinal)
            .ThenBy(column => column.GetColumnName(), StringComparer.Ordinal);

    /// <summary>The column with the id of whose name or chat this is.</summary>
    public static IProperty? IdOf(IProperty column) => column[IdBeside] is string id ? column.DeclaringType.FindProperty(id) : null;

    private static bool IsWritten(Type type) => type == typeof(string) || type == typeof(Dictionary<string, string>);

    /// <summary>Not for the tools that write migrations: what is said here is no part of the tables.</summary>
    private static void Annotate(IMutableAnnotatable annotated, string name, object value)
    {
        if (!EF.IsDesignTime)
            annotated.SetAnnotation(name, value);
    }
}

/// <summary>What a table's rows are.</summary>
internal sealed record Kept(string What, string Why, Period HowLong);

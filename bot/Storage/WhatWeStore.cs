using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GuidelineBot.Storage;

/// <summary>What is stored of people, as the tables' mappings say: for /privacy and for docs/what-we-store.md.</summary>
internal static class WhatWeStore
{
    /// <summary>Everything that tells of somebody, once each.</summary>
    public static IEnumerable<Kept> OfPeople(IModel model) =>
        model
            .GetEntityTypes()
            .Where(table => table.GetProperties().Any(column => Keeping.Of(column) is not (null or Whose.Nobody)))
            .Select(Keeping.Of)
            .OfType<Kept>()
            .Distinct();

    /// <returns>A table in Markdown: each column that holds text.</returns>
    public static string Document(IModel model, RetentionOptions options)
    {
        var rows = new StringBuilder("| table | column | whose | what, why | how long |\n|---|---|---|---|---|\n");
        foreach (var column in Keeping.Texts(model))
        {
            var table = (IEntityType)column.DeclaringType;
            var kept = Keeping.Of(table);
            rows.Append('|')
                .AppendJoin(
                    '|',
                    $" `{table.GetTableName()}` ",
                    $" `{column.GetColumnName()}` ",
                    $" {Word(Keeping.Of(column))} ",
                    $" {kept?.What}。{kept?.Why} ",
                    $" {kept?.HowLong.Words(options)} "
                )
                .Append("|\n");
        }
        return rows.ToString();
    }

    private static string Word(Whose? whose) =>
        whose switch
        {
            Whose.Nobody => "nobody's",
            Whose.Owner or Whose.OwnerInside => "whoever's row it is, by id: forgotten with the row",
            Whose.Alias => "the id of their own chat: forgotten with the row",
            Whose.Id => "who did it, or their chat, by id: replaced",
            Whose.Name => "their name: replaced",
            Whose.Words => "words: id and name are taken out",
            _ => "?",
        };
}

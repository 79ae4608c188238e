using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace GuidelineBot.Storage;

/// <summary>Names tables, columns and indexes so that nobody has to quote them in SQL, in either database.</summary>
internal sealed partial class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            entity.Builder.ToTable(SnakeCase(entity.GetTableName()));
            foreach (var property in entity.GetProperties())
                property.Builder.HasColumnName(SnakeCase(property.GetColumnName()));
            foreach (var key in entity.GetKeys())
                key.Builder.HasName(SnakeCase(key.GetName()));
            foreach (var foreignKey in entity.GetForeignKeys())
                foreignKey.Builder.HasConstraintName(SnakeCase(foreignKey.GetConstraintName()));
            foreach (var index in entity.GetIndexes())
                index.Builder.HasDatabaseName(SnakeCase(index.GetDatabaseName()));
        }
    }

#pragma warning disable CA1308 // Lower case is the target here, not a way to compare.
    private static string? SnakeCase(string? name) => name is null ? null : WordStart().Replace(name, "_").ToLowerInvariant();
#pragma warning restore CA1308

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}

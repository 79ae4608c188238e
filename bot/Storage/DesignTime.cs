using Microsoft.EntityFrameworkCore.Design;

namespace GuidelineBot.Storage;

/// <summary>Lets <c>change-tables.sh</c> work on the SQLite tables without a file.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDatabase>
{
    public SqliteDatabase CreateDbContext(string[] args) =>
        new(SqliteDatabase.Options("Data Source=design-time.db", Path.GetTempPath()).Options);
}

/// <summary>Lets <c>change-tables.sh</c> work on the PostgreSQL tables without a server.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDatabase>
{
    public PostgresDatabase CreateDbContext(string[] args) => new(PostgresDatabase.Options("Host=localhost").Options);
}

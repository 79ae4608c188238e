using System.Reflection;
using Xunit.Sdk;

namespace GuidelineBot.Tests.Storage;

/// <summary>The databases that the bot runs on.</summary>
public enum Server
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [Server.Sqlite],
        ];
}

/// <summary>Runs a theory on PostgreSQL, where the machine has one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresBinaries.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [Server.Postgres],
        ];
}

/// <summary>A test that makes sense on PostgreSQL only.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresBinaries.Missing;
}

/// <summary>A theory that makes sense on PostgreSQL only.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresBinaries.Missing;
}

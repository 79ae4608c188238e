using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Storage;

/// <summary>
/// Runs the small statements that every turn writes. SQLite lets one write at a time, and each connection reads anew what another has
/// written: so there they go through one connection one after the other, those that wait together in one commit, prepared once. PostgreSQL
/// takes them as they come.
/// </summary>
internal sealed partial class Statements : IDisposable
{
    private const int MostTogether = 64;

    private readonly IDbContextFactory<Database> databases;
    private readonly Channel<Waiting> waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private SqliteConnection? connection;
    private bool isSqlite;

    public Statements(IDbContextFactory<Database> databases)
    {
        this.databases = databases;
        _ = Task.Run(ReadAsync);
    }

    /// <param name="sql">One statement; what stands in its holes becomes a parameter each: texts, numbers, ids, instants and null.</param>
    /// <returns>The number of rows that it changed; by then it is committed.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before its turn came: it has not run and will not.</exception>
    public async Task<int> RunAsync(FormattableString sql, CancellationToken cancellationToken)
    {
        if (!isSqlite)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            isSqlite = database is SqliteDatabase;
            if (!isSqlite)
                return await database.Database.ExecuteSqlRawAsync(
                    sql.Format,
                    sql.GetArguments().Select(value => value is DateTimeOffset instant ? database.Stored(instant) : value)!,
                    cancellationToken
                );
        }
        var mine = new Waiting(
            sql.Format,
            [
                .. sql.GetArguments()
                    .Select(value => value is DateTimeOffset instant ? MicrosecondColumn.Write(instant) : value ?? DBNull.Value),
            ]
        );
        // Whoever is first, the reader or the cancellation, decides whether it runs.
        await using var cancelled = cancellationToken.Register(() => mine.TryCancel(cancellationToken));
        await waiting.Writer.WriteAsync(mine, cancellationToken);
        return await mine.Done.Task;
    }

    private async Task ReadAsync()
    {
        var together = new List<Waiting>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (together.Count < MostTogether && waiting.Reader.TryRead(out var next))
                if (next.TryBegin())
                    together.Add(next);
            if (together.Count > 0)
                Run(together);
            together.Clear();
        }
        Close();
    }

    private void Run(List<Waiting> together)
    {
        try
        {
            connection ??= Open();
            if (together.Count == 1 || !RunInOne(connection, together))
                foreach (var statement in together)
                    RunAlone(connection, statement);
        }
        catch (Exception fault)
        {
            foreach (var statement in together)
                statement.Done.TrySetException(fault);
            // Whatever is wrong with it, a new one may not have.
            Close();
        }
    }

    /// <returns>Whether all are committed; otherwise none is.</returns>
    private bool RunInOne(SqliteConnection connection, List<Waiting> together)
    {
        var rows = new int[together.Count];
        try
        {
            using var transaction = connection.BeginTransaction();
            for (var place = 0; place < rows.Length; place++)
                rows[place] = Execute(connection, together[place], transaction);
            transaction.Commit();
        }
        catch (SqliteException)
        {
            // Which of them is to blame shows when each is run alone.
            return false;
        }
        for (var place = 0; place < rows.Length; place++)
            together[place].Done.SetResult(rows[place]);
        return true;
    }

    private void RunAlone(SqliteConnection connection, Waiting statement)
    {
        try
        {
            statement.Done.SetResult(Execute(connection, statement, null));
        }
        catch (SqliteException fault)
        {
            statement.Done.SetException(fault);
        }
    }

    private int Execute(SqliteConnection connection, Waiting statement, SqliteTransaction? transaction)
    {
        if (!prepared.TryGetValue(statement.Sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = Hole().Replace(statement.Sql, "$$p$1");
            for (var place = 0; place < statement.Values.Length; place++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{place}" });
            prepared.Add(statement.Sql, command);
        }
        command.Transaction = transaction;
        for (var place = 0; place < statement.Values.Length; place++)
            command.Parameters[place].Value = statement.Values[place];
        return command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        using var database = databases.CreateDbContext();
        var opened = new SqliteConnection(database.Database.GetConnectionString());
        try
        {
            opened.Open();
            SqlitePragmas.Tell(opened);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private void Close()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        prepared.Clear();
        connection?.Dispose();
        connection = null;
    }

    /// <summary>What waits is still run; the reader closes the connection after it.</summary>
    public void Dispose() => waiting.Writer.TryComplete();

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Hole();

    private sealed class Waiting(string sql, object[] values)
    {
        private int taken;

        public string Sql => sql;

        public object[] Values => values;

        public TaskCompletionSource<int> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <returns>False where it was cancelled.</returns>
        public bool TryBegin() => Interlocked.Exchange(ref taken, 1) == 0;

        public void TryCancel(CancellationToken cancellationToken)
        {
            if (TryBegin())
                Done.TrySetCanceled(cancellationToken);
        }
    }
}

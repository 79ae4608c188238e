using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Storage;

/// <summary>How long rows are kept.</summary>
internal abstract class Period
{
    /// <summary>In words for the people whom they are about.</summary>
    public abstract string Words(RetentionOptions options);

    /// <summary>Deletes the rows that have had their time.</summary>
    /// <returns>How many there were.</returns>
    public abstract Task<int> PurgeAsync(
        Database database,
        RetentionOptions options,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Records of the city, which its own rules keep and destroy.</summary>
    public static Period OfTheCity { get; } = Until("市の文書の決まりによる");

    /// <summary>Until something is done that removes them.</summary>
    public static Period Until(string words) => new Open(words);

    /// <param name="old">Given the moment before which a row is too old, which rows are.</param>
    public static Period Days<T>(int days, string words, Func<DateTimeOffset, Expression<Func<T, bool>>> old)
        where T : class => new Limited<T>(_ => days, _ => words, old);

    /// <summary>As many days as are set.</summary>
    public static Period Days<T>(
        Func<RetentionOptions, int> days,
        Func<RetentionOptions, string> words,
        Func<DateTimeOffset, Expression<Func<T, bool>>> old
    )
        where T : class => new Limited<T>(days, words, old);

    private sealed class Open(string words) : Period
    {
        public override string Words(RetentionOptions options) => words;

        public override Task<int> PurgeAsync(
            Database database,
            RetentionOptions options,
            DateTimeOffset now,
            CancellationToken cancellationToken
        ) => Task.FromResult(0);
    }

    private sealed class Limited<T>(
        Func<RetentionOptions, int> days,
        Func<RetentionOptions, string> words,
        Func<DateTimeOffset, Expression<Func<T, bool>>> old
    ) : Period
        where T : class
    {
        public override string Words(RetentionOptions options) => words(options);

        public override Task<int> PurgeAsync(
            Database database,
            RetentionOptions options,
            DateTimeOffset now,
            CancellationToken cancellationToken
        ) => database.Set<T>().Where(old(now.AddDays(-days(options)))).ExecuteDeleteAsync(cancellationToken);
    }
}

using System.Globalization;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Delivery;

/// <summary>When silence is told, and to whom it goes next.</summary>
internal sealed class ReminderOptions
{
    public const string Section = "Reminders";

    /// <summary>After so many working days, whose turn it is, is reminded on the morning of each working day.</summary>
    public int WorkingDays { get; init; } = 2;

    /// <summary>After so many, the next person is told as well.</summary>
    public int NextPersonWorkingDays { get; init; } = 5;

    /// <summary>The Entra object id of the next person; empty for nobody.</summary>
    public string NextPerson { get; init; } = "";
}

/// <summary>What a morning's look goes by.</summary>
/// <param name="Day">Makes what is told on it one and the same: <c>20261130</c>.</param>
/// <param name="Week">The same for what is told once a week: <c>2026W49</c>.</param>
/// <param name="Due">What has waited since then or before, is told.</param>
/// <param name="Late">What has waited since then or before, goes to the next person as well.</param>
internal sealed record ReminderDay(string Day, string Week, DateTimeOffset Due, DateTimeOffset Late);

/// <summary>Reminders of what waits for somebody: on the mornings of working days, by the city's calendar.</summary>
internal sealed class Reminders(IDbContextFactory<Database> databases, IOptions<ReminderOptions> options, TimeProvider clock)
{
    private static readonly TimeOnly Morning = new(9, 0);

    /// <returns>Null on days off, and before nine.</returns>
    public ReminderDay? Today()
    {
        var local = clock.GetLocalNow();
        return TimeOnly.FromDateTime(local.DateTime) < Morning || !GuidelineBot.WorkingDays.Is(DateOnly.FromDateTime(local.DateTime))
            ? null
            : new ReminderDay(
                local.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                $"{ISOWeek.GetYear(local.DateTime)}W{ISOWeek.GetWeekOfYear(local.DateTime):00}",
                GuidelineBot.WorkingDays.Before(local, options.Value.WorkingDays),
                GuidelineBot.WorkingDays.Before(local, options.Value.NextPersonWorkingDays)
            );
    }

    /// <returns>The chat of the next person; nothing where there is none, or the bot does not know them.</returns>
    public async Task<IReadOnlyList<string>> NextPersonAsync(CancellationToken cancellationToken)
    {
        if (options.Value.NextPerson.Length == 0)
            return [];
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await KnownConversations
            .OfDirectory(database, options.Value.NextPerson)
            .Select(chat => chat.Id)
            .Take(1)
            .ToListAsync(cancellationToken);
    }
}

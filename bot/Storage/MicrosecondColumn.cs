using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GuidelineBot.Storage;

/// <summary>SQLite has no type that orders instants; microseconds since 1970 do, as exact as PostgreSQL's timestamptz.</summary>
internal sealed class MicrosecondColumn()
    : ValueConverter<DateTimeOffset, long>(instant => Write(instant), microseconds => Read(microseconds))
{
    internal static long Write(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    internal static DateTimeOffset Read(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}

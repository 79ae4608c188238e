namespace GuidelineBot;

/// <summary>The city's clock, wherever the server stands.</summary>
internal sealed class JapanClock : TimeProvider
{
    // Japan keeps no summer time, so no time zone database is needed.
    private static readonly TimeZoneInfo Japan = TimeZoneInfo.CreateCustomTimeZone(
        "Asia/Tokyo",
        TimeSpan.FromHours(9),
        "Asia/Tokyo",
        "Asia/Tokyo"
    );

    public override TimeZoneInfo LocalTimeZone => Japan;
}

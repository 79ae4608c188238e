using Microsoft.Extensions.Time.Testing;

namespace GuidelineBot.Tests;

/// <summary>A clock that a test moves, with the city's day.</summary>
internal sealed class JapaneseClock(DateTimeOffset start) : FakeTimeProvider(start.ToUniversalTime())
{
    public override TimeZoneInfo LocalTimeZone { get; } =
        TimeZoneInfo.CreateCustomTimeZone("Japan", TimeSpan.FromHours(9), "Japan", "Japan");
}

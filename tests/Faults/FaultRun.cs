using System.Globalization;
using Xunit.Abstractions;

namespace GuidelineBot.Tests.Faults;

/// <summary>How long the faults last, and by which dice: <c>GUIDELINEBOT_FAULTS=long</c> and <c>GUIDELINEBOT_SEED=number</c>.</summary>
internal static class FaultRun
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("GUIDELINEBOT_FAULTS") == "long";

    public static T Of<T>(T usual, T @long) => IsLong ? @long : usual;

    /// <summary>
    /// Says which dice were used, so that a run can be repeated. A long run throws new ones; a check of a change throws always the same, so
    /// that it judges the change.
    /// </summary>
    public static int Seed(ITestOutputHelper output, bool isLong = false)
    {
        var seed =
            int.TryParse(Environment.GetEnvironmentVariable("GUIDELINEBOT_SEED"), CultureInfo.InvariantCulture, out var wanted) ? wanted
            : isLong || IsLong ? Random.Shared.Next()
            : 1;
        output.WriteLine($"GUIDELINEBOT_SEED={seed}");
        return seed;
    }
}

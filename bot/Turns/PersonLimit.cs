using System.Threading.RateLimiting;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Turns;

internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>How many messages and presses of one person are taken within ten seconds; nobody's hands are as fast. 0: any number.</summary>
    public int ActsInTenSeconds { get; init; } = 100;
}

/// <summary>Holds back one person's flood of messages and presses, so that everybody else is served meanwhile.</summary>
internal sealed class PersonLimit(IOptions<LimitOptions> options) : IAsyncDisposable
{
    public const string Sentence = "操作が続けて届いたため、少しお休みしています。10秒ほど待ってから、もう一度お試しください。";

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter<Activity> limiter = PartitionedRateLimiter.Create<Activity, (string? Tenant, string? Person)>(
        activity =>
            options.Value.ActsInTenSeconds > 0 && activity is { Type: ActivityTypes.Message or ActivityTypes.Invoke }
                ? RateLimitPartition.GetSlidingWindowLimiter(
                    ((string?)ActivityCheck.TenantsOf(activity).FirstOrDefault(), (string?)activity.From.Id),
                    _ => new SlidingWindowRateLimiterOptions
                    {
                        PermitLimit = options.Value.ActsInTenSeconds,
                        Window = Window,
                        SegmentsPerWindow = 10,
                    }
                )
                : RateLimitPartition.GetNoLimiter<(string?, string?)>((null, null))
    );

    public bool Takes(Activity activity)
    {
        using var lease = limiter.AttemptAcquire(activity);
        return lease.IsAcquired;
    }

    public ValueTask DisposeAsync() => limiter.DisposeAsync();
}

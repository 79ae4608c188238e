using System.Security.Cryptography;
using System.Text;
using GuidelineBot.Storage;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Turns;

/// <summary>
/// Every activity and every press takes effect once. Teams re-sends an invoke under its own id twice and then under a new one,
/// so a press is also known by its card's key, its verb and its data, but for one that only
/// opens something below, which may be pressed again.
/// </summary>
internal sealed class Once(ProcessedActivities processed)
{
    /// <summary>A turn that has said nothing for this long died with its process; another copy may have it.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(30);

    /// <summary>Teams waits 5 s for the answer to an invoke.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static string KeyOf(Activity activity, Turn turn) =>
        turn.Press is { Key.Length: > 0, OpensBelow: false } press
            ? $"press:{Hash($"{turn.Conversation.Id}\n{turn.From.Id}\n{press.Key}\n{press.Verb}\n{press.Data.GetRawText()}")}"
            : $"activity:{Hash($"{activity.ChannelId}\n{turn.Conversation.Id}\n{activity.Id}")}";

    /// <summary>Runs <paramref name="work"/> for the first copy; later ones get what the first one answered.</summary>
    /// <returns>What was answered.</returns>
    public async Task<OnceResult> RunAsync(string key, Func<Task<string?>> work, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            switch (await processed.ClaimAsync(key, Stale, cancellationToken))
            {
                case ClaimResult.Claimed:
                    return await FirstAsync(key, work);
                case ClaimResult.Finished { Status: not null } finished:
                    return new OnceResult.Answered(finished.Body);
                case var other when waited >= Patience:
                    return other is ClaimResult.Finished ? new OnceResult.Done() : new OnceResult.Running();
                default:
                    await Task.Delay(100, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Whether nothing with this key has happened within <paramref name="window"/>.</summary>
    public async Task<bool> IsFirstAsync(string key, TimeSpan window, CancellationToken cancellationToken) =>
        await processed.ClaimAsync(key, window, cancellationToken) is ClaimResult.Claimed;

    private async Task<OnceResult> FirstAsync(string key, Func<Task<string?>> work)
    {
        try
        {
            var answer = await work();
            await processed.FinishAsync(key, 200, answer, CancellationToken.None);
            return new OnceResult.Answered(answer);
        }
        catch (DoneBeforeException)
        {
            return new OnceResult.Done();
        }
        catch
        {
            // Nothing was acknowledged, so a copy sent again may try again; unless it was done, and only the answer is missing.
            await processed.ReleaseAsync(key, CancellationToken.None);
            throw;
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What became of one copy of an activity.</summary>
internal abstract record OnceResult
{
    /// <param name="Body">JSON; null where there was nothing to say.</param>
    internal sealed record Answered(string? Body) : OnceResult;

    /// <summary>It took effect, and its answer was lost.</summary>
    internal sealed record Done : OnceResult;

    /// <summary>Another copy is still at it.</summary>
    internal sealed record Running : OnceResult;
}

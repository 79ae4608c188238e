using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Turns;

/// <summary>
/// The SDK's adapter, but that activities are read and answers written by <see cref="ChannelJson"/>, and streaming connections are not
/// offered.
/// </summary>
internal sealed class TeamsAdapter : CloudAdapter
{
    public TeamsAdapter(BotFrameworkAuthentication authentication, Apology apology, Admission admission, ILogger<CloudAdapter> logger)
        : base(authentication, logger)
    {
        OnTurnError = apology.SayAsync;
        Use(new InJapanese());
        Use(new TypingIndicator());
        Use(admission);
    }

    /// <summary>Runs the turn.</summary>
    /// <returns>What the request is answered with; null for a status of 200 and nothing else.</returns>
    public Task<InvokeResponse?> RunAsync(Activity activity, IBot bot) =>
        // Not the request's own token: a channel that hangs up after its time-out still gets its answer, and the person with it.
        ProcessActivityAsync("", activity, bot.OnTurnAsync, CancellationToken.None)!;
}

using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Turns;

/// <summary>
/// Nobody should wonder whether the bot has heard: a second without an answer shows that it is writing. The SDK's own does this by
/// conversation, so of two people who write into one chat at the same moment one loses the answer.
/// </summary>
internal sealed class TypingIndicator : Microsoft.Bot.Builder.IMiddleware
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
        {
            await next(cancellationToken);
            return;
        }

        using var turn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = TypeAsync(turnContext, turn.Token);
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await turn.CancelAsync();
            await typing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task TypeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        // Most turns are over before the delay is, and an exception each would cost them more than the rest of this.
        await Task.Delay(Delay, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!cancellationToken.IsCancellationRequested)
        {
            // Straight to the adapter: a typing sign is no response and no concern of the other middleware.
            var typing = new Activity(ActivityTypes.Typing) { RelatesTo = turnContext.Activity.RelatesTo };
            typing.ApplyConversationReference(turnContext.Activity.GetConversationReference());
            await turnContext.Adapter.SendActivitiesAsync(turnContext, [typing], cancellationToken);
            await Task.Delay(Period, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

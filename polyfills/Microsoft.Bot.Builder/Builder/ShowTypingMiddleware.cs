using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Sends typing activities while a message takes its time; delay and period are milliseconds.</summary>
public class ShowTypingMiddleware(int delay = 500, int period = 2000) : IMiddleware
{
    private readonly int delay = delay >= 0 ? delay : throw new ArgumentOutOfRangeException(nameof(delay));
    private readonly int period = period > 0 ? period : throw new ArgumentOutOfRangeException(nameof(period));

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
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

    private async Task TypeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        // Most turns are over before the delay is, and an exception each would cost them more than the rest of this.
        await Task.Delay(delay, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!cancellationToken.IsCancellationRequested)
        {
            // Straight to the adapter: a typing sign is no response and no concern of the other middleware.
            var typing = new Activity(ActivityTypes.Typing) { RelatesTo = turnContext.Activity.RelatesTo };
            typing.ApplyConversationReference(turnContext.Activity.GetConversationReference());
            await turnContext.Adapter.SendActivitiesAsync(turnContext, [typing], cancellationToken);
            await Task.Delay(period, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Turns;

/// <summary>Finds the handler for a turn and lets it answer.</summary>
internal sealed class TurnRunner(Routes routes, LiveKnowledge knowledge, IServiceProvider handlers, TimeProvider clock)
{
    public Task<Reply> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn is { Press: null, Understood: null })
            turn = turn with { Understood = Understand(turn.Text) };

        return routes.Find(turn) is { } handler
            ? ((ITurnHandler)handlers.GetRequiredService(handler)).HandleAsync(turn, cancellationToken)
            : Task.FromResult<Reply>(new Reply.Say("このボタンは今は使えません。「ヘルプ」と入力すると、できることをご覧いただけます。"));
    }

    /// <summary>A wish that no feature of this installation can grant is taken as a question about it.</summary>
    private Understood Understand(string text)
    {
        var understood = knowledge.Current.Understand(text, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        return routes.Has(understood.Route) ? understood : knowledge.Current.Search(text);
    }
}

using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Turns;

/// <summary>Finds the handler for a turn and lets it answer.</summary>
internal sealed class TurnRunner(Routes routes, LiveKnowledge knowledge, IServiceProvider handlers, TimeProvider clock)
{
    public Task<Reply> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        // A picture, a file or a card alone.
        if (turn is { Press: null, Understood: null, Extension: null, Text.Length: 0 })
            return Task.FromResult<Reply>(new Reply.Say("ご質問は文でお書きください。「ヘルプ」と入力すると、できることをご覧いただけます。"));
        if (turn is { Press: null, Understood: null, Extension: null })
            turn = turn with { Understood = Understand(turn.Text) };

        return routes.Find(turn) switch
        {
            null => Task.FromResult<Reply>(new Reply.Say("このボタンは今は使えません。「ヘルプ」と入力すると、できることをご覧いただけます。")),
            { For: not Roles.None } entry when (turn.From.Roles & entry.For) == 0 => Task.FromResult<Reply>(new Reply.Say(RoleBook.Refusal(entry.For))),
            { } entry => ((ITurnHandler)handlers.GetRequiredService(entry.Handler)).HandleAsync(turn, cancellationToken),
        };
    }

    /// <summary>A wish that no feature of this installation can grant is taken as a question about it.</summary>
    private Understood Understand(string text)
    {
        var understood = knowledge.Current.Understand(text, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        return routes.Has(understood.Route) ? understood : knowledge.Current.Search(text);
    }
}

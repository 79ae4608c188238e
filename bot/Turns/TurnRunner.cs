using GuidelineBot.Knowledge;
using GuidelineBot.Observability;
using GuidelineBot.Storage;

namespace GuidelineBot.Turns;

/// <summary>Finds the handler for a turn and lets it answer.</summary>
internal sealed class TurnRunner(Routes routes, LiveKnowledge knowledge, IServiceProvider handlers, Instruments instruments)
{
    public async Task<Reply> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        using var watch = instruments.Turn();
        var (route, outcome) = ("unknown", "failed");
        try
        {
            // A picture, a file or a card alone.
            if (turn is { Press: null, Understood: null, Extension: null, Consent: null, Text.Length: 0 })
            {
                (route, outcome) = ("empty", "refused");
                return new Reply.Say("ご質問は文でお書きください。「ヘルプ」と入力すると、できることをご覧いただけます。");
            }
            if (routes.Find(turn) is not { } entry)
            {
                outcome = "refused";
                return new Reply.Say("このボタンは今は使えません。「ヘルプ」と入力すると、できることをご覧いただけます。");
            }
            route = turn.Consent is not null
                ? FileConsents.Invoke
                : turn.Press?.Verb ?? turn.Extension?.Command ?? turn.Understood!.Route.Name;
            if (entry.For != Roles.None && (turn.From.Roles & entry.For) == 0)
            {
                outcome = "refused";
                return new Reply.Say(RoleBook.Refusal(entry.For, knowledge.Current.Offices));
            }
            var reply = await ((ITurnHandler)handlers.GetRequiredService(entry.Handler)).HandleAsync(turn, cancellationToken);
            outcome = "answered";
            return turn is { Press.OpensBelow: true, Conversation.Kind: ConversationKind.Personal } ? Below(reply) : reply;
        }
        finally
        {
            watch.Tell("route", route);
            watch.Tell("outcome", outcome);
        }
    }

    /// <summary>Others would all see a message of their own; for one alone the card that was pressed stays.</summary>
    private static Reply Below(Reply reply) =>
        reply switch
        {
            Reply.View view => new Reply.Show(view.Card, view.Card.FallbackText),
            Reply.Personal personal => personal with { Whole = Below(personal.Whole) },
            _ => reply,
        };
}

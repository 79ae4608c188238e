using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Handovers;

/// <summary>「4月から私の担当は全部藤原に」, 「異動」, or another search on the form.</summary>
internal sealed class PlanHandover(HandoverForm form) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Press is not null)
            return new Reply.View(HandoverCard.Render(await form.FoundAsync(turn, turn.Read<HandoverCard.Find>(), cancellationToken)));
        var model = await form.FoundAsync(turn, Said(turn), cancellationToken);
        return new Reply.Personal(new Reply.Show(HandoverCard.Render(model), HandoverCard.PlainText(model)), "異動の届出は、");
    }

    private static HandoverCard.Find Said(Turn turn)
    {
        var slots = turn.Act?.Slots ?? new Dictionary<string, object>();
        var isCommand = turn.Understood?.Route == Route.Command("handovers");
        return new HandoverCard.Find(
            isCommand ? turn.From.Name : Slot("oldPerson"),
            Slot("newPerson"),
            Slot("section"),
            Slot("changeDate")
        );

        string? Slot(string name) =>
            slots.GetValueOrDefault(name) switch
            {
                string one => one,
                IEnumerable<string> several => string.Join("、", several),
                _ => null,
            };
    }
}

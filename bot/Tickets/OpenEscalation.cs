using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>Someone wants to put a question to the office.</summary>
internal sealed class OpenEscalation(LiveKnowledge knowledge) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        Task.FromResult<Reply>(
            new Reply.View(
                EscalateCard.Render(
                    new EscalateCard.Model(knowledge.Current.Offices.PublicRelations.Name, turn.Read<NoneCard.Escalate>().Question)
                )
            )
        );
}

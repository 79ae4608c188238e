using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>「担当課に聞いて」: the question that the talk is about, ready to be sent to people.</summary>
internal sealed class AskHuman(LiveKnowledge knowledge) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var question = turn.Memory.Topic?.Question is { Length: > 0 } asked ? asked : "";
        var office = knowledge.Current.Offices.PublicRelations.Name;
        return Task.FromResult<Reply>(
            new Reply.Show(EscalateCard.Render(new EscalateCard.Model(office, question)), $"{office}への質問を書いて送れます。")
        );
    }
}

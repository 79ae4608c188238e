using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Someone pressed one of the example questions on the home card.</summary>
internal sealed class TryExample(LiveKnowledge knowledge, AnswerQuestion questions) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var question = turn.Read<HomeCard.Example>().Question;
        return questions.HandleAsync(
            turn with
            {
                Text = question,
                Press = null,
                Understood = knowledge.Current.Search(question),
            },
            cancellationToken
        );
    }
}

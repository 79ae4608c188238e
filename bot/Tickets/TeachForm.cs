using AdaptiveCards;
using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>The form by which an answered ticket is added to what the bot knows.</summary>
internal sealed class TeachForm(Supplements supplements, LiveKnowledge knowledge)
{
    public static Reply Unanswered => new Reply.Say("回答した質問だけを、知識に加えられます。");

    /// <summary>The office's last answer; null where there is none.</summary>
    public static string? AnswerOf(Ticket ticket) => ticket.Events.FindLast(happened => happened.Step == TicketStep.Answered)?.Text;

    /// <summary>Filled in with the question and the answer as they were given.</summary>
    public Task<AdaptiveCard> RenderAsync(Ticket ticket, string? told, CancellationToken cancellationToken) =>
        RenderAsync(ticket, ticket.Question, TicketCard.OwnAnswer, AnswerOf(ticket) ?? "", told, null, cancellationToken);

    public async Task<AdaptiveCard> RenderAsync(
        Ticket ticket,
        string question,
        string target,
        string answer,
        string? told,
        string? error,
        CancellationToken cancellationToken
    )
    {
        var taught = await supplements.OfAsync(ticket.Id, cancellationToken);
        return TicketCard.RenderTeach(
            new TicketCard.TeachModel(
                knowledge.Current.Offices.PublicRelations.Name,
                ticket.Id.ToString(),
                ticket.Number,
                question,
                answer,
                target,
                [
                    .. knowledge
                        .Current.Own.Clauses.Where(clause => clause.Id.Path != "0")
                        .Select(clause => new Choice(clause.Id.ToString(), $"{clause.Label}　{ClauseQuote.Excerpt(clause, 20)}")),
                ],
                taught switch
                {
                    null => null,
                    { Clause: { } clause } => $"{knowledge.Current.Find(ClauseId.Parse(clause))?.Label ?? clause}の例文",
                    _ => $"{knowledge.Current.Offices.PublicRelations.Name}の回答",
                },
                told,
                error
            )
        );
    }
}

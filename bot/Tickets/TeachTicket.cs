using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>
/// An answered ticket becomes an example question of a clause, or a question with 広報広聴課's own answer; or is taken out again.
/// </summary>
internal sealed class TeachTicket(TicketDesk desk, Supplements supplements, LiveKnowledge knowledge, TimeProvider clock) : ITurnHandler
{
    private string Office => knowledge.Current.Offices.PublicRelations.Name;

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<TicketCard.Teach>();
        if (await desk.FindAsync(turn, asked.Ticket, cancellationToken) is not { } ticket)
            return OpenTicket.Unknown;
        if (ticket.Events.FindLast(happened => happened.Step == TicketStep.Answered) is not { } answered)
            return new Reply.Say("回答した質問だけを、知識に加えられます。");

        switch (turn.Press!.Verb)
        {
            case TicketCard.UnteachVerb:
                await supplements.RemoveAsync(turn.Key, ticket.Id, cancellationToken);
                await desk.ReleaseAsync(turn, ticket, cancellationToken);
                return await FormAsync(
                    ticket,
                    ticket.Question,
                    TicketCard.OwnAnswer,
                    answered.Text,
                    "知識から外しました。",
                    null,
                    cancellationToken
                );
            case TicketCard.TeachVerb:
                var (question, answer, target) = (asked.Question?.Trim() ?? "", asked.Text?.Trim() ?? "", asked.Target ?? "");
                if (Fault(question, answer, target) is { } fault)
                    return await FormAsync(ticket, question, target, answer, null, fault, cancellationToken);
                var clause = target == TicketCard.OwnAnswer ? null : target;
                await supplements.AddAsync(
                    turn.Key,
                    new Supplement
                    {
                        TicketId = ticket.Id,
                        TicketNumber = ticket.Number,
                        At = clock.GetUtcNow(),
                        By = turn.From.Actor,
                        Question = question,
                        Clause = clause,
                        Answer = clause is null ? answer : "",
                    },
                    cancellationToken
                );
                await desk.ReleaseAsync(turn, ticket, cancellationToken);
                return await FormAsync(
                    ticket,
                    question,
                    target,
                    answer,
                    "知識に加えました。今から答えに使います。",
                    null,
                    cancellationToken
                );
            default:
                await desk.HoldAsync(turn, ticket, cancellationToken);
                return await FormAsync(ticket, ticket.Question, TicketCard.OwnAnswer, answered.Text, null, null, cancellationToken);
        }
    }

    private string? Fault(string question, string answer, string target) =>
        (question.Length, answer.Length) switch
        {
            (0 or > TicketCard.LongestTaught, _) => $"質問を{TicketCard.LongestTaught}文字以内でお書きください。",
            (_, 0 or > TicketCard.LongestText) when target == TicketCard.OwnAnswer =>
                $"{Office}の回答を{TicketCard.LongestText}文字以内でお書きください。",
            _ when target != TicketCard.OwnAnswer
                    && !(ClauseId.TryParse(target, out var id) && knowledge.Current.Own.Find(id.Value) is not null) =>
                "答えを、一覧から選んでください。",
            _ => null,
        };

    private async Task<Reply> FormAsync(
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
        return new Reply.Redraw(
            TicketCard.RenderTeach(
                new TicketCard.TeachModel(
                    Office,
                    ticket.Id.ToString(),
                    ticket.Number,
                    question,
                    answer,
                    target,
                    [
                        .. knowledge
                            .Current.Own.Clauses.Where(clause => clause.Id.Path != "0")
                            .Select(clause => new TicketCard.Choice(
                                clause.Id.ToString(),
                                $"{clause.Label}　{ClauseQuote.Excerpt(clause, 20)}"
                            )),
                    ],
                    taught switch
                    {
                        null => null,
                        { Clause: { } clause } => $"{knowledge.Current.Find(ClauseId.Parse(clause))?.Label ?? clause}の例文",
                        _ => $"{Office}の回答",
                    },
                    told,
                    error
                )
            )
        );
    }
}

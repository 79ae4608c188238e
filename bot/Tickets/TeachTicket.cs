using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>An answered ticket becomes an example question of a clause, or a question with the office's own answer.</summary>
internal sealed class TeachTicket(TicketDesk desk, TeachForm form, Supplements supplements, LiveKnowledge knowledge, TimeProvider clock)
    : ITurnHandler
{
    private string Office => knowledge.Current.Offices.PublicRelations.Name;

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<TicketCard.Teach>();
        if (await desk.FindAsync(turn, asked.Ticket, cancellationToken) is not { } ticket)
            return OpenTicket.Unknown;
        if (TeachForm.AnswerOf(ticket) is null)
            return TeachForm.Unanswered;

        var (question, answer, target) = (asked.Question?.Trim() ?? "", asked.Text?.Trim() ?? "", asked.Target ?? "");
        if (Fault(question, answer, target) is { } fault)
            return new Reply.View(await form.RenderAsync(ticket, question, target, answer, null, fault, cancellationToken));
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
        await desk.KnowCardAsync(turn, ticket, isForm: false, isOld: true, cancellationToken);
        const string told = "知識に加えました。今から答えに使います。";
        return new Reply.Update(await form.RenderAsync(ticket, question, target, answer, told, null, cancellationToken)) { IsLive = true };
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
}

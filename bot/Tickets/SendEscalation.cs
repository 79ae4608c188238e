using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>The form to the office was sent.</summary>
internal sealed class SendEscalation(TicketDesk tickets, TicketPromise promise, LiveKnowledge knowledge, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var office = knowledge.Current.Offices.PublicRelations.Name;
        var send = turn.Read<EscalateCard.Send>();
        var question = send.Question?.Trim() ?? "";
        var note = send.Note?.Trim() ?? "";
        var error = (question.Length, note.Length) switch
        {
            (0, _) => "質問が空です。知りたいことを一文でお書きください。",
            (> EscalateCard.LongestQuestion, _) =>
                $"質問が{question.Length}文字あります。{EscalateCard.LongestQuestion}文字以内に短くしてください。",
            (_, > EscalateCard.LongestNote) => $"補足が{note.Length}文字あります。{EscalateCard.LongestNote}文字以内に短くしてください。",
            _ => null,
        };
        if (error is not null)
            return new Reply.View(EscalateCard.Render(new EscalateCard.Model(office, question, note, error)));

        var ticket = await tickets.OpenAsync(turn, question, note.Length == 0 ? null : note, cancellationToken);
        return new Reply.Update(
            EscalateCard.RenderSent(
                new EscalateCard.Receipt(
                    office,
                    ticket.Number,
                    ticket.Question,
                    ticket.Comment,
                    TimeZoneInfo.ConvertTime(ticket.AskedAt, clock.LocalTimeZone),
                    promise.For(ticket.AskedAt),
                    await tickets.IsOfficeToldAsync(cancellationToken)
                )
            )
        );
    }
}

using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Tickets;

/// <summary>Tickets, made into their cards: in the office's chats, and for the one who asked.</summary>
internal sealed class TicketViews(TicketDesk desk, TicketPromise promise, LiveKnowledge knowledge, TimeProvider clock)
    : ILiveCardArtist,
        IComposer
{
    public string Topic => TicketDesk.Topic;

    public string Office => knowledge.Current.Offices.PublicRelations.Name;

    public IReadOnlyCollection<string> Topics { get; } = [TicketDesk.Answered, TicketDesk.Assigned, TicketClock.Reminder];

    public async Task<(AdaptiveCard Card, string Summary, int State)?> DrawAsync(
        string about,
        string conversation,
        CancellationToken cancellationToken
    ) =>
        Guid.TryParse(about, out var id) && await desk.FindAsync(id, cancellationToken) is { } ticket
            ? (TicketCard.Render(Model(ticket)), $"{ticket.Number}　{ticket.AskedByName}さんからの質問", ticket.Version)
            : null;

    public Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (message.Topic == TicketClock.Reminder)
            return await ReminderAsync(cancellationToken);
        if (
            !Guid.TryParse(message.About.GetValueOrDefault(TicketDesk.TicketEntry), out var id)
            || await desk.FindAsync(id, cancellationToken) is not { } ticket
        )
            return null;
        return message.Topic == TicketDesk.Assigned
            ? new TeamsMessage(
                TicketCard.Render(Model(ticket) with { Told = "担当を頼まれました。" }),
                $"{ticket.Number}：担当を頼まれました。"
            )
            : new TeamsMessage(
                TicketCard.RenderForAsker(Model(ticket) with { Told = $"{Office}から回答がありました。" }),
                $"{ticket.Number}：{Office}から回答がありました。"
            );
    }

    private async Task<TeamsMessage?> ReminderAsync(CancellationToken cancellationToken)
    {
        var list = await ListAsync(0, cancellationToken);
        return list.Total == 0 ? null : new TeamsMessage(OpenTicketsCard.Render(list), $"まだ回答していない質問が{list.Total}件あります。");
    }

    /// <summary>The questions that wait for an answer.</summary>
    public async Task<OpenTicketsCard.Model> ListAsync(int wanted, CancellationToken cancellationToken)
    {
        var (open, page, total) = await desk.OpenOnesAsync(wanted, OpenTicketsCard.PageLength, cancellationToken);
        return new OpenTicketsCard.Model(
            [
                .. open.Select(ticket => new OpenTicketsCard.Ticket(
                    ticket.Number,
                    TimeZoneInfo.ConvertTime(ticket.AskedAt, clock.LocalTimeZone),
                    ticket.AskedByName,
                    ticket.Question,
                    ticket.Comment,
                    ticket.Id.ToString()
                )),
            ],
            page,
            total
        );
    }

    public OwnTicketsCard.Row OwnRow(Ticket ticket) =>
        new(
            ticket.Id.ToString(),
            ticket.Number,
            TimeZoneInfo.ConvertTime(ticket.AskedAt, clock.LocalTimeZone),
            Said(ticket),
            ticket.Question
        );

    /// <summary>「未対応（令和8年12月3日までに回答の見込み）」</summary>
    private string Said(Ticket ticket) =>
        ticket.Status is TicketStatus.Open or TicketStatus.InProgress && promise.For(ticket.AskedAt) is { Length: > 0 } expected
            ? $"{Word(ticket.Status)}（{expected}）"
            : Word(ticket.Status);

    /// <summary>The card of whoever pressed.</summary>
    public AdaptiveCard Card(Ticket ticket, Person reader, string? told) =>
        IsAsker(ticket, reader)
            ? TicketCard.RenderForAsker(Model(ticket) with { Told = told })
            : TicketCard.Render(Model(ticket) with { Told = told });

    /// <summary>What a press that moves a ticket ends in: the card, with what became of the press.</summary>
    /// <param name="told">Said where it was done.</param>
    public async Task<Reply> ReplyAsync(Turn turn, TicketResult result, string told, CancellationToken cancellationToken)
    {
        if (result.Ticket is not { } ticket)
            return OpenTicket.Unknown;
        await desk.KnowCardAsync(turn, ticket, isForm: false, isOld: true, cancellationToken);
        var card = Card(ticket, turn.From, result.Refusal ?? told);
        return result.Refusal is null ? new Reply.Update(card) { IsLive = !IsAsker(ticket, turn.From) } : new Reply.View(card);
    }

    public AdaptiveCard HandForm(Ticket ticket, IReadOnlyList<Actor> colleagues, string? error = null) =>
        TicketCard.RenderHand(
            Model(ticket) with
            {
                Error = error,
            },
            [.. colleagues.Select(colleague => new Choice(colleague.Id, colleague.Name))]
        );

    public static bool IsAsker(Ticket ticket, Person reader) => ticket.AskedById == reader.Id && !reader.Is(Roles.Reviewer);

    public TicketCard.Model Model(Ticket ticket) =>
        new(
            Office,
            ticket.Id.ToString(),
            ticket.Number,
            Word(ticket.Status),
            ticket.AskedByName,
            ticket.AssigneeName,
            ticket.Question,
            ticket.Comment,
            // The first entry is the question itself, which stands above.
            [
                .. ticket
                    .Events.OrderBy(happened => happened.At)
                    .Skip(1)
                    .Select(happened => new TicketCard.Entry(
                        TimeZoneInfo.ConvertTime(happened.At, clock.LocalTimeZone),
                        happened.ByName,
                        Word(happened.Step),
                        happened.Text
                    )),
            ],
            CanTake: ticket.Status == TicketStatus.Open,
            CanAnswer: ticket.Status is TicketStatus.Open or TicketStatus.InProgress,
            CanFollow: ticket.Status == TicketStatus.Answered,
            CanClose: ticket.Status is not TicketStatus.Closed,
            CanTeach: ticket.Events.Exists(happened => happened.Step == TicketStep.Answered)
        )
        {
            Expected = ticket.Status is TicketStatus.Open or TicketStatus.InProgress ? promise.For(ticket.AskedAt) : "",
        };

    private static string Word(TicketStatus status) =>
        status switch
        {
            TicketStatus.Open => "未対応",
            TicketStatus.InProgress => "対応中",
            TicketStatus.Answered => "回答済",
            _ => "終了",
        };

    private string Word(TicketStep step) =>
        step switch
        {
            TicketStep.Taken => "担当",
            TicketStep.Assigned => "担当を頼んだ相手",
            TicketStep.Answered => $"{Office}の回答",
            TicketStep.AskedOn => "追加の質問",
            TicketStep.Closed => "終了",
            _ => "質問",
        };
}

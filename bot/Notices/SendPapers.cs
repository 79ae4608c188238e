using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>The notice's Word documents as files of the person's own in Teams; where that cannot be, as links.</summary>
internal sealed class SendPapers(NoticeDesk desk, NoticePapers papers, DownloadLinks links, OpenPapers open) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Kind != ConversationKind.Personal)
            return await open.HandleAsync(turn, cancellationToken);
        if (await desk.FindAsync(turn, turn.Read<NoticeCard.NoticeRef>().Notice, cancellationToken) is not { } notice)
            return OpenNotice.Unknown;
        var offered = new List<OfferedFile>();
        foreach (var (place, paper) in papers.Of(notice).Index())
            offered.Add(
                new OfferedFile(
                    paper.FileName,
                    NoticeNumber.Of(notice),
                    paper.Content.Length,
                    await links.TicketAsync(turn.From, papers.Source, $"{notice.Id}/{place}", cancellationToken)
                )
            );
        return new Reply.Offer(offered);
    }
}

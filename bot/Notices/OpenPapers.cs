using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Links to the notice's Word documents.</summary>
internal sealed class OpenPapers(NoticeDesk desk, NoticePapers papers, DownloadLinks links) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeCard.NoticeRef>();
        if (await desk.FindAsync(turn, asked.Notice, cancellationToken) is not { } notice)
            return OpenNotice.Unknown;
        var files = new List<DownloadCard.Link>();
        var own = papers.Of(notice).Count;
        foreach (var (place, paper) in (await papers.AllAsync(notice, cancellationToken)).Index())
            files.Add(
                new DownloadCard.Link(
                    place < own ? paper.FileName.Split('_')[0] : Plain.Cut(paper.FileName, Press.LongestTitle - 1),
                    await links.MakeAsync(turn.From, papers.Source, $"{notice.Id}/{place}", cancellationToken)
                )
            );
        return DownloadLinks.Show(
            DownloadCard.Render(
                new DownloadCard.Model(
                    own == files.Count ? "書類（Word）" : "書類（Word）と添付ファイル",
                    NoticeNumber.Of(notice),
                    files,
                    (int)DownloadLinks.GoodFor.TotalMinutes,
                    new Start("届出へ戻る", NoticeCard.OpenVerb, asked)
                )
            )
        );
    }
}

using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Links to the notice's Word documents, and to its data.</summary>
internal sealed class OpenPapers(NoticeDesk desk, NoticePapers papers, DownloadLinks links) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeCard.NoticeRef>();
        if (await desk.FindAsync(turn, asked.Notice, cancellationToken) is not { } notice)
            return OpenNotice.Unknown;
        var files = new List<DownloadCard.Link>();
        var own = papers.Files(notice).Count;
        foreach (var (place, paper) in (await papers.AllAsync(notice, cancellationToken)).Index())
            files.Add(
                new DownloadCard.Link(
                    place < own ? Title(paper.FileName) : Plain.Cut(paper.FileName, Press.LongestTitle - 1),
                    await links.MakeAsync(turn.From, papers.Source, $"{notice.Id}/{place}", cancellationToken)
                )
            );
        return DownloadLinks.Show(
            DownloadCard.Render(
                new DownloadCard.Model(
                    own == files.Count ? "書類とデータ" : "書類とデータ、添付ファイル",
                    NoticeNumber.Of(notice),
                    files,
                    (int)DownloadLinks.GoodFor.TotalMinutes,
                    new Start("届出へ戻る", NoticeCard.OpenVerb, asked)
                )
                {
                    // Teams asks for consent in one-to-one chats alone.
                    Send =
                        turn.Conversation.Kind == ConversationKind.Personal
                            ? new Start("OneDriveに保存", NoticeCard.SendPapersVerb, asked)
                            : null,
                }
            )
        );
    }

    private static string Title(string fileName) =>
        Path.GetExtension(fileName) switch
        {
            ".csv" => $"{fileName.Split('_')[0]}（CSV）",
            ".json" => $"{fileName.Split('_')[0]}（JSON）",
            _ => fileName.Split('_')[0],
        };
}

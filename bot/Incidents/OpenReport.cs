using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Links to the report, for whoever may see the incident.</summary>
internal sealed class OpenReport(IncidentDesk desk, DownloadLinks links) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Read<IncidentCard.Ref>();
        if (await desk.FindAsync(turn, id.Incident, cancellationToken) is not { } incident)
            return OpenIncident.Unknown;
        var shown = await IncidentViews.FormAsync(
            desk,
            turn,
            incident,
            DownloadCard.Render(
                new DownloadCard.Model(
                    "報告書",
                    IncidentWords.HeadingOf(incident),
                    [
                        new DownloadCard.Link(
                            "Word（.docx）",
                            await links.MakeAsync(turn.From, IncidentDesk.Topic, $"{incident.Id}/{IncidentReport.Word}", cancellationToken)
                        ),
                        new DownloadCard.Link(
                            "Markdown（.md）",
                            await links.MakeAsync(
                                turn.From,
                                IncidentDesk.Topic,
                                $"{incident.Id}/{IncidentReport.Markdown}",
                                cancellationToken
                            )
                        ),
                    ],
                    (int)DownloadLinks.GoodFor.TotalMinutes,
                    new Start("一覧へ戻る", IncidentCard.OpenVerb, id)
                )
            ),
            cancellationToken
        );
        return new Reply.Personal(shown, DownloadLinks.Told);
    }
}

using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>経過, page by page.</summary>
internal sealed class OpenTimeline(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentTimelineCard.Page>();
        return await desk.FindAsync(turn, asked.Incident, cancellationToken) is { } incident
            ? await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                IncidentTimelineCard.Render(await ModelAsync(desk, views, incident, asked.Number, cancellationToken)),
                cancellationToken
            )
            : OpenIncident.Unknown;
    }

    public static async Task<IncidentTimelineCard.Model> ModelAsync(
        IncidentDesk desk,
        IncidentViews views,
        Incident incident,
        int number,
        CancellationToken cancellationToken
    )
    {
        var (events, page, total) = await desk.TimelineAsync(incident.Id, number, IncidentTimelineCard.PageLength, cancellationToken);
        return new IncidentTimelineCard.Model(
            incident.Id.ToString(),
            IncidentWords.HeadingOf(incident),
            [
                .. events.Select(happened => new IncidentTimelineCard.Entry(
                    happened.Number,
                    views.Local(happened.At),
                    happened.ByName,
                    IncidentWords.Of(happened),
                    IncidentWords.NoteOf(happened),
                    happened.Corrects
                )),
            ],
            page,
            total
        );
    }
}

/// <summary>Adds an entry, or one that corrects another; the other one stays.</summary>
internal sealed class WriteEntry(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentTimelineCard.Write>();
        var text = asked.Text?.Trim() ?? "";
        int? corrects = int.TryParse(asked.Corrects, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var error =
            text.Length == 0 ? "書き足すことをお書きください。"
            : text.Length > IncidentTimelineCard.LongestText ? $"{IncidentTimelineCard.LongestText}文字以内でお書きください。"
            : null;
        Incident? incident;
        if (error is null)
        {
            // Entries are counted from 1 to the incident's version: a forged number corrects nothing.
            var result = await desk.ChangeAsync(
                turn,
                asked.Incident,
                change => change.Write(text, corrects > 0 && corrects < change.Incident.Version ? corrects : null),
                cancellationToken
            );
            (incident, error) = (result.Incident, result.Refusal);
        }
        else
        {
            incident = await desk.FindAsync(turn, asked.Incident, cancellationToken);
        }
        if (incident is null)
            return OpenIncident.Unknown;
        var model = await OpenTimeline.ModelAsync(desk, views, incident, 0, cancellationToken);
        return error is null
            ? await IncidentViews.ChangedFormAsync(
                desk,
                turn,
                incident,
                IncidentTimelineCard.Render(model with { Told = "記録しました。" }),
                cancellationToken
            )
            : await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                IncidentTimelineCard.Render(model with { Text = text, Error = error }),
                cancellationToken
            );
    }
}

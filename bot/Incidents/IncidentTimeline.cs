using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>経過, page by page.</summary>
internal sealed class OpenTimeline(IncidentDesk desk, TimelineModels models) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentTimelineCard.Page>();
        return await desk.FindAsync(turn, asked.Incident, cancellationToken) is { } incident
            ? await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                IncidentTimelineCard.Render(await models.OfAsync(turn, incident, asked.Number, cancellationToken)),
                cancellationToken
            )
            : OpenIncident.Unknown;
    }
}

/// <summary>A page of the timeline as its card shows it, with pictures that can be seen for a while.</summary>
internal sealed class TimelineModels(IncidentDesk desk, IncidentViews views, DownloadLinks links)
{
    public async Task<IncidentTimelineCard.Model> OfAsync(Turn turn, Incident incident, int number, CancellationToken cancellationToken)
    {
        var (events, page, total) = await desk.TimelineAsync(incident.Id, number, IncidentTimelineCard.PageLength, cancellationToken);
        var pictures = new Dictionary<int, string>();
        if (events.Any(happened => happened.Kind == IncidentEventKind.EvidenceKept))
            foreach (var file in await desk.EvidenceOfAsync(incident.Id, cancellationToken))
                if (file.Type.StartsWith("image/", StringComparison.Ordinal) && events.Any(happened => happened.Number == file.Number))
                    pictures[file.Number] = await links.MakeAsync(
                        turn.From,
                        IncidentDesk.Topic,
                        $"{file.Id}/{IncidentReport.File}",
                        cancellationToken
                    );
        return new IncidentTimelineCard.Model(
            incident.Id.ToString(),
            IncidentWords.HeadingOf(incident),
            [
                .. events.Select(happened => new IncidentTimelineCard.Entry(
                    happened.Number,
                    views.Local(happened.HappenedAt),
                    views.Local(happened.At),
                    happened.ByName,
                    IncidentWords.Of(happened),
                    IncidentWords.NoteOf(happened),
                    happened.Kind == IncidentEventKind.Retracted ? null : happened.Corrects
                )
                {
                    Link = happened.Link,
                    Picture = pictures.GetValueOrDefault(happened.Number),
                }),
            ],
            page,
            total
        );
    }
}

/// <summary>Adds an entry, or one that corrects another; the other one stays.</summary>
internal sealed class WriteEntry(IncidentDesk desk, IncidentViews views, TimelineModels models) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentTimelineCard.Write>();
        var text = asked.Text?.Trim() ?? "";
        int? corrects = int.TryParse(asked.Corrects, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var (at, unreadable) = views.ReadAt(asked.At);
        var error =
            text.Length == 0 ? "書き足すことをお書きください。"
            : text.Length > IncidentTimelineCard.LongestText ? $"{IncidentTimelineCard.LongestText}文字以内でお書きください。"
            : unreadable;
        // Entries are counted from 1 to the incident's version: a forged number corrects nothing.
        var result = error is null
            ? await desk.ChangeAsync(
                turn,
                asked.Incident,
                change => change.Write(text, corrects > 0 && corrects < change.Incident.Version ? corrects : null),
                cancellationToken,
                at
            )
            : new IncidentResult(await desk.FindAsync(turn, asked.Incident, cancellationToken), error);
        if (result.Incident is not { } incident)
            return OpenIncident.Unknown;
        return result.Refusal is null
            ? await views.SentAsync(
                desk,
                turn,
                result,
                Told,
                async () => IncidentTimelineCard.Render(await ModelAsync() with { Told = Told }),
                cancellationToken
            )
            : await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                IncidentTimelineCard.Render(await ModelAsync() with { Text = text, At = asked.At ?? "", Error = result.Refusal }),
                cancellationToken
            );

        Task<IncidentTimelineCard.Model> ModelAsync() => models.OfAsync(turn, incident, 0, cancellationToken);
    }

    private const string Told = "記録しました。";
}

/// <summary>取り消す, beneath what was just written down: the entry stays, with the word that it was taken back.</summary>
internal sealed class RetractEntry(IncidentDesk desk) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentTimelineCard.Retract>();
        var result = await desk.ChangeAsync(turn, asked.Incident, change => change.Retract(asked.Entry), cancellationToken);
        if (result.Incident is not { } incident)
            return OpenIncident.Unknown;
        var told = result.Refusal ?? "記録を取り消しました。";
        return new Reply.Update(
            IncidentNoteCard.Render(
                new IncidentNoteCard.Model(
                    incident.Id.ToString(),
                    IncidentWords.HeadingOf(incident),
                    told,
                    $"経過には、{asked.Entry}の取り消しとして残ります。",
                    null
                )
            )
        );
    }
}

using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Checklists;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <content>「ここまで」: how things stand, from the records alone.</content>
internal sealed partial class IncidentViews
{
    /// <summary>Beyond this, what was done is counted and not named.</summary>
    private const int MostNamed = 3;

    public async Task<IncidentNoteCard.SoFar> SoFarAsync(Incident incident, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var status = await database
            .IncidentEvents.AsNoTracking()
            .Where(happened => happened.IncidentId == incident.Id && happened.Kind == IncidentEventKind.StatusReported)
            .OrderByDescending(happened => happened.Number)
            .FirstOrDefaultAsync(cancellationToken);
        return new IncidentNoteCard.SoFar(
            incident.Id.ToString(),
            IncidentWords.HeadingOf(incident),
            [
                ("何が", $"{IncidentWords.HeadingOf(incident)}。{Plain.Cut(incident.Seen.ReplaceLineEndings(" "), 80)}".TrimEnd('。')),
                ("いつから", $"{Time(incident.Since)}から。対応は{Time(incident.OpenedAt)}に{incident.OpenedByName}さんが開始"),
                ("したこと", Done(incident)),
                ("だれが", Team(incident)),
                ("残り", Left(incident)),
                ("状況報告", Report(incident, status)),
            ],
            incident.ClosedAt is not null
        );
    }

    private string Done(Incident incident)
    {
        var done = incident
            .Steps.Where(step => step.State == StepState.Done)
            .OrderByDescending(step => step.SettledAt)
            .ThenBy(step => step.Place)
            .ToList();
        return done.Count == 0
            ? "まだ済んだ手順はありません"
            : string.Join("、", done.Take(MostNamed).Select(step => $"{step.Title}{(step.SettledAt is { } at ? $"（{Time(at)}）" : "")}"))
                + (done.Count > MostNamed ? $" ほか{done.Count - MostNamed}件" : "");
    }

    private static string Team(Incident incident)
    {
        var team = incident.Members.Where(member => member.Role != StepRole.Everyone).OrderBy(member => member.Role).ToList();
        var busy = incident
            .Steps.Where(step => step.State == StepState.Open && step.AssigneeName is not null)
            .Select(step => $"{step.AssigneeName}（{step.Title}）");
        string[] all = [.. team.Select(member => $"{IncidentWords.Of(member.Role)} {member.Name}"), .. busy];
        return all.Length == 0 ? "役割は決まっていません" : string.Join("、", all);
    }

    private string Left(Incident incident)
    {
        if (incident.ClosedAt is { } closed)
            return $"終了しました（{Time(closed)}、{incident.CloseReason}）";
        var open = incident.Steps.Count(step => step.State == StepState.Open);
        return NextOf(incident) is var (_, step) ? $"{open}件。次は{step.Place + 1}「{step.Title}」、{DueOf(step)}" : $"{open}件";
    }

    private string Report(Incident incident, IncidentEvent? status)
    {
        var last = status is null ? "まだありません" : $"{Time(status.HappenedAt)} {status.ByName}さん「{Plain.Cut(status.Note, 80)}」";
        return incident.StatusDueAt is { } next ? $"{last}。次は{Time(next)}" : last;
    }
}

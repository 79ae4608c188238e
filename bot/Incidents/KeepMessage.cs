using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>「この件に記録」, called beside a message of a chat: a window that asks for which incident.</summary>
internal sealed class OpenKeepMessage(IncidentDesk desk) : ITurnHandler
{
    /// <summary>As the app's manifest names it.</summary>
    public const string Command = "keepInIncident";

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var (running, _, _) = await desk.ListAsync(turn.From, true, 0, IncidentsCard.PageLength, cancellationToken);
        if (running.Count == 0)
            return new Reply.Say(
                "進行中のチェックリストはありません。メッセージの「…」から「チェックリストを始める」を選ぶと始められます。"
            );
        var beside = turn.Extension?.Beside;
        if (turn.Text.Length == 0 && beside?.HasFiles != true)
            return new Reply.Say("このメッセージには、記録できる文がありません。");
        var message = new IncidentNoteCard.Keep(
            Plain.Cut(turn.Text, IncidentTimelineCard.LongestText - 1),
            beside?.Link ?? "",
            beside?.Author.Name ?? "",
            beside?.Author.Id ?? "",
            beside?.At?.ToString("O", CultureInfo.InvariantCulture)
        );
        var missing =
            beside?.HasFiles == true ? "画像とファイルはここからは取り込めません。チェックリストのチャットに送ってください。" : "";
        return new Reply.Show(
            IncidentNoteCard.RenderBeside(
                new IncidentNoteCard.Beside(
                    message,
                    [.. running.Select(incident => (incident.Id.ToString(), IncidentWords.HeadingOf(incident)))],
                    missing
                )
            ),
            "この件に記録"
        );
    }
}

/// <summary>The window was answered: the message goes into the timeline with its author, its time and the way to it.</summary>
internal sealed class KeepMessage(IncidentDesk desk, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var kept = turn.Read<IncidentNoteCard.Keep>();
        if (kept.Words.Length > IncidentTimelineCard.LongestText || kept.Link.Length > 1000 || kept.Author.Length > 200)
            return OpenIncident.Unknown;
        DateTimeOffset? at =
            DateTimeOffset.TryParse(kept.At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var told)
            && told <= clock.GetUtcNow()
                ? told.ToUniversalTime()
                : null;
        var link = kept.Link.StartsWith("https://", StringComparison.Ordinal) ? kept.Link : "";
        var result = await desk.ChangeAsync(
            turn,
            kept.Incident ?? "",
            change => change.KeepMessage(new Actor(kept.AuthorId, kept.Author), kept.Words, link),
            cancellationToken,
            at
        );
        return result.Incident is { } incident
            ? new Reply.Update(
                IncidentNoteCard.Render(
                    new IncidentNoteCard.Model(
                        incident.Id.ToString(),
                        IncidentWords.HeadingOf(incident),
                        "記録しました。",
                        $"{kept.Author}「{Plain.Cut(kept.Words, 200)}」",
                        incident.Version
                    )
                )
            )
            : OpenIncident.Unknown;
    }
}

/// <summary>「チェックリストを始める」, called beside a message: the form, with what the message says.</summary>
internal sealed class BeginBesideMessage(IncidentForms forms, LiveKnowledge knowledge, TimeProvider clock) : ITurnHandler
{
    /// <summary>As the app's manifest names it.</summary>
    public const string Command = "startIncident";

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var read = turn with { Understood = knowledge.Current.Understand(turn.Text, today) };
        var model = await forms.EmptyAsync(read, forms.ChecklistFor(read), turn.Text, cancellationToken);
        return new Reply.Show(IncidentStartCard.Render(model), model.Lead);
    }
}

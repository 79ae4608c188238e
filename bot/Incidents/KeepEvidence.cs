using GuidelineBot.Cards;
using GuidelineBot.Files;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Incidents;

/// <summary>
/// A picture or file was sent where a checklist runs: it is kept with it, or it is said at once why not. Of somebody who works on several it is
/// asked which one is meant.
/// </summary>
internal sealed class KeepEvidence(
    IncidentMeant meant,
    IncidentDesk desk,
    IncidentViews views,
    ReceivedFiles received,
    IOptions<IncidentOptions> options
) : ITakesFiles
{
    /// <summary>What the answer to that question does.</summary>
    public const string Waiting = "incident:file";

    private static readonly FileKinds Kinds = new(
        "画像、PDF、Word、Excel、PowerPoint、MP4だけを記録できます。",
        ["png", "jpg", "gif", "webp", "pdf", "docx", "xlsx", "pptx", "mp4"]
    );

    /// <summary>Where a checklist runs, what is sent belongs to it.</summary>
    public int Order => 0;

    /// <summary>Said where a checklist holds as much as it may.</summary>
    private string Full =>
        $"1つのチェックリストに記録できるのは{options.Value.EvidencePerIncident}個、{options.Value.EvidencePerIncidentMegabytes}MBまでです。";

    public async Task<Reply?> TakeAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Situation.Incident is null)
            return null;
        var (incident, instead) = await meant.OfAsync(turn, cancellationToken);
        if (incident is null && instead is not Reply.Show)
            return instead!;
        var (most, bytes) = incident is null
            ? await desk.WaitingRoomAsync(turn.From.Id, cancellationToken)
            : await desk.RoomAsync(incident.Id, cancellationToken);
        var (files, refused) = await received.ReadAsync(
            turn,
            Kinds,
            options.Value.EvidenceBytes,
            cancellationToken,
            new FileRoom(most, bytes, Full)
        );
        if (files.Count == 0)
            return new Reply.Say(string.Join('\n', refused));
        if (incident is not null)
            return await KeepAsync(incident, turn, files, refused, turn.Text, null, cancellationToken);
        var sending = await desk.WaitAsync(turn, files, cancellationToken);
        var names = string.Join("、", files.Select(file => file.Name));
        return await meant.AskForFilesAsync(
            turn,
            refused.Count == 0 ? names : $"{names}（{string.Join("　", refused)}）",
            sending,
            cancellationToken
        );
    }

    /// <summary>The person has said to which incident it belongs.</summary>
    public async Task<Reply> KeepWaitingAsync(Incident incident, Turn turn, string sending, CancellationToken cancellationToken)
    {
        var waiting = await desk.WaitingAsync(turn, sending, cancellationToken);
        if (waiting.Count == 0)
            return new Reply.Say("この画像とファイルは、すでに記録したか、1日たったため消しました。");
        var (most, bytes) = await desk.RoomAsync(incident.Id, cancellationToken);
        if (most < waiting.Count || bytes < waiting.Sum(file => (long)file.Content.Length))
            return new Reply.Say(Full);
        ReceivedFile[] files = [.. waiting.Select(file => new ReceivedFile(file.Name, file.Type, file.Hash, file.Content))];
        return await KeepAsync(incident, turn, files, [], waiting[0].Words, waiting[0], cancellationToken);
    }

    private async Task<Reply> KeepAsync(
        Incident incident,
        Turn turn,
        IReadOnlyList<ReceivedFile> files,
        IReadOnlyList<string> refused,
        string words,
        WaitingEvidence? waited,
        CancellationToken cancellationToken
    )
    {
        List<int> numbers = [];
        var result = await desk.ChangeAsync(
            turn,
            incident.Id.ToString(),
            change =>
            {
                foreach (var file in files)
                    numbers.Add(change.Keep(file.Name, file.Type, file.Hash, file.Content));
                if (words.Length > 0)
                    change.Write(words, null);
                return null;
            },
            cancellationToken,
            waited?.At,
            async (change, _) =>
            {
                if (waited is not null)
                    await change
                        .Database.WaitingEvidence.Where(file => file.Sending == waited.Sending)
                        .ExecuteDeleteAsync(cancellationToken);
            }
        );
        if (result is not { Incident: { } kept, Refusal: null })
            return OpenIncident.Unknown;
        var model = new IncidentNoteCard.Kept(
            kept.Id.ToString(),
            IncidentWords.HeadingOf(kept),
            [.. files.Zip(numbers).Select(file => $"証拠{file.Second}　{file.First.Name}")],
            refused,
            numbers,
            [
                .. kept
                    .Steps.Where(step => step.State == StepState.Open && views.NeedsProof(kept, step.Step))
                    .OrderBy(step => step.Place)
                    .Select(step => new IncidentNoteCard.Proves(step.Step, $"{step.Place + 1}　{step.Title}")),
            ]
        );
        var card = IncidentNoteCard.RenderKept(model);
        return waited is null ? new Reply.Show(card, "証拠として記録しました。") : new Reply.Update(card);
    }
}

/// <summary>What was sent proves this step, which is done with it.</summary>
internal sealed class ProveStep(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentNoteCard.Prove>();
        var result = await desk.ChangeAsync(
            turn,
            asked.Incident,
            change => change.Settle(asked.Step, StepState.Done, $"証拠{string.Join("、", asked.Numbers)}"),
            cancellationToken,
            tell: (change, incident) => IncidentDesk.ProveAsync(change, incident.Id, asked.Step, asked.Numbers, cancellationToken)
        );
        var title = result.Incident?.Steps.Find(step => step.Step == asked.Step)?.Title;
        return await views.ReplyAsync(desk, turn, result, $"「{title}」：完了しました。", cancellationToken, asked.Step);
    }
}

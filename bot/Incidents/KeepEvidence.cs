using GuidelineBot.Cards;
using GuidelineBot.Files;
using GuidelineBot.Turns;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Incidents;

/// <summary>A picture or file was sent where a checklist runs: it is kept with it, or it is said at once why not.</summary>
internal sealed class KeepEvidence(
    IncidentMeant meant,
    IncidentDesk desk,
    IncidentViews views,
    ReceivedFiles received,
    IOptions<IncidentOptions> options
) : ITakesFiles
{
    private static readonly FileKinds Kinds = new(
        "画像、PDF、Word、Excel、PowerPoint、MP4だけを記録できます。",
        ["png", "jpg", "gif", "webp", "pdf", "docx", "xlsx", "pptx", "mp4"]
    );

    /// <summary>Where a checklist runs, what is sent belongs to it.</summary>
    public int Order => 0;

    public async Task<Reply?> TakeAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Situation.Incident is null)
            return null;
        var (incident, instead) = await meant.OfAsync(turn, cancellationToken);
        if (incident is null)
            // The answer to the question which is meant could not bring the file along.
            return instead is Reply.Show
                ? new Reply.Say("進行中のチェックリストがいくつかあります。先に「炎上の件」のように入力してから、もう一度送ってください。")
                : instead!;
        var (files, refused) = await received.ReadAsync(turn, Kinds, options.Value.EvidenceBytes, cancellationToken);
        if (files.Count == 0)
            return new Reply.Say(string.Join('\n', refused));
        List<int> numbers = [];
        var result = await desk.ChangeAsync(
            turn,
            incident.Id.ToString(),
            change =>
            {
                foreach (var file in files)
                    numbers.Add(change.Keep(file.Name, file.Type, file.Hash, file.Content));
                if (turn.Text.Length > 0)
                    change.Write(turn.Text, null);
                return null;
            },
            cancellationToken
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
        return new Reply.Show(IncidentNoteCard.RenderKept(model), "証拠として記録しました。");
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

using System.Globalization;
using System.Security.Cryptography;
using GuidelineBot.Cards;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Incidents;

/// <summary>
/// A picture or file was sent where a checklist runs: it is kept with it, or it is said at once why not. Of somebody who works on several it is
/// asked which one is meant.
/// </summary>
internal sealed class KeepEvidence(IncidentMeant meant, IncidentDesk desk, IncidentViews views, EvidenceReader reader) : ITurnHandler
{
    /// <summary>What the answer to that question does.</summary>
    public const string Waiting = "incident:file";

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Situation.Incident is null)
            return new Reply.Say("ご質問は文でお書きください。「ヘルプ」と入力すると、できることをご覧いただけます。");
        var (incident, instead) = await meant.OfAsync(turn, cancellationToken);
        if (incident is null && instead is not Reply.Show)
            return instead!;
        var room = incident is null
            ? await desk.WaitingRoomAsync(turn.From.Id, cancellationToken)
            : await desk.RoomAsync(incident.Id, cancellationToken);
        var (files, refused) = await reader.ReadAsync(turn, room, cancellationToken);
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
            return new Reply.Say(reader.Full);
        EvidenceReader.File[] files = [.. waiting.Select(file => new EvidenceReader.File(file.Name, file.Type, file.Hash, file.Content))];
        return await KeepAsync(incident, turn, files, [], waiting[0].Words, waiting[0], cancellationToken);
    }

    private async Task<Reply> KeepAsync(
        Incident incident,
        Turn turn,
        IReadOnlyList<EvidenceReader.File> files,
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

/// <summary>Fetches what was sent, and says of each file why it cannot be kept.</summary>
internal sealed class EvidenceReader(SentFiles sent, IOptions<IncidentOptions> options, TimeProvider clock)
{
    public sealed record File(string Name, string Type, string Hash, byte[] Content);

    /// <summary>Said where a checklist holds as much as it may.</summary>
    public string Full =>
        $"1つのチェックリストに記録できるのは{options.Value.EvidencePerIncident}個、{options.Value.EvidencePerIncidentMegabytes}MBまでです。";

    /// <param name="room">How much more may be kept, in files and in bytes.</param>
    public async Task<(IReadOnlyList<File> Files, IReadOnlyList<string> Refused)> ReadAsync(
        Turn turn,
        (int Files, long Bytes) room,
        CancellationToken cancellationToken
    )
    {
        List<File> files = [];
        List<string> refused = [];
        foreach (var (place, one) in turn.Files.Take(SentFile.Most).Index())
        {
            var called = one.Name.Length > 0 ? one.Name : $"{place + 1}枚目の画像";
            var fetched = await sent.FetchAsync(one, options.Value.EvidenceBytes, cancellationToken);
            if (fetched.Content is not { } content)
                refused.Add($"{called}：{fetched.Refusal}");
            else if (EvidenceType.Of(one.Name, content) is not var (type, ending))
                refused.Add($"{called}：{EvidenceType.Allowed}");
            else if (files.Count >= room.Files || files.Sum(file => (long)file.Content.Length) + content.Length > room.Bytes)
                refused.Add($"{called}：{Full}");
            else
                files.Add(new File(NameOf(one.Name, place, ending), type, Convert.ToHexStringLower(SHA256.HashData(content)), content));
        }
        if (turn.Files.Count > SentFile.Most)
            refused.Add($"一度に{SentFile.Most}個までです。残りはもう一度送ってください。");
        return (files, refused);
    }

    private string NameOf(string name, int place, string ending)
    {
        var file = Path.GetFileName(name);
        return file.Length is > 0 and <= 200
            ? file
            : $"画像_{clock.GetLocalNow().ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture)}_{place + 1}.{ending}";
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

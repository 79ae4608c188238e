using System.Globalization;
using System.Security.Cryptography;
using GuidelineBot.Cards;
using GuidelineBot.Turns;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Incidents;

/// <summary>A picture or file was sent where a checklist runs: it is kept with it, or it is said at once why not.</summary>
internal sealed class KeepEvidence(IncidentMeant meant, IncidentDesk desk, IncidentViews views, EvidenceReader reader) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Situation.Incident is null)
            return new Reply.Say("ご質問は文でお書きください。「ヘルプ」と入力すると、できることをご覧いただけます。");
        var (incident, instead) = await meant.OfAsync(turn, cancellationToken);
        if (incident is null)
            // The answer to the question which is meant could not bring the file along.
            return instead is Reply.Show
                ? new Reply.Say("進行中のチェックリストがいくつかあります。先に「炎上の件」のように入力してから、もう一度送ってください。")
                : instead!;
        var (files, refused) = await reader.ReadAsync(turn, cancellationToken);
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

/// <summary>Fetches what was sent, and says of each file why it cannot be kept.</summary>
internal sealed class EvidenceReader(SentFiles sent, IOptions<IncidentOptions> options, TimeProvider clock)
{
    public sealed record File(string Name, string Type, string Hash, byte[] Content);

    public async Task<(IReadOnlyList<File> Files, IReadOnlyList<string> Refused)> ReadAsync(Turn turn, CancellationToken cancellationToken)
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

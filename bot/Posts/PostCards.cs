using GuidelineBot.Accounts;
using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Posts;

/// <summary>Drafts, looked over and made into cards. Nothing of a draft is kept here or written to the log.</summary>
internal sealed class PostCards(LiveKnowledge knowledge, IDbContextFactory<Database> databases, TimeProvider clock)
{
    private const int LongestExcerpt = 30;

    /// <param name="text">What is in the form already; empty for none.</param>
    public PostCheckCard.Model Form(string text = "", string service = "", bool isProfile = false, string? error = null) =>
        new(text, service, isProfile, [.. knowledge.Current.Services.Services.Select(known => known.Name)], Error: error);

    /// <summary>What was sent from the form, looked over; the form again where there is nothing to look over.</summary>
    /// <param name="mend">Puts right first what is mechanical.</param>
    public async Task<PostCheckCard.Model> CheckAsync(PostCheckCard.Write sent, bool mend, CancellationToken cancellationToken)
    {
        var draft = Read(sent);
        var form = Form(draft.Text, draft.Service, draft.IsProfile);
        if (Fault(draft.Text) is { } fault)
            return form with { Error = fault };
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        draft = draft with
        {
            OwnAddresses = await AccountFinder.AddressesAsync(database, cancellationToken),
            Today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
        };
        var report = knowledge.Current.Drafts.Check(draft);
        var told = "";
        // What a client sends is its word only.
        var before = sent.Before?.Where(found => knowledge.Current.Drafts.Rules.Any(rule => rule.Title == found.Key)).ToDictionary();
        if (mend)
        {
            before = Counts(report);
            told = report.Mended is null ? "自動で直せるところはありませんでした。" : "直せるところを直しました。";
            report = report.Mended is { } mended ? knowledge.Current.Drafts.Check(draft with { Text = mended }) : report;
        }
        if (before is not null)
            told += Progress(before, Counts(report));
        if (report.Skipped.Count > 0)
            told +=
                $"{string.Concat(report.Skipped.Select(rule => $"「{rule.Title}」"))}は、時間内に確かめられませんでした。目で確かめてください。";
        return form with { Text = report.Draft.Text, Found = Found(report), Told = told.Length == 0 ? null : told };
    }

    /// <summary>What comes next may be the next version of the post, or ask about the clause behind what was found.</summary>
    public void Remember(Turn turn, PostCheckCard.Model model)
    {
        var now = clock.GetUtcNow();
        turn.Memory.Post = new(model.Found is null ? PostTalk.Awaited : PostTalk.Checked, now) { Found = PostCheckCard.CountsOf(model) };
        var clauses = model.Found?.Clauses.Select(shown => knowledge.Current.Guidelines[0].Clauses.FirstOrDefault(one => one.Label == shown.Label));
        turn.Outcome.Clauses = [.. clauses?.OfType<Clause>().Select(clause => clause.Id.ToString()) ?? []];
        if (turn.Outcome.Clauses is [var first, ..])
            turn.Memory.Topic = new(first, "投稿チェック", now);
    }

    private static Dictionary<string, int> Counts(DraftReport report) =>
        report.Findings.CountBy(finding => finding.Rule.Title).ToDictionary();

    /// <summary>What became of the findings of before.</summary>
    private static string Progress(Dictionary<string, int> before, Dictionary<string, int> now)
    {
        var left = now.Sum(found => Math.Min(found.Value, before.GetValueOrDefault(found.Key)));
        return string.Concat(
            Beyond(before, now) is { Length: > 0 } settled ? $"直ったところ：{settled}。" : "",
            left > 0 ? $"残っているところ：{left}件。"
                : before.Count > 0 ? "前に見つかったところは残っていません。"
                : "",
            Beyond(now, before) is { Length: > 0 } fresh ? $"新しく見つかったところ：{fresh}。" : ""
        );
    }

    /// <summary>What was found more often than among the others.</summary>
    private static string Beyond(Dictionary<string, int> found, Dictionary<string, int> others) =>
        string.Join(
            "、",
            from one in found
            let more = one.Value - others.GetValueOrDefault(one.Key)
            where more > 0
            select more > 1 ? $"{one.Key} {more}件" : one.Key
        );

    public Draft Read(PostCheckCard.Write sent) =>
        new(
            (sent.Text ?? "").Trim(),
            knowledge.Current.Services.Named(sent.Service ?? "")?.Name ?? "",
            sent.Kind == PostCheckCard.ProfileKind
        );

    public static string? Fault(string text) =>
        text.Length switch
        {
            0 => "投稿の文が空です。確認する文を貼ってください。",
            > PostCheckCard.LongestText =>
                $"投稿の文が{text.Length}文字あります。{PostCheckCard.LongestText}文字以内に分けて確認してください。",
            _ => null,
        };

    private PostCheckCard.Outcome Found(DraftReport report)
    {
        var text = report.Draft.Text;
        var numbers = report
            .Findings.Where(finding => finding.Length > 0)
            .Select((finding, place) => (finding, place))
            .ToDictionary(pair => pair.finding, pair => pair.place + 1);
        return new PostCheckCard.Outcome(
            Runs(text, numbers),
            [
                .. report.Findings.Select(finding => new PostCheckCard.Finding(
                    numbers.GetValueOrDefault(finding),
                    finding.Rule.Title,
                    finding.Rule.IsHint,
                    finding.Note + finding.Rule.Why,
                    Source(finding.Rule),
                    Excerpt(finding.In(text)),
                    finding.Instead
                )),
            ],
            [
                .. report
                    .Findings.Select(finding => finding.Rule.Clause)
                    .OfType<ClauseId>()
                    .Distinct()
                    .Select(knowledge.Current.Find)
                    .OfType<Clause>()
                    .Select(clause => new PostCheckCard.Clause(
                        clause.Label,
                        ClauseQuote.Paragraphs(knowledge.Current.GuidelineOf(clause.Id)!, clause)
                    )),
            ],
            report.Mended is not null,
            report.Draft.IsForX ? $"{XLength.Of(text)} / {XLength.Limit}" : ""
        );
    }

    private string Source(DraftRule rule) =>
        rule.Clause is { } id && knowledge.Current.Find(id) is { } clause ? clause.Label : "実務の目安";

    private static string Excerpt(string found) => Plain.Cut(found.ReplaceLineEndings(" "), LongestExcerpt);

    /// <summary>Each character belongs to the shortest finding around it.</summary>
    private static List<PostCheckCard.Run> Runs(string text, Dictionary<DraftFinding, int> numbers)
    {
        var owners = new int[text.Length];
        foreach (var (finding, number) in numbers.OrderByDescending(pair => pair.Key.Length))
            Array.Fill(owners, number, finding.Start, finding.Length);
        var runs = new List<PostCheckCard.Run>();
        for (var start = 0; start < text.Length; )
        {
            var end = start + 1;
            while (end < text.Length && owners[end] == owners[start])
                end++;
            runs.Add(new PostCheckCard.Run(text[start..end], owners[start]));
            start = end;
        }
        return runs;
    }
}

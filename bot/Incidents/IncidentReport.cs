using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using GuidelineBot.WordDocuments;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>An incident as a report, with its 経過 as a table: .docx for the file, Markdown for everything else.</summary>
internal sealed class IncidentReport(IDbContextFactory<Database> databases, IncidentViews views, TimeProvider clock) : IDownloads
{
    public const string Word = "docx";
    public const string Markdown = "md";

    /// <summary>After the id of a piece of evidence.</summary>
    public const string File = "file";

    private static readonly string[] StepHead = ["手順", "根拠", "期限と結果", "記録"];
    private static readonly string[] EventHead = ["番号", "起きた日時", "だれが", "何を", "内容"];
    private static readonly string[] FileHead = ["番号", "名前と種類", "だれが、いつ", "SHA-256"];

    public string Source => IncidentDesk.Topic;

    /// <param name="about">The incident's id, a slash and <see cref="Word"/> or <see cref="Markdown"/>.</param>
    public async Task<Download?> WriteAsync(string about, CancellationToken cancellationToken)
    {
        if (about.Split('/') is not [var id, Word or Markdown or File] || !Guid.TryParse(id, out var key))
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (about.EndsWith(File, StringComparison.Ordinal))
            return
                await database.IncidentEvidence.AsNoTracking().SingleOrDefaultAsync(file => file.Id == key, cancellationToken) is { } kept
                ? new Download(kept.Name, kept.Type, kept.Content)
                : null;
        var incident = await database
            .Incidents.AsNoTracking()
            .AsSplitQuery()
            .Include(incident => incident.Steps.OrderBy(step => step.Place))
            .Include(incident => incident.Members)
            .Include(incident => incident.Events.OrderBy(happened => happened.HappenedAt).ThenBy(happened => happened.Number))
            .Include(incident => incident.Evidence.OrderBy(file => file.Number))
            .Include(incident => incident.FollowUps.OrderBy(change => change.Due))
            .SingleOrDefaultAsync(incident => incident.Id == key, cancellationToken);
        if (incident is null)
            return null;
        var name = $"{(incident.IsDrill ? "訓練_" : "")}{incident.Title}_報告書_{views.Local(incident.OpenedAt):yyyyMMdd}";
        return about.EndsWith(Word, StringComparison.Ordinal)
            ? new Download($"{name}.docx", Download.WordType, WordFile.Write(TitleOf(incident), Elements(incident), Pictures(incident)))
            : new Download($"{name}.md", "text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(Text(incident)));
    }

    private static string TitleOf(Incident incident) => $"{(incident.IsDrill ? "【訓練】" : "")}{incident.Title}の対応報告書";

    private List<OpenXmlElement> Elements(Incident incident)
    {
        List<OpenXmlElement> body =
        [
            WordText.Paragraph("Title", TitleOf(incident)),
            WordText.Paragraph("Right", MadeOn),
            WordTable.Of([25, 75], [], Facts(incident)),
        ];
        Part("所要時間", WordTable.Of([40, 60], [], Figures(incident)));
        if (views.ScoreOf(incident) is { } score)
            Part("訓練の採点", WordTable.Of([40, 60], [], Score(score)));
        Part("手順", WordTable.Of([27, 14, 28, 31], StepHead, Steps(incident)));
        Part("経過", WordTable.Of([9, 19, 14, 26, 32], EventHead, Events(incident)));
        if (incident.Evidence.Count > 0)
            Part("証拠", WordTable.Of([9, 30, 25, 36], FileHead, Files(incident)));
        if (incident.ReviewWhat.Length > 0)
            Part("振り返り", WordTable.Of([25, 75], [], Review(incident)));
        Part("ガイドラインの定め", WordTable.Of([25, 75], [], Clauses(incident)));
        return body;

        void Part(string heading, OpenXmlElement table)
        {
            body.Add(WordText.Paragraph("Heading1", heading));
            body.Add(table);
        }
    }

    private static IReadOnlyList<WordPicture> Pictures(Incident incident) =>
        [
            .. incident
                .Evidence.Where(file => WordPicture.CanShow(file.Type))
                .Select(file => new WordPicture(file.Content, file.Type, $"証拠{file.Number}　{file.Name}")),
        ];

    private string Text(Incident incident)
    {
        List<string> lines = [$"# {TitleOf(incident)}", "", MadeOn, "", .. Items(Facts(incident))];
        Part("所要時間", Items(Figures(incident)));
        if (views.ScoreOf(incident) is { } score)
            Part("訓練の採点", Items(Score(score)));
        Part("手順", Table(StepHead, Steps(incident)));
        Part("経過", Table(EventHead, Events(incident)));
        if (incident.Evidence.Count > 0)
            Part("証拠", Table(FileHead, Files(incident)));
        if (incident.ReviewWhat.Length > 0)
            Part("振り返り", Items(Review(incident)));
        Part("ガイドラインの定め", Items(Clauses(incident)));
        return string.Join('\n', lines) + "\n";

        void Part(string heading, IEnumerable<string> rows) => lines.AddRange(["", $"## {heading}", "", .. rows]);

        static IEnumerable<string> Items(IEnumerable<string[]> rows) => rows.Select(row => $"- {row[0]}：{OneLine(row[1])}");

        static IEnumerable<string> Table(string[] head, IEnumerable<string[]> rows) =>
            [Row(head), $"|{string.Concat(head.Select(_ => "---|"))}", .. rows.Select(row => Row(row.Select(OneLine)))];

        static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
    }

    private string MadeOn => $"作成：{Wareki.Minute(clock.GetLocalNow())}　ガイドラインボット";

    private IEnumerable<string[]> Facts(Incident incident) =>
        [
            ["区分", incident.IsDrill ? "訓練" : "本番"],
            ["アカウント", IncidentWords.AccountOf(incident)],
            ["所属", Or(incident.Section, "未確認")],
            ["見たこと", Or(incident.Seen, "記録がありません")],
            ["場所（URL）", Or(incident.Url, "記録がありません")],
            ["発生", Wareki.Minute(views.Local(incident.Since))],
            ["作成者", incident.OpenedByName],
            ["対応の開始", $"{Wareki.Minute(views.Local(incident.OpenedAt))}（{incident.OpenedByName}）"],
            ["終了", incident.ClosedAt is { } closed ? $"{Wareki.Minute(views.Local(closed))}\n{incident.CloseReason}" : "対応中"],
            [
                "体制",
                Or(
                    string.Join(
                        "、",
                        incident
                            .Members.Where(member => member.Role != StepRole.Everyone)
                            .OrderBy(member => member.Role)
                            .Select(member => $"{IncidentWords.Of(member.Role)} {member.Name}")
                    ),
                    "決めていません"
                ),
            ],
        ];

    /// <summary>A cell that is empty leaves open whether something is missing.</summary>
    private static string Or(string text, string otherwise) => text.Length == 0 ? otherwise : text;

    /// <summary>How long it took, from when it began: to the first act, the first word to the public, the correction, the quiet.</summary>
    private IEnumerable<string[]> Figures(Incident incident)
    {
        yield return ["発生から対応の開始まで", Took(incident.OpenedAt)];
        foreach (var step in incident.Steps.OrderBy(step => step.SettledAt))
            if (
                views.TextOf(incident, step.Step)?.Milestone is { Length: > 0 } milestone
                && step is { State: StepState.Done, SettledAt: { } at }
            )
                yield return [$"発生から{milestone}まで", $"{Took(at)}（{step.Title}）"];
        yield return ["発生から落ち着くまで", incident.QuietAt is { } quiet ? Took(quiet) : "記録がありません"];
        var timed = incident.Steps.FindAll(step => step is { State: StepState.Done, SettledAt: not null });
        yield return
        [
            "期限までに済んだ手順",
            $"{timed.Count(step => step.SettledAt <= step.DueAt)}件（時刻の分かる{timed.Count}件のうち）",
        ];

        string Took(DateTimeOffset until) =>
            until <= incident.Since ? "0分" : $"{IncidentWords.Of(until - incident.Since)}（{Minute(until)}）";
    }

    private IEnumerable<string[]> Score(DrillScore score) =>
        [
            ["シナリオ", score.Title],
            ["結果", score.Sentence],
            .. score.Steps.Select(step =>
                new[]
                {
                    step.Title,
                    $"{DrillScore.Word(step.Became)}{(step.At is { } at ? $"（{Minute(at)}、期限 {Minute(step.DueAt)}）" : "")}",
                }
            ),
        ];

    private IEnumerable<string[]> Steps(Incident incident) =>
        incident.Steps.Select(step =>
            new[]
            {
                $"{step.Place + 1}　{step.Title}",
                views.TextOf(incident, step.Step)?.Clause is { } clause && views.Quote(clause) is var (label, _) ? label : "実務の目安",
                $"{Minute(step.DueAt)}まで\n{IncidentWords.Of(step.State)}{(step.SettledAt is { } at ? $" {Minute(at)}" : "")}",
                step.State == StepState.Open ? "" : $"{step.SettledByName}\n{step.Note}",
            }
        );

    private IEnumerable<string[]> Events(Incident incident) =>
        incident.Events.Select(happened =>
            new[]
            {
                $"{happened.Number}",
                happened.At - happened.HappenedAt < TimeSpan.FromMinutes(2)
                    ? Minute(happened.HappenedAt)
                    : $"{Minute(happened.HappenedAt)}\n（{Written(happened)}に記録）",
                happened.ByName,
                $"{IncidentWords.Of(happened)}{(happened is { Corrects: { } corrected, Kind: not IncidentEventKind.Retracted } ? $"（{corrected}の訂正）" : "")}",
                happened.Link.Length > 0 ? $"{IncidentWords.NoteOf(happened)}\n{happened.Link}" : IncidentWords.NoteOf(happened),
            }
        );

    private IEnumerable<string[]> Files(Incident incident) =>
        incident.Evidence.Select(file =>
        {
            var told = incident.Events.Find(happened => happened.Number == file.Number);
            var proves = incident.Steps.Find(step => step.Step == file.Step) is { } step ? $"\n{step.Title}" : "";
            return new[] { $"{file.Number}", $"{file.Name}\n{file.Type}{proves}", $"{told?.ByName}\n{Minute(file.At)}", file.Hash };
        });

    private static IEnumerable<string[]> Review(Incident incident) =>
        [
            ["何があったか", incident.ReviewWhat],
            ["なぜ起きたか", incident.ReviewWhy],
            .. incident.FollowUps.Select(change =>
                new[] { change.DoneAt is null ? "再発防止" : "再発防止（済）", IncidentWords.Of(change) }
            ),
        ];

    /// <summary>What the guideline says to the steps, word for word, each clause once.</summary>
    private IEnumerable<string[]> Clauses(Incident incident) =>
        from step in incident.Steps
        let clause = views.TextOf(incident, step.Step)?.Clause
        where clause is not null
        group $"{step.Place + 1}" by clause.Value into steps
        let quoted = views.Quote(steps.Key)
        where quoted is not null
        select new[] { $"{quoted.Value.Label}\n手順{string.Join("、", steps)}", quoted.Value.Text };

    /// <summary>On the same day its time is enough, and fits the column.</summary>
    private string Written(IncidentEvent happened) =>
        views.Local(happened.At).Date == views.Local(happened.HappenedAt).Date
            ? views.Local(happened.At).ToString("HH:mm", CultureInfo.InvariantCulture)
            : Minute(happened.At);

    /// <summary>Without the year, which stands at the top: the columns are narrow.</summary>
    private string Minute(DateTimeOffset at) =>
        views.Local(at) is var local ? string.Create(CultureInfo.InvariantCulture, $"{local.Month}月{local.Day}日 {local:HH:mm}") : "";

    /// <summary>What people typed makes no Markdown of its own.</summary>
    private static string OneLine(string text) =>
        string.Concat(
            WordText.OneLine(text).Select(sign => "\\`*_{}[]<>()#|!~".Contains(sign, StringComparison.Ordinal) ? $"\\{sign}" : $"{sign}")
        );
}

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
internal sealed class IncidentReport(IDbContextFactory<Database> databases, IncidentViews views) : IDownloads
{
    public const string Word = "docx";
    public const string Markdown = "md";

    private static readonly string[] StepHead = ["手順", "根拠", "結果", "記録"];
    private static readonly string[] EventHead = ["番号", "日時", "だれが", "何を", "内容"];

    public string Source => IncidentDesk.Topic;

    /// <param name="about">The incident's id, a slash and <see cref="Word"/> or <see cref="Markdown"/>.</param>
    public async Task<Download?> WriteAsync(string about, CancellationToken cancellationToken)
    {
        if (about.Split('/') is not [var id, Word or Markdown] || !Guid.TryParse(id, out var key))
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var incident = await database
            .Incidents.AsNoTracking()
            .AsSplitQuery()
            .Include(incident => incident.Steps.OrderBy(step => step.Place))
            .Include(incident => incident.Members)
            .Include(incident => incident.Events.OrderBy(happened => happened.Number))
            .SingleOrDefaultAsync(incident => incident.Id == key, cancellationToken);
        if (incident is null)
            return null;
        var name = $"{(incident.IsDrill ? "訓練_" : "")}{incident.Title}_報告書_{views.Local(incident.OpenedAt):yyyyMMdd}";
        return about.EndsWith(Word, StringComparison.Ordinal)
            ? new Download($"{name}.docx", Download.WordType, WordFile.Write(TitleOf(incident), Elements(incident)))
            : new Download($"{name}.md", "text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(Text(incident)));
    }

    private static string TitleOf(Incident incident) => $"{(incident.IsDrill ? "【訓練】" : "")}{incident.Title}の対応報告書";

    private List<OpenXmlElement> Elements(Incident incident)
    {
        List<OpenXmlElement> body = [WordText.Paragraph("Title", TitleOf(incident)), WordTable.Of([25, 75], [], Facts(incident))];
        Part("手順", WordTable.Of([32, 16, 12, 40], StepHead, Steps(incident)));
        Part("経過", WordTable.Of([7, 21, 15, 29, 28], EventHead, Events(incident)));
        if (incident.ReviewWhat.Length > 0)
            Part("振り返り", WordTable.Of([25, 75], [], Review(incident)));
        return body;

        void Part(string heading, OpenXmlElement table)
        {
            body.Add(WordText.Paragraph("Heading1", heading));
            body.Add(table);
        }
    }

    private string Text(Incident incident)
    {
        List<string> lines =
        [
            $"# {TitleOf(incident)}",
            "",
            .. Items(Facts(incident)),
            "",
            "## 手順",
            "",
            .. Table(StepHead, Steps(incident)),
            "",
            "## 経過",
            "",
            .. Table(EventHead, Events(incident)),
        ];
        if (incident.ReviewWhat.Length > 0)
            lines.AddRange(["", "## 振り返り", "", .. Items(Review(incident))]);
        return string.Join('\n', lines) + "\n";

        static IEnumerable<string> Items(IEnumerable<string[]> rows) => rows.Select(row => $"- {row[0]}：{OneLine(row[1])}");

        static IEnumerable<string> Table(string[] head, IEnumerable<string[]> rows) =>
            [Row(head), $"|{string.Concat(head.Select(_ => "---|"))}", .. rows.Select(row => Row(row.Select(OneLine)))];

        static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
    }

    private IEnumerable<string[]> Facts(Incident incident) =>
        [
            ["区分", incident.IsDrill ? "訓練" : "本番"],
            ["アカウント", IncidentWords.AccountOf(incident)],
            ["所属", incident.Section],
            ["見たこと", incident.Seen],
            ["場所（URL）", incident.Url],
            ["発生", Wareki.Minute(views.Local(incident.Since))],
            ["対応の開始", $"{Wareki.Minute(views.Local(incident.OpenedAt))}（{incident.OpenedByName}）"],
            ["終了", incident.ClosedAt is { } closed ? $"{Wareki.Minute(views.Local(closed))}\n{incident.CloseReason}" : "対応中"],
            [
                "体制",
                string.Join(
                    "、",
                    incident
                        .Members.Where(member => member.Role != StepRole.Everyone)
                        .OrderBy(member => member.Role)
                        .Select(member => $"{IncidentWords.Of(member.Role)} {member.Name}")
                ),
            ],
        ];

    private IEnumerable<string[]> Steps(Incident incident) =>
        incident.Steps.Select(step =>
            new[]
            {
                step.Title,
                views.TextOf(incident, step.Step)?.Clause is { } clause && views.Quote(clause) is var (label, _) ? label : "実務の目安",
                IncidentWords.Of(step.State),
                step.SettledAt is { } at ? $"{Minute(at)} {step.SettledByName}\n{step.Note}" : "",
            }
        );

    private IEnumerable<string[]> Events(Incident incident) =>
        incident.Events.Select(happened =>
            new[]
            {
                $"{happened.Number}",
                Minute(happened.At),
                happened.ByName,
                $"{IncidentWords.Of(happened)}{(happened.Corrects is { } corrected ? $"（{corrected}の訂正）" : "")}",
                IncidentWords.NoteOf(happened),
            }
        );

    private static IEnumerable<string[]> Review(Incident incident) =>
        [
            ["何があったか", incident.ReviewWhat],
            ["なぜ起きたか", incident.ReviewWhy],
            ["これから変えること", incident.ReviewChange],
            ["進める人", incident.ReviewOwner],
            ["いつまでに", incident.ReviewDue is { } due ? Wareki.Day(due) : ""],
        ];

    /// <summary>Without the year, which stands at the top: the columns are narrow.</summary>
    private string Minute(DateTimeOffset at) =>
        views.Local(at) is var local ? string.Create(CultureInfo.InvariantCulture, $"{local.Month}月{local.Day}日 {local:HH:mm}") : "";

    /// <summary>What people typed makes no Markdown of its own.</summary>
    private static string OneLine(string text) =>
        string.Concat(
            WordText.OneLine(text).Select(sign => "\\`*_{}[]<>()#|!~".Contains(sign, StringComparison.Ordinal) ? $"\\{sign}" : $"{sign}")
        );
}

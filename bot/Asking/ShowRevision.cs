using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Reading;
using GuidelineBot.Knowledge.Revisions;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>What the next revision of the guideline changes, or what the last one did.</summary>
internal sealed class ShowRevision(LiveKnowledge knowledge) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var versions = knowledge.Versions;
        if (versions.Count < 2)
            return Task.FromResult<Reply>(
                new Reply.Say($"比べられる前の本文はありません。今のガイドラインは{Revision(knowledge.Current.Own)}です。")
            );

        var coming = Enumerable
            .Range(1, versions.Count - 1)
            .FirstOrDefault(place => versions[place].From > knowledge.Today, versions.Count - 1);
        var page = turn.Press is null ? new RevisionCard.Page(coming, 0) : turn.Read<RevisionCard.Page>();
        var which = Math.Clamp(page.Revision, 1, versions.Count - 1);
        var (before, after) = (versions[which - 1], versions[which]);
        var changes = knowledge.Compare(before, after);
        var number = Math.Clamp(page.Number, 0, Math.Max(0, (changes.Count - 1) / RevisionCard.PageLength));
        var model = new RevisionCard.Model(
            $"{Revision(Read(before))}から{Revision(Read(after))}へ",
            after.From is { } from ? $"{Wareki.Day(from)}から" : "今の本文",
            new RevisionCard.Page(which, number),
            [
                .. changes
                    .Skip(number * RevisionCard.PageLength)
                    .Take(RevisionCard.PageLength)
                    .Select(change => new RevisionCard.Change(
                        change.Label,
                        Word(change),
                        change.Kind == ChangeKind.Moved ? "" : OneLine(change.Before),
                        OneLine(change.After),
                        turn.From.Is(Roles.Reviewer) ? change.PointedAtBy : []
                    )),
            ],
            changes.Count,
            which > 1,
            which < versions.Count - 1
        );
        var card = RevisionCard.Render(model);
        return Task.FromResult<Reply>(
            turn.Press is null ? new Reply.Show(card, $"{model.Title}　変わった条文は{model.Total}件です。") : new Reply.View(card)
        );
    }

    private static Guideline Read(GuidelineVersion version) => GuidelineReader.ReadFile(version.File).Guideline;

    private static string Revision(Guideline guideline) => guideline.Revision.Length == 0 ? guideline.Name : guideline.Revision;

    private static string OneLine(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Word(ClauseChange change) =>
        change.Kind switch
        {
            ChangeKind.Added => "追加",
            ChangeKind.Changed => "変更",
            ChangeKind.Moved => $"移動（{change.Was?.Path} から）",
            _ => "削除",
        };
}

using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Revisions;

/// <summary>What a revision did to a clause.</summary>
/// <param name="Id">In the new text; of a removed clause, in the old one.</param>
/// <param name="Was">Where the same words stood before, if elsewhere.</param>
/// <param name="PointedAtBy">Example questions, steps and form fields that name the clause, as <c>file: what</c>: they may have to follow.</param>
public sealed record ClauseChange(
    ClauseId Id,
    string Label,
    ChangeKind Kind,
    string Before,
    string After,
    ClauseId? Was,
    IReadOnlyList<string> PointedAtBy
);

public enum ChangeKind
{
    Added,
    Changed,
    Moved,
    Removed,
}

/// <summary>Compares two texts of the guideline, clause by clause, and says what in the knowledge folder points at what changed.</summary>
public static class GuidelineDiff
{
    /// <param name="folder">The knowledge folder whose pointers are looked at.</param>
    /// <exception cref="InvalidDataException">One of the texts is no guideline; the message says which.</exception>
    public static IReadOnlyList<ClauseChange> Compare(string oldFile, string newFile, string folder)
    {
        var (before, after) = (Read(oldFile), Read(newFile));
        var pointers = Pointers(KnowledgeText.Read(folder, DateOnly.MaxValue, []));
        var (old, now) = (before.Clauses.ToDictionary(clause => clause.Id.Path), after.Clauses.ToDictionary(clause => clause.Id.Path));
        // The same words under a new number: a clause that was put in above moves all that follow.
        var movedFrom = now
            .Values.Where(clause =>
                Words(clause).Length > 0 && !(old.TryGetValue(clause.Id.Path, out var same) && Words(same) == Words(clause))
            )
            .Select(clause =>
                (
                    clause.Id.Path,
                    From: old.Values.FirstOrDefault(known =>
                        Words(known) == Words(clause) && !(now.TryGetValue(known.Id.Path, out var still) && Words(still) == Words(known))
                    )?.Id
                )
            )
            .Where(pair => pair.From is not null)
            .ToDictionary(pair => pair.Path, pair => pair.From!.Value);
        var gone = movedFrom.Values.Select(id => id.Path).ToHashSet();
        return
        [
            .. after.Clauses.Select(clause => Change(clause, old.GetValueOrDefault(clause.Id.Path), movedFrom)).OfType<ClauseChange>(),
            .. before
                .Clauses.Where(clause => !now.ContainsKey(clause.Id.Path) && !gone.Contains(clause.Id.Path))
                .Select(clause => new ClauseChange(clause.Id, clause.Label, ChangeKind.Removed, clause.Text, "", null, Of(clause.Id.Path))),
        ];

        ClauseChange? Change(Clause clause, Clause? before, Dictionary<string, ClauseId> moved)
        {
            if (moved.TryGetValue(clause.Id.Path, out var from))
                return new ClauseChange(clause.Id, clause.Label, ChangeKind.Moved, old[from.Path].Text, clause.Text, from, Of(from.Path));
            if (before is null || gone.Contains(before.Id.Path))
                return new ClauseChange(clause.Id, clause.Label, ChangeKind.Added, "", clause.Text, null, []);
            return Words(before) == Words(clause)
                ? null
                : new ClauseChange(clause.Id, clause.Label, ChangeKind.Changed, before.Text, clause.Text, null, Of(clause.Id.Path));
        }

        IReadOnlyList<string> Of(string path) =>
            [
                .. pointers[path]
                    .GroupBy(pointer => pointer)
                    .Select(group => group.Count() == 1 ? group.Key : $"{group.Key}（{group.Count()}件）"),
            ];
    }

    private static Guideline Read(string file)
    {
        var read = GuidelineReader.ReadFile(file);
        return read.IsUsable
            ? read.Guideline
            : throw new InvalidDataException(
                $"{file} をガイドラインとして読み取れません。{read.Findings.FirstOrDefault(finding => finding.IsError)?.Message}"
            );
    }

    /// <summary>Without the mark in front, and without spaces, which differ from one publication to the next.</summary>
    private static string Words(Clause clause)
    {
        var text = string.Concat(clause.Text.Where(sign => !char.IsWhiteSpace(sign))).TrimStart('-', '・');
        var mark = clause.Label.Length == 0 ? -1 : text.IndexOf(clause.Label[^1], StringComparison.Ordinal);
        return mark is >= 0 and < 3 ? text[(mark + 1)..] : text;
    }

    private static ILookup<string, string> Pointers(KnowledgeText text) =>
        text
            .Questions.SelectMany(example => example.Labels.Select(label => (Clause: label, What: $"{example.File}: 例文")))
            .Concat(
                text.Forms.SelectMany(form =>
                    form.Clauses.Select(clause => (clause.ToString(), $"notices: {form.Title}"))
                        .Concat(
                            form.Fields.Where(field => field.Clause is not null)
                                .Select(field => (field.Clause!.Value.ToString(), $"notices: {form.Title}の「{field.Label}」"))
                        )
                )
            )
            .Concat(
                text.Checklists.SelectMany(checklist =>
                    checklist
                        .Clauses.Select(clause => (clause.ToString(), $"checklists: {checklist.Title}"))
                        .Concat(
                            checklist
                                .Steps.Where(step => step.Clause is not null)
                                .Select(step => (step.Clause!.Value.ToString(), $"checklists: {checklist.Title}の「{step.Title}」"))
                        )
                )
            )
            .Concat(
                text.Procedures.SelectMany(procedure =>
                    procedure
                        .Clauses.Select(clause => (clause.ToString(), $"procedures: {procedure.Title}"))
                        .Concat(
                            procedure
                                .Steps.Where(step => step.Clause is not null)
                                .Select(step => (step.Clause!.Value.ToString(), $"procedures: {procedure.Title}の「{step.Title}」"))
                        )
                )
            )
            .Concat(
                text.DraftRules.Where(rule => rule.Clause is not null)
                    .Select(rule => (rule.Clause!.Value.ToString(), $"draft-rules: {rule.Title}"))
            )
            .Concat(text.Offices.Reasons.Values.Select(clause => (clause.ToString(), $"{KnowledgeFiles.Offices}: ボットが促すことの根拠")))
            .ToLookup(pointer => pointer.Item1, pointer => pointer.Item2);
}

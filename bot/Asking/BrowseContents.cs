using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Someone leafs through the guideline: contents → section → clause.</summary>
internal sealed class BrowseContents(LiveKnowledge knowledge, AnswerCards cards) : ITurnHandler
{
    /// <summary>The contents of a guideline other than the city's own are opened by its key and this.</summary>
    private const string WholeGuideline = ":";

    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Press is null)
            return Task.FromResult<Reply>(new Reply.Show(ContentsCard.Render(Top()), $"目次: {knowledge.Current.Own.Name}"));

        var open = turn.Read<ContentsCard.OpenSection>();
        var model = open.Id is null ? Top() : Guideline(open.Id) ?? Section(open.Id) ?? Top();
        return Task.FromResult<Reply>(new Reply.View(ContentsCard.Render(model with { Page = open.Page })));
    }

    private ContentsCard.Model Top() =>
        knowledge.Current.Guidelines is [var only]
            ? Sections(null, only)
            : new(
                null,
                null,
                null,
                [
                    .. knowledge.Current.Guidelines.Select(guideline => new ContentsCard.Branch(
                        guideline.Key + WholeGuideline,
                        Source(guideline)
                    )),
                ],
                []
            );

    private ContentsCard.Model? Guideline(string id) =>
        id.EndsWith(WholeGuideline, StringComparison.Ordinal)
        && knowledge.Current.Guidelines.FirstOrDefault(guideline => guideline.Key == id[..^1]) is { } guideline
            ? Sections(id, guideline)
            : null;

    private static ContentsCard.Model Sections(string? id, Guideline guideline) =>
        new(
            id,
            null,
            Source(guideline),
            [
                .. guideline
                    .Clauses.Where(clause => clause.Parent is null)
                    .Select(clause => new ContentsCard.Branch(clause.Id.ToString(), Title(clause))),
            ],
            []
        );

    private ContentsCard.Model? Section(string id)
    {
        if (
            !ClauseId.TryParse(id, out var clauseId)
            || knowledge.Current.GuidelineOf(clauseId.Value) is not { } guideline
            || guideline.Find(clauseId.Value) is not { } section
        )
            return null;
        var clauses = guideline.Clauses.Where(clause => guideline.Path(clause.Id)[0].Id == section.Id);
        return new(
            id,
            Title(section),
            Source(guideline),
            [],
            [
                .. clauses
                    .Select(clause =>
                        clause.Id == section.Id ? cards.Link(clause) with { Excerpt = ClauseQuote.Opening(clause) } : cards.Link(clause)
                    )
                    .Where(link => link.Excerpt.Length > 0),
            ]
        );
    }

    private static string Title(Clause clause) => clause.Heading.Length == 0 ? clause.Label : clause.Text.Split('\n')[0].Trim();

    private static string Source(Guideline guideline) =>
        guideline.Revision.Length == 0 ? guideline.Name : $"{guideline.Name}（{guideline.Revision}）";
}

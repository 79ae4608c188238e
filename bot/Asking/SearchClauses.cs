using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Observability;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Asking;

/// <summary>Somebody looks for a clause or a procedure while writing a message. Nothing is logged: what is typed letter by letter is no question yet.</summary>
internal sealed class SearchClauses(
    LiveKnowledge knowledge,
    AnswerCards cards,
    ProcedureCards procedures,
    IDbContextFactory<Database> databases,
    Instruments instruments,
    TimeProvider clock
) : ITurnHandler
{
    /// <summary>Back to here, what staff asked counts as frequent.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    private const int LongestExcerpt = 80;

    /// <summary>One letter is in every title.</summary>
    private const int ShortestTitle = 2;

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var hits =
            turn.Text.Length == 0 ? await UsualAsync(turn, cancellationToken) : Lookup(Plain.Cut(turn.Text, AnswerCard.LongestQuestion));
        return new Reply.Found([.. hits.Skip(turn.Extension!.Skip).Take(turn.Extension.Count).Select(hit => hit())]);
    }

    /// <summary>Procedures first, by their titles or because all that is to be done is asked for. Made into cards only where they are shown.</summary>
    private IReadOnlyList<Func<Hit>> Lookup(string text)
    {
        using var watch = instruments.Search();
        var route = knowledge.Current.Understand(text, Today).Route.Name;
        return
        [
            .. knowledge
                .Current.Procedures.Where(procedure =>
                    route == Procedure.Acts + procedure.Key
                    || text.Length >= ShortestTitle && procedure.Title.Contains(text, StringComparison.Ordinal)
                )
                .Select(Found),
            .. knowledge.Current.Lookup(text).Select(Found),
        ];
    }

    /// <summary>What this person asked last, then what is asked most, the procedures, and all the rest as it stands in the guideline.</summary>
    private async Task<IEnumerable<Func<Hit>>> UsualAsync(Turn turn, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var recent = await database
            .RecentQuestions.Where(question => question.Person == turn.From.Id)
            .OrderByDescending(question => question.At)
            .Select(question => question.Clause)
            .Take(Extension.Usual)
            .ToListAsync(cancellationToken);
        var since = clock.GetUtcNow() - Lately;
        var frequent = await database
            .QuestionLog.Where(entry => entry.AskedAt >= since && entry.Clause != null)
            .GroupBy(entry => entry.Clause)
            .OrderByDescending(asked => asked.Count())
            .Select(asked => asked.Key)
            .Take(Extension.Usual)
            .ToListAsync(cancellationToken);
        var usual = recent
            .Concat(frequent.OfType<ClauseId>())
            .Select(knowledge.Current.Find)
            .OfType<Clause>()
            .DistinctBy(clause => clause.Id)
            .ToList();
        return
        [
            .. usual.Select(Found),
            .. knowledge.Current.Procedures.Select(Found),
            .. knowledge
                .Current.Own.Clauses.Where(clause => clause.Id.Path != "0")
                .ExceptBy(usual.Select(clause => clause.Id), clause => clause.Id)
                .Select(Found),
        ];
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    private Func<Hit> Found(Clause clause) =>
        () =>
            new Hit(
                clause.Label,
                ClauseQuote.Excerpt(clause, LongestExcerpt),
                CitationCard.Render(cards.Open(clause.Id.ToString(), null)!, Today)
            );

    private Func<Hit> Found(Procedure procedure) =>
        () =>
            new Hit(
                procedure.Title,
                Plain.Cut(string.Join("、", procedure.Steps.Select(step => step.Title)), LongestExcerpt),
                CitationCard.RenderProcedure(procedures.Model(procedure, null), Today)
            );
}

using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Observability;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Asking;

/// <summary>Somebody looks for a clause while writing a message. Nothing is logged: what is typed letter by letter is no question yet.</summary>
internal sealed class SearchClauses(
    LiveKnowledge knowledge,
    AnswerCards cards,
    IDbContextFactory<Database> databases,
    Instruments instruments,
    TimeProvider clock
) : ITurnHandler
{
    /// <summary>Back to here, what staff asked counts as frequent.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    private const int LongestExcerpt = 80;

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var clauses =
            turn.Text.Length == 0 ? await UsualAsync(turn, cancellationToken) : Lookup(Plain.Cut(turn.Text, AnswerCard.LongestQuestion));
        return new Reply.Found([.. clauses.Skip(turn.Extension!.Skip).Take(turn.Extension.Count).Select(Hit)]);
    }

    private IReadOnlyList<Clause> Lookup(string text)
    {
        using var watch = instruments.Search();
        return [.. knowledge.Current.Lookup(text)];
    }

    /// <summary>What this person asked last, then what is asked most, then all the rest as it stands in the guideline.</summary>
    private async Task<IEnumerable<Clause>> UsualAsync(Turn turn, CancellationToken cancellationToken)
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
        return recent
            .Concat(frequent.OfType<ClauseId>())
            .Select(knowledge.Current.Find)
            .OfType<Clause>()
            .Concat(knowledge.Current.Own.Clauses.Where(clause => clause.Id.Path != "0"))
            .DistinctBy(clause => clause.Id);
    }

    private Hit Hit(Clause clause) =>
        new(
            clause.Label,
            ClauseQuote.Excerpt(clause, LongestExcerpt),
            CitationCard.Render(cards.Open(clause.Id.ToString(), null)!, DateOnly.FromDateTime(clock.GetLocalNow().DateTime))
        );
}

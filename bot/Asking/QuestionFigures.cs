using GuidelineBot.Insights;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Asking;

/// <summary>What was asked in a month, what was answered, and what did not help.</summary>
internal sealed class QuestionFigures(LiveKnowledge knowledge) : IFigures
{
    private const string Questions = "質問";
    private const string Clauses = "多く示した条文";
    private const string Refused = "ガイドラインに見つからなかった質問";
    private const string Disliked = "「役に立たなかった」とされた条文";

    public IReadOnlyList<string> Parts { get; } = [Questions, Clauses, Refused, Disliked];

    public async Task<IReadOnlyList<Insight>> OfAsync(
        Database database,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        var asked = await database
            .QuestionLog.AsNoTracking()
            .Where(entry => entry.AskedAt >= from && entry.AskedAt < to)
            .ToListAsync(cancellationToken);
        var disliked = await database
            .AnswerFeedback.AsNoTracking()
            .Where(feedback => feedback.At >= from && feedback.At < to && !feedback.Helpful && feedback.Comment == null)
            .ToListAsync(cancellationToken);
        return
        [
            .. Insight.Ranked(Questions, asked.GroupBy(entry => WordOf(entry.Route))),
            .. Insight.Ranked(
                Clauses,
                asked
                    .Where(entry => entry.Clause is not null && entry.Route == Route.Answer.Name)
                    .GroupBy(entry => LabelOf(entry.Clause!.Value))
            ),
            // By likeness: 「駐車場は？」 and 「駐車場はどこ？」 are one.
            .. UnansweredQuestions
                .Grouped([.. asked.Where(entry => entry.Route == Route.None.Name).Select(entry => (entry.Question.Trim(), false))])
                .Select(group => new Insight(Refused, group.Questions[0], group.Count)),
            .. Insight.Ranked(Disliked, disliked.GroupBy(feedback => LabelOf(feedback.Clause))),
        ];
    }

    private static string WordOf(string route) =>
        route switch
        {
            "answer" => "答えを示した",
            _ when route.StartsWith(Procedure.Acts, StringComparison.Ordinal) => "手順を示した",
            "candidates" => "候補を示した",
            "none" => "見つからなかった",
            _ => "そのほか",
        };

    private string LabelOf(ClauseId clause) => knowledge.Current.Find(clause)?.Label ?? clause.ToString();
}

using System.Text.RegularExpressions;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Asking;

/// <summary>What of a clause answers the question: of several sentences or items the one, of a single sentence the words.</summary>
internal static partial class Emphasis
{
    private readonly record struct Passage(int Paragraph, int Start, string Text);

    /// <param name="choose">Says which of the passages answers; null for what it does not know. Then their words decide.</param>
    public static IReadOnlyList<IReadOnlyList<AnswerCard.Run>> In(
        IReadOnlyList<string> paragraphs,
        string? question,
        Func<IReadOnlyList<string>, int?>? choose = null
    )
    {
        if (question is null)
            return [.. paragraphs.Select(paragraph => (IReadOnlyList<AnswerCard.Run>)[new AnswerCard.Run(paragraph)])];
        var passages = Passages(paragraphs);
        if (passages.Count < 2)
            return [.. paragraphs.Select(paragraph => Runs(paragraph, KnowledgeBase.Matches(question, paragraph)))];
        var place = choose?.Invoke(passages.ConvertAll(passage => passage.Text)) ?? ByWords(passages, question);
        return
        [
            .. paragraphs.Select(
                (paragraph, number) =>
                    place is { } chosen && passages[chosen] is var answer && answer.Paragraph == number
                        ? Runs(paragraph, [(answer.Start, answer.Start + answer.Text.Length)])
                        : [new AnswerCard.Run(paragraph)]
            ),
        ];
    }

    /// <summary>How many there are to choose from.</summary>
    public static int Count(IReadOnlyList<string> paragraphs) => Passages(paragraphs).Count;

    /// <summary>Sentences, items of a list and notes. A heading names what all of them are about.</summary>
    private static List<Passage> Passages(IReadOnlyList<string> paragraphs) =>
        [
            .. paragraphs
                .Index()
                .Where(paragraph => paragraph.Index > 0 || paragraphs.Count == 1 || paragraph.Item.EndsWith('。'))
                .SelectMany(paragraph =>
                    Sentence().Matches(paragraph.Item).Select(match => new Passage(paragraph.Index, match.Index, match.Value))
                ),
        ];

    /// <summary>What stands in every sentence tells none from the others; null where none has a word of the question.</summary>
    private static int? ByWords(List<Passage> passages, string question)
    {
        var weights = passages.ConvertAll(passage =>
            KnowledgeBase
                .Matches(question, passage.Text)
                .Select(word => passage.Text[word.Start..word.End])
                .Distinct()
                .Sum(word =>
                    word.Length
                    * Math.Log((double)(passages.Count + 1) / passages.Count(other => other.Text.Contains(word, StringComparison.Ordinal)))
                )
        );
        return weights.Max() is > 0 and var best ? weights.IndexOf(best) : null;
    }

    private static IReadOnlyList<AnswerCard.Run> Runs(string paragraph, IReadOnlyList<(int Start, int End)> emphasised)
    {
        var runs = new List<AnswerCard.Run>();
        var at = 0;
        foreach (var (start, end) in emphasised)
        {
            if (start > at)
                runs.Add(new AnswerCard.Run(paragraph[at..start]));
            runs.Add(new AnswerCard.Run(paragraph[start..end], Emphasised: true));
            at = end;
        }
        if (at < paragraph.Length)
            runs.Add(new AnswerCard.Run(paragraph[at..]));
        return runs;
    }

    /// <summary>What stands in brackets ends no sentence: 「職員（以下「職員」という。）一人ひとりが…」.</summary>
    [GeneratedRegex("(?:（[^（）]*）|[^。])+?(?:。|$)")]
    private static partial Regex Sentence();
}

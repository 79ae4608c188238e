using System.Text.RegularExpressions;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Asking;

/// <summary>What of a clause answers the question: of several sentences the one, of a single sentence the words.</summary>
internal static partial class Emphasis
{
    public static IReadOnlyList<IReadOnlyList<AnswerCard.Run>> In(IReadOnlyList<string> paragraphs, string? question)
    {
        if (question is null)
            return [.. paragraphs.Select(paragraph => (IReadOnlyList<AnswerCard.Run>)[new AnswerCard.Run(paragraph)])];
        var sentences = paragraphs
            .SelectMany((paragraph, place) => Sentence().Matches(paragraph).Select(match => (Paragraph: place, match.Index, match.Value)))
            .ToList();
        // A heading names what all of them are about.
        var full = sentences.FindAll(sentence => sentence.Value.EndsWith('。'));
        if (full.Count < 2)
            return [.. paragraphs.Select(paragraph => Runs(paragraph, KnowledgeBase.Matches(question, paragraph)))];

        var matched = full.ConvertAll(sentence =>
            KnowledgeBase.Matches(question, sentence.Value).Select(place => sentence.Value[place.Start..place.End]).Distinct().ToList()
        );
        var weights = matched.ConvertAll(words =>
            // What stands in every sentence tells none from the others.
            words.Sum(word =>
                word.Length
                * Math.Log((double)(full.Count + 1) / full.Count(sentence => sentence.Value.Contains(word, StringComparison.Ordinal)))
            )
        );
        var best = weights.Max();
        var chosen = best > 0 ? full[weights.IndexOf(best)] : default;
        return
        [
            .. paragraphs.Select(
                (paragraph, place) =>
                    best > 0 && place == chosen.Paragraph
                        ? Runs(paragraph, [(chosen.Index, chosen.Index + chosen.Value.Length)])
                        : [new AnswerCard.Run(paragraph)]
            ),
        ];
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

    [GeneratedRegex("[^。]+。?")]
    private static partial Regex Sentence();
}

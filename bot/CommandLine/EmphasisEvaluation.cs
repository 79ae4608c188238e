using System.Text.Json;
using GuidelineBot.Asking;
using GuidelineBot.Knowledge;

namespace GuidelineBot.CommandLine;

/// <summary>A question with the sentences of a clause of which one answers it; one JSON object a line in a file.</summary>
internal sealed record LabelledPassage(string Text, string Clause, IReadOnlyList<string> Sentences)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<LabelledPassage> ReadFile(string path) =>
        [
            .. File.ReadLines(path)
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line => JsonSerializer.Deserialize<LabelledPassage>(line, Json)!),
        ];
}

/// <summary>How often what is emphasised answers the question.</summary>
/// <param name="Shown">How often the clause is the first that is found.</param>
/// <param name="Right">Of the labelled clauses, whether found first or not.</param>
/// <param name="ByWords">The same, had the knowledge nothing to say of it.</param>
internal sealed record EmphasisEvaluation(int Questions, int Shown, int Right, int ByWords, IReadOnlyList<string> Misses)
{
    public static EmphasisEvaluation Of(KnowledgeBase knowledge, IReadOnlyList<LabelledPassage> questions)
    {
        var (shown, right, byWords, misses) = (0, 0, 0, new List<string>());
        foreach (var question in questions)
        {
            var id = ClauseId.Parse(question.Clause);
            var paragraphs = ClauseQuote.Paragraphs(knowledge.GuidelineOf(id)!, knowledge.Find(id)!);
            shown += knowledge.Search(question.Text).Clauses is [var first, ..] && first.Id == id ? 1 : 0;
            byWords += Answers(paragraphs, question, null).Length > 0 ? 1 : 0;
            var found = Answers(paragraphs, question, passages => knowledge.PassageOf(id, passages, question.Text));
            right += found.Length > 0 ? 1 : 0;
            if (found.Length == 0)
                misses.Add($"{question.Clause} {question.Text}");
        }
        return new EmphasisEvaluation(questions.Count, shown, right, byWords, misses);
    }

    /// <summary>What is emphasised of the right sentence; empty where another is. The only sentence of a clause needs no emphasis.</summary>
    private static string Answers(IReadOnlyList<string> paragraphs, LabelledPassage question, Func<IReadOnlyList<string>, int?>? choose)
    {
        var runs = Emphasis.In(paragraphs, question.Text, choose).SelectMany(paragraph => paragraph).ToList();
        var emphasised = runs.Where(run => run.Emphasised).Select(run => Plain(run.Text)).ToList();
        var wanted = question.Sentences.Select(Plain).ToList();
        if (Emphasis.Count(paragraphs) < 2)
            return wanted[0];
        return emphasised.Find(text => wanted.Exists(sentence => text.Contains(sentence, StringComparison.Ordinal))) ?? "";
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}

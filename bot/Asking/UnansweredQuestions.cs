using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Asking;

/// <summary>
/// What staff asked in vain: not found in the guideline, or answered and disliked. Small talk and commands are no questions, and what is
/// answered meanwhile is settled.
/// </summary>
internal sealed class UnansweredQuestions(LiveKnowledge knowledge, TimeProvider clock)
{
    public const int Days = 90;

    /// <summary>Read again each time; the newest tell most.</summary>
    private const int Most = 500;

    /// <summary>From this share of common pairs of letters on, two questions are about the same.</summary>
    private const double Alike = 0.45;

    /// <returns>The largest group first.</returns>
    public async Task<IReadOnlyList<UnansweredCard.Group>> GroupsAsync(Database database, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-Days);
        var none = Route.None.Name;
        var refused = await database
            .QuestionLog.AsNoTracking()
            .Where(entry => entry.AskedAt >= since && entry.Route == none)
            .OrderByDescending(entry => entry.AskedAt)
            .Select(entry => entry.Question)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var disliked = await database
            .AnswerFeedback.AsNoTracking()
            .Where(feedback => feedback.At >= since && !feedback.Helpful && feedback.Comment == null)
            .OrderByDescending(feedback => feedback.At)
            .Select(feedback => feedback.Question)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return Grouped([
            .. refused.Where(IsOpen).Select(question => (question.Trim(), false)),
            .. disliked.Select(question => (question.Trim(), true)),
        ]);
    }

    /// <summary>Whether it is a question, and one that is still not answered.</summary>
    private bool IsOpen(string question) =>
        knowledge.Current.Understand(question, DateOnly.FromDateTime(clock.GetLocalNow().DateTime)).Route == Route.None;

    /// <summary>Each question joins the first group that begins with one like it.</summary>
    internal static IReadOnlyList<UnansweredCard.Group> Grouped(IReadOnlyList<(string Question, bool IsDisliked)> questions)
    {
        var groups = new List<(HashSet<string> Pairs, List<(string Question, bool IsDisliked)> Members)>();
        foreach (var asked in questions)
        {
            var pairs = Pairs(asked.Question);
            var group = groups.Find(group => Likeness(group.Pairs, pairs) >= Alike);
            if (group.Members is null)
                groups.Add(group = (pairs, []));
            group.Members.Add(asked);
        }
        return
        [
            .. groups
                .OrderByDescending(group => group.Members.Count)
                .Select(group => new UnansweredCard.Group(
                    [.. group.Members.CountBy(asked => asked.Question).OrderByDescending(count => count.Value).Select(count => count.Key)],
                    group.Members.Count,
                    group.Members.Count(asked => asked.IsDisliked)
                )),
        ];
    }

    private static HashSet<string> Pairs(string question)
    {
        var letters = string.Concat(
            question.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit)
        );
        return [.. Enumerable.Range(0, Math.Max(letters.Length - 1, 0)).Select(place => letters.Substring(place, 2))];
    }

    /// <summary>Dice's coefficient; texts of a single letter are like none.</summary>
    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}

using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>
/// Tells a wish to start something (an incident's checklist, a notice, a check of a draft) from a question about it. Two models, because they learn from
/// different examples: one whether a message wishes, asks or concerns something else, one what a wish is for.
/// </summary>
internal sealed class Wishes
{
    private const string Question = "question";
    private const int Asking = 1;
    private const int Wishing = 2;
    private const int Moods = 3;

    private const int FewCues = 2;

    // A part that only one example has says nothing of other messages.
    private const int FewestKept = 2;

    private readonly CueBook cues;
    private readonly Vocabulary vocabulary;
    private readonly LinearModel mood;
    private readonly LinearModel aim;
    private readonly Route[] aims;

    /// <param name="questions">Examples labelled with clauses, or with nothing where the guideline does not answer.</param>
    /// <param name="intents">Examples labelled with routes, or with <c>question</c>.</param>
    public Wishes(IReadOnlyList<Example> questions, IReadOnlyList<Example> intents, SynonymBook synonyms, CueBook cues)
    {
        this.cues = cues;
        IReadOnlyList<Example> all = [.. questions, .. intents];
        (vocabulary, var texts) = Vocabulary.Learn([.. all.Select(example => example.Text)], new MessageFeatures(synonyms, cues).Of, Weigh);

        var wishes = Enumerable.Range(questions.Count, intents.Count).Where(place => all[place].Labels[0] != Question).ToList();
        aims = [.. wishes.Select(place => new Route(all[place].Labels[0])).Distinct()];
        mood = LinearModel.Train(
            [
                .. all.Select((example, place) => (example, place, Mood: MoodOf(example, place >= questions.Count)))
                    .Where(one => one.Mood != Asking || one.place >= questions.Count || !MayReport(one.example.Text))
                    .Select(one => (texts[one.place], new[] { one.Mood })),
            ],
            Moods,
            vocabulary.Count
        );
        aim = LinearModel.Train(
            [.. wishes.Select(place => (texts[place], new[] { Array.IndexOf(aims, new Route(all[place].Labels[0])) }))],
            aims.Length,
            vocabulary.Count
        );
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public Wishes(BinaryReader from, SynonymBook synonyms, CueBook cues)
    {
        this.cues = cues;
        vocabulary = Vocabulary.Read(from, new MessageFeatures(synonyms, cues).Of);
        aims = [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => new Route(from.ReadString()))];
        mood = LinearModel.Read(from);
        aim = LinearModel.Read(from);
    }

    public void Write(BinaryWriter to)
    {
        vocabulary.Write(to);
        to.Write(aims.Length);
        foreach (var route in aims)
            to.Write(route.Name);
        mood.Write(to);
        aim.Write(to);
    }

    public Reading Read(string message)
    {
        var features = vocabulary.Of(message);
        var moods = mood.Predict(features);
        if (moods[Wishing] < Decision.SureOfWish || aims.Length == 0)
            return new Reading(null, moods[0]);
        var probabilities = aim.Predict(features);
        return new Reading(aims[probabilities.AsSpan().IndexOf(probabilities.Max())], moods[0]);
    }

    /// <param name="Aim">What the message surely wishes for; null where it does not wish.</param>
    /// <param name="Elsewhere">How probable (0 to 1) it is that the message concerns something that the guideline does not.</param>
    public readonly record struct Reading(Route? Aim, double Elsewhere);

    /// <summary>
    /// 「コメント欄が荒れてる」 stands among the questions so that its clause is found; it asks no more than a report does, and says nothing of the mood.
    /// A few words that show little (「パスワード 変更」) do stand for a question.
    /// </summary>
    private bool MayReport(string question) => cues.In(question) is { Count: > FewCues } found && !found.Contains(CueBook.Asks);

    private static int MoodOf(Example example, bool isIntent) =>
        isIntent
            ? example.Labels[0] == Question
                ? Asking
                : Wishing
            : example.Labels.Count == 0
                ? 0
                : Asking;

    /// <summary>Words are not weighted by rarity: what tells a wish is common.</summary>
    private static float Weigh(string name, int count) =>
        name[0] switch
        {
            'C' => 6,
            'p' when count < FewestKept => 0,
            'p' => 0.5f,
            _ => 1,
        };
}

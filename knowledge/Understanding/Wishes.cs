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

    private const int ShortestPart = 2;
    private const int LongestPart = 3;

    private const int FewCues = 2;

    // A part that only one example has says nothing of other messages.
    private const int FewestKept = 2;

    private readonly SynonymBook synonyms;
    private readonly CueBook cues;
    private readonly Vocabulary vocabulary;
    private readonly LinearModel mood;
    private readonly LinearModel aim;
    private readonly Route[] aims;

    /// <param name="questions">Examples labelled with clauses, or with nothing where the guideline does not answer.</param>
    /// <param name="intents">Examples labelled with routes, or with <c>question</c>.</param>
    public Wishes(IReadOnlyList<Example> questions, IReadOnlyList<Example> intents, SynonymBook synonyms, CueBook cues)
    {
        this.synonyms = synonyms;
        this.cues = cues;
        IReadOnlyList<Example> all = [.. questions, .. intents];
        (vocabulary, var texts) = Vocabulary.Learn([.. all.Select(example => example.Text)], Names, Weigh);

        var wishes = Enumerable.Range(questions.Count, intents.Count).Where(place => all[place].Labels[0] != Question).ToList();
        aims = [.. wishes.Select(place => new Route(all[place].Labels[0])).Distinct()];
        mood = LinearModel.Train(
            [.. all.Select((example, place) => (example, place, Mood: MoodOf(example, place >= questions.Count)))
                .Where(one => one.Mood != Asking || one.place >= questions.Count || !MayReport(one.example.Text))
                .Select(one => (texts[one.place], new[] { one.Mood }))],
            Moods, vocabulary.Count);
        aim = LinearModel.Train([.. wishes.Select(place => (texts[place], new[] { Array.IndexOf(aims, new Route(all[place].Labels[0])) }))], aims.Length, vocabulary.Count);
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public Wishes(BinaryReader from, SynonymBook synonyms, CueBook cues)
    {
        this.synonyms = synonyms;
        this.cues = cues;
        vocabulary = Vocabulary.Read(from, Names);
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

    /// <returns>What the message wishes for and how sure (0 to 1) it is that it wishes at all.</returns>
    public (Route Aim, double Probability)? Find(string message)
    {
        if (aims.Length == 0)
            return null;
        var features = vocabulary.Of(message);
        var probabilities = aim.Predict(features);
        return (aims[probabilities.AsSpan().IndexOf(probabilities.Max())], mood.Predict(features)[Wishing]);
    }

    /// <returns>How probable (0 to 1) it is that the message concerns something that the guideline does not.</returns>
    public double Elsewhere(string message) => mood.Predict(vocabulary.Of(message))[0];

    /// <summary>
    /// 「コメント欄が荒れてる」 stands among the questions so that its clause is found; it asks no more than a report does, and says nothing of the mood.
    /// A few words that show little (「パスワード 変更」) do stand for a question.
    /// </summary>
    private bool MayReport(string question) => cues.In(question) is { Count: > FewCues } found && !found.Contains(CueBook.Asks);

    private static int MoodOf(Example example, bool isIntent) => isIntent
        ? example.Labels[0] == Question ? Asking : Wishing
        : example.Labels.Count == 0 ? 0 : Asking;

    /// <summary>Words are not weighted by rarity: what tells a wish is common.</summary>
    private static float Weigh(string name, int count) => name[0] switch
    {
        'C' => 6,
        'p' when count < FewestKept => 0,
        'p' => 0.5f,
        _ => 1,
    };

    /// <summary>Terms and synonym groups as for questions; character runs; how sentences end; the cues, alone and in pairs.</summary>
    private List<string> Names(string text)
    {
        var folded = Folding.Fold(CueBook.Quotation().Replace(text, "「」"));
        var names = new List<string>(folded.Length * 6);
        foreach (var token in Tokens.Of(folded))
            names.Add("s" + token.Term);
        foreach (var group in synonyms.NamedIn(folded))
            names.Add("c" + group);

        var letters = string.Concat(Folding.Hiragana(folded).Where(c => char.IsLetterOrDigit(c) || c is 'ー' or '?' or '!'));
        for (var length = ShortestPart; length <= LongestPart; length++)
            for (var i = 0; i + length <= letters.Length; i++)
                names.Add(string.Concat("p", letters.AsSpan(i, length)));
        var ending = letters.AsSpan().TrimEnd('!');
        for (var length = 1; length <= LongestPart + 1 && length <= ending.Length; length++)
            names.Add(string.Concat("e", ending[^length..]));

        var found = cues.In(text).ToList();
        foreach (var (place, cue) in found.Index())
        {
            names.Add("C" + cue);
            foreach (var other in found.Skip(place + 1))
                names.Add($"X{cue}+{other}");
        }
        return names;
    }
}

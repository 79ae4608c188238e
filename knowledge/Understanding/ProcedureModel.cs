using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>
/// Tells a question for a whole procedure from one that a clause answers, from a wish to file and from everything else. Apart from <see cref="ActModel"/>,
/// so that examples of procedures move no other act.
/// </summary>
internal sealed class ProcedureModel
{
    /// <summary>A paper is to be begun.</summary>
    public const string Wish = "wish";

    private const string Elsewhere = "elsewhere";

    /// <summary>Of the thousands of questions as many as tell what a question is like; the others would only weigh.</summary>
    private const int EachQuestion = 2;

    private const int FewestKept = 2;

    private readonly Vocabulary vocabulary;
    private readonly LinearModel model;
    private readonly string[] labels;

    /// <summary>How common each label is among the examples, by place.</summary>
    private readonly float[] shares;

    public ProcedureModel(KnowledgeText text)
    {
        List<(string Text, string Label)> examples =
        [
            .. text.Acts.Select(example => (example.Text, LabelOf(example.Labels[0]))),
            .. text
                .Questions.Select(example => (example.Text, Label: LabelOf(example, text.Procedures)))
                .Where((example, place) => place % EachQuestion == 0 || IsProcedure(example.Label)),
            .. text.Intents.Select(example => (example.Text, LabelOf(example.Labels[0]))),
        ];
        labels = [.. examples.Select(example => example.Label).Distinct()];
        (vocabulary, var texts) = Vocabulary.Learn(
            [.. examples.Select(example => example.Text)],
            new MessageFeatures(text.Synonyms, text.Cues).WithShape,
            Weigh
        );
        shares = [.. labels.Select(label => (float)examples.Count(example => example.Label == label) / examples.Count)];
        model = LinearModel.Train(
            [.. examples.Select((example, place) => new Lesson(example.Text, texts[place], [Array.IndexOf(labels, example.Label)]))],
            labels.Length,
            vocabulary.Count
        );
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public ProcedureModel(BinaryReader from, Analysis.SynonymBook synonyms, CueBook cues)
    {
        vocabulary = Vocabulary.Read(from, new MessageFeatures(synonyms, cues).WithShape);
        labels = [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => from.ReadString())];
        shares = [.. labels.Select(_ => from.ReadSingle())];
        model = LinearModel.Read(from);
    }

    public void Write(BinaryWriter to)
    {
        vocabulary.Write(to);
        to.Write(labels.Length);
        foreach (var label in labels)
            to.Write(label);
        foreach (var share in shares)
            to.Write(share);
        model.Write(to);
    }

    /// <returns>By act of a procedure, <see cref="Wish"/>, <see cref="ActModel.Question"/> and <see cref="ActModel.Outside"/>; at most 1 together.</returns>
    public IReadOnlyDictionary<string, float> Predict(string message)
    {
        var predicted = model.Predict(vocabulary.Of(message));
        var sum = 0f;
        for (var place = 0; place < labels.Length; place++)
            sum += predicted[place] /= MathF.Sqrt(shares[place]);
        return labels.Index().ToDictionary(label => label.Item, label => predicted[label.Index] / sum, StringComparer.Ordinal);
    }

    /// <summary>Examples that this model alone learns from.</summary>
    public static bool IsIts(string label) => label.StartsWith(Procedure.Acts, StringComparison.Ordinal);

    public static bool IsProcedure(string label) => IsIts(label) && label != Procedure.OfOthers;

    private static string LabelOf(string act) =>
        IsIts(act) || act == ActModel.Question ? act
        : act.StartsWith("notice:", StringComparison.Ordinal) ? Wish
        : Elsewhere;

    /// <summary>
    /// What several of a procedure's clauses answer, the main one first, asks for the procedure: 「開設までの段取りを教えて」. The clause above them is no
    /// clause of its own.
    /// </summary>
    private static string LabelOf(Example question, IReadOnlyList<Procedure> procedures)
    {
        if (question.Labels.Count == 0)
            return ActModel.Outside;
        List<string> clauses =
        [
            .. question.Labels.Where(label => !question.Labels.Any(other => other.StartsWith($"{label}-", StringComparison.Ordinal))),
        ];
        return
            clauses.Count > 1
            && procedures.FirstOrDefault(procedure =>
                clauses[0] == procedure.Main.ToString() && clauses.All(clause => procedure.Shown.Any(shown => shown.ToString() == clause))
            )
                is { } asked
            ? Procedure.Acts + asked.Key
            : ActModel.Question;
    }

    private static float Weigh(string name, int count) =>
        name[0] switch
        {
            'C' => 3,
            'w' => 2,
            'p' when count < FewestKept => 0,
            'p' => 0.5f,
            _ => 1,
        };
}

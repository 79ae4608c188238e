using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>Gives each clause, and "the guideline does not answer this", a probability for a question.</summary>
internal sealed class ClauseModel
{
    private const string Unanswered = "none";

    private readonly Vocabulary vocabulary;
    private readonly LinearModel model;

    /// <param name="questions">Examples labelled with clauses, or with nothing.</param>
    public ClauseModel(IReadOnlyList<Example> questions, SynonymBook synonyms)
    {
        (vocabulary, var texts) = QuestionFeatures.Learn(synonyms, [.. questions.Select(example => example.Text)]);
        string[] labels = [Unanswered, .. questions.SelectMany(example => example.Labels).Distinct()];
        Clauses = [default, .. labels.Skip(1).Select(ClauseId.Parse)];
        var places = labels.Select((label, place) => (label, place)).ToDictionary(pair => pair.label, pair => pair.place);
        model = LinearModel.Train(
            [
                .. questions.Select(
                    (example, place) =>
                        new Lesson(
                            example.Text,
                            texts[place],
                            example.Labels.Count == 0 ? [places[Unanswered]] : [.. example.Labels.Select(label => places[label])]
                        )
                ),
            ],
            labels.Length,
            vocabulary.Count
        );
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public ClauseModel(BinaryReader from, SynonymBook synonyms)
    {
        vocabulary = QuestionFeatures.Read(from, synonyms);
        Clauses = [default, .. Enumerable.Range(0, from.ReadInt32()).Select(_ => ClauseId.Parse(from.ReadString()))];
        model = LinearModel.Read(from);
    }

    /// <summary>The clauses that have examples, by place in <see cref="Predict"/>'s result; the first place stands for no clause.</summary>
    public ClauseId[] Clauses { get; }

    public void Write(BinaryWriter to)
    {
        vocabulary.Write(to);
        to.Write(Clauses.Length - 1);
        foreach (var clause in Clauses.Skip(1))
            to.Write(clause.ToString());
        model.Write(to);
    }

    public float[] Predict(string question) => model.Predict(vocabulary.Of(question));
}

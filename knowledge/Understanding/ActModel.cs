using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>
/// Gives each thing that a message can do a probability, whatever the situation: the examples of <c>acts/</c> by their headings, those of <c>questions/</c> as
/// questions and what lies outside, those of <c>intents/</c> as what they begin.
/// </summary>
internal sealed class ActModel
{
    public const string Question = "question";
    public const string Outside = "outside";

    /// <summary>A check of a post is asked for, as <c>intents/drafts.md</c> has it.</summary>
    private const string AsksForCheck = "check:ask";

    private const int FewestKept = 2;

    /// <summary>Of what is done people have more ways to speak than of what it is about, so that single words count for less than in other models.</summary>
    private const float Decay = 0.15f;

    /// <summary>What is less likely than this changes nothing.</summary>
    private const float LeastAsked = 1e-3f;

    private readonly Vocabulary vocabulary;
    private readonly LinearModel model;

    /// <summary>Whether a message concerns something that the guideline does not: the first label.</summary>
    private readonly LinearModel elsewhere;
    private readonly string[] labels;

    /// <summary>How common each label is among the examples, by place: what people say more rarely there is not rarer in a chat.</summary>
    private readonly float[] shares;

    public ActModel(KnowledgeText text)
    {
        List<(string Text, string Label)> examples =
        [
            .. text.Acts.Where(example => !ProcedureModel.IsIts(example.Labels[0])).Select(example => (example.Text, example.Labels[0])),
            .. text.Questions.Select(example => (example.Text, example.Labels.Count > 0 ? Question : Outside)),
            .. text.Intents.Select(example => (example.Text, LabelOf(example.Labels[0]))),
        ];
        labels = [.. examples.Select(example => example.Label).Distinct()];
        (vocabulary, var texts) = Vocabulary.Learn(
            [.. examples.Select(example => example.Text)],
            new MessageFeatures(text.Synonyms, text.Cues).WithShape,
            Weigh
        );
        var places = labels.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        shares = new float[labels.Length];
        foreach (var example in examples)
            shares[places[example.Label]] += 1f / examples.Count;
        model = LinearModel.Train(
            [.. examples.Select((example, place) => new Lesson(example.Text, texts[place], [places[example.Label]]))],
            labels.Length,
            vocabulary.Count,
            Decay
        );
        elsewhere = LinearModel.Train(
            [.. examples.Select((example, place) => new Lesson(example.Text, texts[place], [example.Label == Outside ? 0 : 1]))],
            2,
            vocabulary.Count
        );
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public ActModel(BinaryReader from, SynonymBook synonyms, CueBook cues)
    {
        vocabulary = Vocabulary.Read(from, new MessageFeatures(synonyms, cues).WithShape);
        labels = [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => from.ReadString())];
        shares = [.. labels.Select(_ => from.ReadSingle())];
        model = LinearModel.Read(from);
        elsewhere = LinearModel.Read(from);
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
        elsewhere.Write(to);
    }

    /// <param name="prior">How likely each label is in the situation, beside the others; 0 for what cannot be.</param>
    /// <param name="isBorneOut">Whether the words of the message bear the label out; asked only of those that count.</param>
    public Predicted Predict(string message, Func<string, float> prior, Func<string, bool>? isBorneOut = null)
    {
        var features = vocabulary.Of(message);
        var predicted = model.Predict(features);
        for (var place = 0; place < labels.Length; place++)
            predicted[place] *= prior(labels[place]) / MathF.Sqrt(shares[place]);
        if (isBorneOut is not null)
            RuleOut(predicted, isBorneOut);
        var sum = predicted.Sum();
        var found = new Predicted(labels.Length) { Elsewhere = elsewhere.Predict(features)[0] };
        for (var place = 0; place < labels.Length; place++)
            found[labels[place]] = sum > 0 ? predicted[place] / sum : 0;
        return found;
    }

    /// <summary>What is ruled out leaves its share to the rest, of which more may count then.</summary>
    private void RuleOut(float[] predicted, Func<string, bool> isBorneOut)
    {
        var asked = new bool[labels.Length];
        for (var isChanged = true; isChanged; )
        {
            isChanged = false;
            var counts = LeastAsked * predicted.Sum();
            for (var place = 0; place < labels.Length; place++)
            {
                if (asked[place] || predicted[place] < counts)
                    continue;
                asked[place] = true;
                if (isBorneOut(labels[place]))
                    continue;
                predicted[place] = 0;
                isChanged = true;
            }
        }
    }

    private static string LabelOf(string intent) => intent == Route.DraftCheck.Name ? AsksForCheck : intent;

    private static float Weigh(string name, int count) =>
        name[0] switch
        {
            'C' => 3,
            'w' => 2,
            // What one example alone has says nothing of other messages.
            not 'w' when count < FewestKept => 0,
            'p' => 0.5f,
            _ => 1,
        };
}

/// <summary>How probable each act is, by label; they add up to 1.</summary>
internal sealed class Predicted(int capacity) : Dictionary<string, float>(capacity, StringComparer.Ordinal)
{
    /// <summary>How probable (0 to 1) it is that the message concerns something that the guideline does not, whatever it does.</summary>
    public double Elsewhere { get; init; }

    /// <summary>The same for a question; null where it can be none.</summary>
    public double? Outside =>
        this.GetValueOrDefault(ActModel.Outside) is > 0 and var outside
            ? outside / (this.GetValueOrDefault(ActModel.Question) + outside)
            : null;

    /// <summary>The rest keeps its shares.</summary>
    public Predicted Without(Func<string, bool> those)
    {
        var rest = new Predicted(Count) { Elsewhere = Elsewhere };
        foreach (var (label, share) in this)
            if (!those(label))
                rest.Add(label, share);
        return rest;
    }
}

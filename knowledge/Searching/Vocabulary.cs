namespace GuidelineBot.Knowledge.Searching;

/// <summary>Tells what of a text a model sees, by name: <c>s投稿</c>, <c>t炎上し</c> … A name may come several times.</summary>
internal delegate void FeatureNames(string text, NamedFeature found);

/// <param name="kind">The first letter of the name; the rest follows. As it comes, because a message has hundreds and few are known.</param>
internal delegate void NamedFeature(char kind, ReadOnlySpan<char> name);

/// <summary>The features that a model knows, each with its index and weight.</summary>
internal sealed class Vocabulary
{
    private readonly FeatureNames namesOf;
    private readonly float shortest;
    private readonly Dictionary<string, (int Index, float Weight)> known = new(StringComparer.Ordinal);

    private Vocabulary(FeatureNames namesOf, float shortest) => (this.namesOf, this.shortest) = (namesOf, shortest);

    public int Count => known.Count;

    /// <param name="weigh">The weight of a feature, from its name and the number of texts that have it; 0 leaves it out.</param>
    /// <param name="shortest">What a text's weights are divided by at least: below this length, less is said by a text that says less.</param>
    /// <returns>The vocabulary of these texts, and the features of each.</returns>
    public static (Vocabulary Vocabulary, IReadOnlyList<Feature[]> Texts) Learn(
        IReadOnlyList<string> texts,
        FeatureNames namesOf,
        Func<string, int, float> weigh,
        float shortest = 0
    )
    {
        var vocabulary = new Vocabulary(namesOf, shortest);
        var names = texts.AsParallel().AsOrdered().Select(vocabulary.Names).ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in names)
        foreach (var name in text.Distinct(StringComparer.Ordinal))
            counts[name] = counts.GetValueOrDefault(name) + 1;
        foreach (var (name, count) in counts)
            if (weigh(name, count) is var weight and > 0)
                vocabulary.known.Add(name, (vocabulary.known.Count, weight));
        return (
            vocabulary,
            [
                .. names.Select(text =>
                {
                    var counted = new Counted(vocabulary);
                    foreach (var name in text)
                        counted.Add(name[0], name.AsSpan(1));
                    return counted.Features();
                }),
            ]
        );
    }

    /// <summary>What <see cref="Write"/> wrote; the names come from the same code.</summary>
    public static Vocabulary Read(BinaryReader from, FeatureNames namesOf, float shortest = 0)
    {
        var vocabulary = new Vocabulary(namesOf, shortest);
        var count = from.ReadInt32();
        vocabulary.known.EnsureCapacity(count);
        for (var index = 0; index < count; index++)
            vocabulary.known.Add(from.ReadString(), (index, from.ReadSingle()));
        return vocabulary;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(known.Count);
        foreach (var (name, (_, weight)) in known.OrderBy(feature => feature.Value.Index))
        {
            to.Write(name);
            to.Write(weight);
        }
    }

    public Feature[] Of(string text)
    {
        var counted = new Counted(this);
        namesOf(text, counted.Add);
        return counted.Features();
    }

    private List<string> Names(string text)
    {
        var names = new List<string>(text.Length * 4);
        namesOf(text, (kind, name) => names.Add(string.Concat([kind], name)));
        return names;
    }

    /// <summary>How often a text has each feature that is known.</summary>
    private sealed class Counted(Vocabulary vocabulary)
    {
        private readonly Dictionary<string, (int Index, float Weight)>.AlternateLookup<ReadOnlySpan<char>> known =
            vocabulary.known.GetAlternateLookup<ReadOnlySpan<char>>();
        private readonly Dictionary<int, (float Weight, int Count)> found = [];
        private char[] whole = new char[64];

        public void Add(char kind, ReadOnlySpan<char> name)
        {
            if (name.Length >= whole.Length)
                whole = new char[name.Length * 2];
            whole[0] = kind;
            name.CopyTo(whole.AsSpan(1));
            if (known.TryGetValue(whole.AsSpan(0, name.Length + 1), out var feature))
                found[feature.Index] = (feature.Weight, found.GetValueOrDefault(feature.Index).Count + 1);
        }

        public Feature[] Features()
        {
            var features = new Feature[found.Count];
            var squares = 0f;
            var place = 0;
            foreach (var (index, (weight, count)) in found)
            {
                var value = weight * (1 + MathF.Log(count));
                squares += value * value;
                features[place++] = new Feature(index, value);
            }
            var length = MathF.Max(vocabulary.shortest, MathF.Sqrt(squares));
            for (var i = 0; i < features.Length; i++)
                features[i] = features[i] with { Weight = features[i].Weight / length };
            return features;
        }
    }
}

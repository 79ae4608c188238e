using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>
/// What is bad by its sense and not by a word: mockery, hearsay, a promise that nobody can keep. Learns from the sentences in
/// <c>draft-examples/</c>, each under the rule that it breaks, and from whole harmless posts.
/// </summary>
internal sealed partial class SenseModel
{
    /// <summary>The heading of harmless posts.</summary>
    public const string Harmless = "harmless";

    /// <summary>How sure it must be that a sentence is not harmless: so sure that it seldom speaks of a harmless post.</summary>
    private const float Enough = 0.9f;

    private const int ShortestRead = 8;

    /// <summary>A sentence in Japanese has some; names, labels and English have not.</summary>
    private const int FewestKana = 3;

    private const int FewestKept = 2;

    private readonly Vocabulary vocabulary;
    private readonly LinearModel model;
    private readonly string[] labels;

    public SenseModel(IReadOnlyList<Example> examples, SynonymBook cues)
    {
        List<(string Text, string Label)> sentences =
        [
            .. examples.SelectMany(example =>
                example.Labels[0] == Harmless
                    ? SentencesOf(new DraftText(new Draft(Lines(example.Text)))).Select(sentence => (sentence.Read, Harmless))
                    : [(Read(Lines(example.Text), Lines(example.Text)), example.Labels[0])]
            ),
        ];
        labels = [Harmless, .. sentences.Select(sentence => sentence.Label).Where(label => label != Harmless).Distinct()];
        (vocabulary, var texts) = Vocabulary.Learn([.. sentences.Select(sentence => sentence.Text)], Names(cues), Weigh);
        model = LinearModel.Train(
            [.. sentences.Select((sentence, place) => new Lesson(sentence.Text, texts[place], [Array.IndexOf(labels, sentence.Label)]))],
            labels.Length,
            vocabulary.Count
        );
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public SenseModel(BinaryReader from, SynonymBook cues)
    {
        vocabulary = Vocabulary.Read(from, Names(cues));
        labels = [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => from.ReadString())];
        model = LinearModel.Read(from);
    }

    public void Write(BinaryWriter to)
    {
        vocabulary.Write(to);
        to.Write(labels.Length);
        foreach (var label in labels)
            to.Write(label);
        model.Write(to);
    }

    /// <summary>The sentences that are not harmless, each with the rule that it breaks most likely.</summary>
    public IEnumerable<(Spot Spot, string Rule, float Probability)> In(DraftText text)
    {
        foreach (var (spot, read) in SentencesOf(text))
        {
            var predicted = model.Predict(vocabulary.Of(read));
            if (1 - predicted[0] < Enough)
                continue;
            var likeliest = 1;
            for (var label = 2; label < predicted.Length; label++)
                if (predicted[label] > predicted[likeliest])
                    likeliest = label;
            yield return (spot, labels[likeliest], 1 - predicted[0]);
        }
    }

    private static IEnumerable<(Spot Spot, string Read)> SentencesOf(DraftText text) =>
        text
            .Sentences.Select(sentence => (Spot: sentence, Text: text.Of(sentence).ToString()))
            .Where(sentence =>
                Unread().Replace(sentence.Text, "") is var read
                && read.Count(char.IsLetter) >= ShortestRead
                && read.Count(letter => letter is >= 'ぁ' and <= 'ん') >= FewestKana
            )
            .Select(sentence => (sentence.Spot, Read(sentence.Text, text.Plain)));

    /// <summary>The sentence, and behind a mark the text in which it stands: a joke is none, or a bad one, by what it is about.</summary>
    private static string Read(string sentence, string whole) => $"{Plain(sentence)}\u0001{Plain(whole)}";

    private static string Plain(string text) => Number().Replace(Folding.Fold(Unread().Replace(text, " ")), "0");

    private static string Lines(string example) => example.Replace('⏎', '\n');

    private static FeatureNames Names(SynonymBook cues) =>
        (read, found) =>
        {
            var parts = read.Split('\u0001');
            var sentence = Folding.Hiragana(parts[0]);
            foreach (var token in Tokens.Of(parts[0]))
                found('s', token.Term);
            var letters = string.Concat(sentence.Where(c => char.IsLetterOrDigit(c) || c is 'ー' or '?' or '!'));
            for (var length = 2; length <= 4; length++)
            for (var at = 0; at + length <= letters.Length; at++)
                found('p', letters.AsSpan(at, length));
            var ending = letters.AsSpan().TrimEnd("!?");
            for (var length = 2; length <= 5 && length <= ending.Length; length++)
                found('e', ending[^length..]);
            foreach (var rune in parts[0].EnumerateRunes().Where(rune => Emoji.Is(rune.ToString())))
                found('m', rune.ToString());
            if (parts[0].AsSpan().ContainsAny('!', '?'))
                found('m', "!");

            var (signs, scene) = (
                cues.NamedIn(sentence).Order(StringComparer.Ordinal).ToList(),
                cues.NamedIn(Folding.Hiragana(parts[1])).ToHashSet()
            );
            foreach (var (place, sign) in signs.Index())
            {
                found('C', sign);
                foreach (var other in signs.Skip(place + 1))
                    found('X', $"{sign}+{other}");
                foreach (var around in scene.Where(around => !signs.Contains(around)))
                    found('Z', $"{sign}+{around}");
            }
        };

    private static float Weigh(string name, int count) =>
        name[0] switch
        {
            'C' => 3,
            'X' => 2,
            'Z' => count < FewestKept ? 0 : 1,
            'p' when count < FewestKept => 0,
            'p' => 0.5f,
            _ => 1,
        };

    [GeneratedRegex(@"https?://\S+|#\S+|[0-9][0-9-]{8,}")]
    private static partial Regex Unread();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}

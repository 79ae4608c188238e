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
    private const float Enough = 0.7f;

    private const int ShortestRead = 8;

    /// <summary>What is longer is to be split first, which a rule says: no example is so long, and all sorts of things come together in it.</summary>
    private const int LongestRead = 120;

    /// <summary>A sentence in Japanese has some; names, labels and English have not.</summary>
    private const int FewestKana = 3;

    private const int FewestKept = 2;
    private const int LongestRun = 3;
    private const int LongestEnding = 5;

    /// <summary>The length of a usual sentence's features: a shorter one gives less to go by, and the model is to be less sure of it.</summary>
    private const float Usual = 10;

    /// <summary>More than questions need: what a few examples speak for makes the check speak of harmless posts.</summary>
    private const float Decay = 0.2f;

    private readonly Vocabulary vocabulary;

    /// <summary>Whether it is harmless. One answer of two is surer than one of all rules, among which a sentence may well be torn.</summary>
    private readonly LinearModel isBad;

    /// <summary>Which rule it breaks, once it is not harmless.</summary>
    private readonly LinearModel which;
    private readonly string[] rules;

    public SenseModel(IReadOnlyList<Example> examples, SynonymBook cues)
    {
        List<(string Text, string Label)> sentences =
        [
            .. examples.SelectMany(example =>
                example.Labels[0] == Harmless
                    ? SentencesOf(new DraftText(new Draft(Lines(example.Text)))).Select(sentence => (sentence.Read, Harmless))
                    : [(Read(Lines(example.Text)), example.Labels[0])]
            ),
        ];
        rules = [.. sentences.Select(sentence => sentence.Label).Where(label => label != Harmless).Distinct()];
        (vocabulary, var texts) = Vocabulary.Learn([.. sentences.Select(sentence => sentence.Text)], Names(cues), Weigh, Usual);
        isBad = LinearModel.Train(
            [.. sentences.Select((sentence, place) => new Lesson(sentence.Text, texts[place], [sentence.Label == Harmless ? 0 : 1]))],
            2,
            vocabulary.Count,
            Decay
        );
        which = LinearModel.Train(
            [
                .. sentences
                    .Select((sentence, place) => new Lesson(sentence.Text, texts[place], [Array.IndexOf(rules, sentence.Label)]))
                    .Where(lesson => lesson.Labels[0] >= 0),
            ],
            Math.Max(1, rules.Length),
            vocabulary.Count
        );
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public SenseModel(BinaryReader from, SynonymBook cues)
    {
        vocabulary = Vocabulary.Read(from, Names(cues), Usual);
        rules = [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => from.ReadString())];
        (isBad, which) = (LinearModel.Read(from), LinearModel.Read(from));
    }

    public void Write(BinaryWriter to)
    {
        vocabulary.Write(to);
        to.Write(rules.Length);
        foreach (var rule in rules)
            to.Write(rule);
        isBad.Write(to);
        which.Write(to);
    }

    /// <summary>The sentences that are not harmless, each with the rule that it breaks most likely.</summary>
    public IEnumerable<(Spot Spot, string Rule)> In(DraftText text)
    {
        foreach (var (spot, read) in SentencesOf(text))
        {
            // 「「…だから大丈夫」ではありません」 says the opposite of what it quotes.
            if (DeniesQuoted().IsMatch(text.Of(spot)))
                continue;
            var features = vocabulary.Of(read);
            if (isBad.Predict(features)[1] >= Enough && rules.Length > 0)
                yield return (spot, rules.Zip(which.Predict(features)).MaxBy(rule => rule.Second).First);
        }
    }

    private static IEnumerable<(Spot Spot, string Read)> SentencesOf(DraftText text) =>
        text
            .Sentences.Select(sentence => (Spot: sentence, Text: text.Of(sentence).ToString()))
            .Where(sentence =>
                Unread().Replace(sentence.Text, "") is var read
                && read.Length <= LongestRead
                && read.Count(char.IsLetter) >= ShortestRead
                && read.Count(letter => letter is >= 'ぁ' and <= 'ん') >= FewestKana
            )
            .Select(sentence => (sentence.Spot, Read(sentence.Text)));

    private static string Read(string text) => Number().Replace(Folding.Fold(Unread().Replace(text, " ")), "0");

    private static string Lines(string example) => example.Replace('⏎', '\n');

    /// <summary>Runs of characters, because Japanese has no words to split at, and one kanji alone has a sense; and what the cues say.</summary>
    private static FeatureNames Names(SynonymBook cues) =>
        (read, found) =>
        {
            var letters = string.Concat(read.Where(c => char.IsLetterOrDigit(c) || c is 'ー' or '?' or '!' or '、'));
            for (var length = 1; length <= LongestRun; length++)
            for (var at = 0; at + length <= letters.Length; at++)
                found('p', letters.AsSpan(at, length));
            var sentence = Folding.Hiragana(read);
            var ending = string.Concat(sentence.Where(c => char.IsLetterOrDigit(c) || c is 'ー'));
            for (var length = 2; length <= LongestEnding && length <= ending.Length; length++)
                found('e', ending.AsSpan()[^length..]);
            foreach (var rune in read.EnumerateRunes().Where(rune => Emoji.Is(rune.ToString())))
                found('m', rune.ToString());
            if (read.AsSpan().ContainsAny('!', '?'))
                found('m', "!");

            var signs = cues.NamedIn(sentence).Order(StringComparer.Ordinal).ToList();
            foreach (var (place, sign) in signs.Index())
            {
                found('C', sign);
                foreach (var other in signs.Skip(place + 1))
                    found('X', $"{sign}+{other}");
            }
        };

    private static float Weigh(string name, int count) =>
        name[0] switch
        {
            'C' => 2,
            'X' => 1.5f,
            'p' when count < FewestKept => 0,
            'p' => 0.5f,
            _ => 1,
        };

    [GeneratedRegex(@"https?://\S+|#\S+|[0-9][0-9-]{8,}")]
    private static partial Regex Unread();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex(
        "[」』][…。 ]*(?:では|じゃ)(?:ありません|ない(?:です)?[。!])|[」』](?:は|というのは|も)[^。\n]{0,8}(?:間違い|誤り|誤解|NG|うそ|デマ)"
    )]
    private static partial Regex DeniesQuoted();
}

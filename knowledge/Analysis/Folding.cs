using System.Buffers;
using System.Text;

namespace GuidelineBot.Knowledge.Analysis;

/// <summary>Makes spellings equal that people use for the same word.</summary>
internal static class Folding
{
    /// <summary>NFKC (half-width kana, full-width Latin, ① → 1), lower case, and one kind of dash, wave and long-vowel mark.</summary>
    public static string Fold(string text)
    {
        text = Compose(text);
        if (!text.AsSpan().ContainsAnyExcept(Folded))
            return text;
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\n' or '\t') || c is '\u200b' or '\u200c' or '\u200d' or '\ufeff')
                continue;
            builder.Append(
                c switch
                {
                    '〜' or '～' or '−' or '‐' or '–' or '—' or '―' or '─' or '━' => '-',
                    // Japanese letters have no case, and ICU is asked about each.
                    >= '、' and <= '\u9fff' => c,
                    _ => char.ToLowerInvariant(c),
                }
            );
        }
        return builder.ToString();
    }

    /// <summary>
    /// The skeleton of a katakana word: no long-vowel marks, no small letters, ヴ as ブ. ポリシー, ポリーシ and ポリシィ come out nearly alike.
    /// </summary>
    public static string Katakana(ReadOnlySpan<char> word)
    {
        var builder = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is 'ー' or 'ッ' or '・')
                continue;
            builder.Append(
                c switch
                {
                    'ァ' => 'ア',
                    'ィ' => 'イ',
                    'ゥ' => 'ウ',
                    'ェ' => 'エ',
                    'ォ' => 'オ',
                    'ャ' => 'ヤ',
                    'ュ' => 'ユ',
                    'ョ' => 'ヨ',
                    'ヮ' => 'ワ',
                    'ヴ' => 'ブ',
                    'ヂ' => 'ジ',
                    'ヅ' => 'ズ',
                    _ => c,
                }
            );
        }
        return builder.ToString();
    }

    /// <summary>Katakana as hiragana; the rest as it is.</summary>
    public static string Hiragana(string text) =>
        string.Create(
            text.Length,
            text,
            (target, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    target[i] = source[i] is >= 'ァ' and <= 'ヶ' ? (char)(source[i] - 'ァ' + 'ぁ') : source[i];
            }
        );

    /// <summary>What NFKC leaves as it is: most messages have nothing else, and asking ICU takes longer than all the rest of the reading.</summary>
    private static readonly SearchValues<char> AsTheyAre = SearchValues.Create([
        .. Range('\n', '\n'),
        .. Range(' ', '~'),
        .. Range('、', '〛'),
        .. Range('ぁ', 'ゖ'),
        .. Range('ァ', 'ー'),
        .. Range('一', '\u9fff'),
    ]);

    /// <summary>What folding leaves as it is.</summary>
    private static readonly SearchValues<char> Folded = SearchValues.Create([
        .. Range('\n', '\n'),
        .. Range(' ', '@'),
        .. Range('[', '~'),
        .. Range('、', '〛'),
        .. Range('ぁ', 'ゖ'),
        .. Range('ァ', 'ー'),
        .. Range('一', '\u9fff'),
    ]);

    /// <summary>NFKC. What cannot be normalized (a lone surrogate, as broken clients send) is replaced first.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(AsTheyAre))
            return text;
        // 「？」 is in most questions, and each reader composes the same message anew.
        if (!ReferenceEquals(lastComposed.Text, text))
            lastComposed = (text, Normalized(text));
        return lastComposed.Composed;
    }

    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormKC);
        }
    }

    [ThreadStatic]
    private static (string? Text, string Composed) lastComposed;

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}

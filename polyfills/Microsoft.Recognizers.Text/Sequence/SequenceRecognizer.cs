using System.Text.RegularExpressions;

namespace Microsoft.Recognizers.Text.Sequence;

/// <summary>Finds addresses and telephone numbers, also where kana touch them.</summary>
public static partial class SequenceRecognizer
{
    public static List<ModelResult> RecognizeURL(
        string query, string culture, SequenceOptions options = SequenceOptions.None, bool fallbackToDefaultCulture = true) =>
        Find(UrlPattern, "url", query, culture);

    public static List<ModelResult> RecognizeEmail(
        string query, string culture, SequenceOptions options = SequenceOptions.None, bool fallbackToDefaultCulture = true) =>
        Find(EmailPattern, "email", query, culture);

    public static List<ModelResult> RecognizePhoneNumber(
        string query, string culture, SequenceOptions options = SequenceOptions.None, bool fallbackToDefaultCulture = true) =>
        Find(PhonePattern, "phonenumber", query, culture);

    // A closing parenthesis, also a full-width one, counts as a part of the path: so it does in the genuine package.
    [GeneratedRegex("""
        (?<![a-z0-9@.-])
        (?: (?:https?|ftp):// (?:[a-z0-9-]+\.)+ [a-z]{2,}
          | (?:[a-z0-9-]+\.)+ (?:app|biz|com|dev|edu|gov|info|io|jp|me|net|org|tv)
        )
        (?![a-z0-9@-]) (?::\d{1,5})?
        (?: [/?#] (?: [a-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]* [a-z0-9\-_~/=&#%+)] )? )?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex UrlPattern { get; }

    [GeneratedRegex("""
        (?<![a-z0-9.!#$%&'*+/=?^_`{|}~-])
        [a-z0-9!#$%&'*+/=?^_`{|}~-]+ (?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)* @ (?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+ [a-z]{2,}
        (?![a-z0-9@-])
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex EmailPattern { get; }

    [GeneratedRegex("""
        (?<![a-z0-9+-])
        (?: 0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}
          | \(0[0-9]{1,4}\)[0-9]{1,4}-[0-9]{3,4}
          | 0[0-9]{1,4}\([0-9]{1,4}\)[0-9]{3,4}
          | 0[0-9]{9,10}
        )
        (?![a-z0-9-])
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PhonePattern { get; }

    private static List<ModelResult> Find(Regex pattern, string type, string query, string culture)
    {
        Culture.RequireJapanese(culture);
        return [.. pattern.Matches(Query.Simplify(query)).Select(match => new ModelResult
        {
            Text = match.Value,
            Start = match.Index,
            End = match.Index + match.Length - 1,
            TypeName = type,
            Resolution = new() { ["value"] = match.Value },
        })];
    }
}
